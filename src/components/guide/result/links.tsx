import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { nameOf } from '~/guide/kestra/lookup.ts';
import { withBase } from '~/lib/address.ts';

/** Link texts: root-relative address to title of a page or section, joined to the model at build time. */
export type Titles = Readonly<Record<string, string>>;

/** Provides the titles to every component of the island. */
export const TitlesContext = createContext<Titles>({});

/** A link to a section of this site, with the section's title as its text. */
export function SectionLink({ to }: { readonly to: string }) {
	const titles = useContext(TitlesContext);
	return <a href={withBase(to)}>{titles[to] ?? nameOf(to)}</a>;
}

/** Links to the sections that give the reasons. */
export function Sections({ sections }: { readonly sections: readonly string[] }) {
	return (
		<ul class="dg-links" role="list">
			{sections.map((section) => (
				<li key={section}>
					<SectionLink to={section} />
				</li>
			))}
		</ul>
	);
}
