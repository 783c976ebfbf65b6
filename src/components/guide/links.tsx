import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { withBase } from '~/lib/address.ts';

/** Titles of pages and sections, joined to the model at build time. */
export interface Pages {
	/** Link texts: root-relative address to title. */
	readonly titles: Readonly<Record<string, string>>;
}

/** Provides the pages to every component of the island. */
export const PagesContext = createContext<Pages>({ titles: {} });

/** A link to a section of this site, with the section's title as its text. */
export function SectionLink({ to }: { readonly to: string }) {
	const { titles } = useContext(PagesContext);
	return <a href={withBase(to)}>{titles[to] ?? to}</a>;
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
