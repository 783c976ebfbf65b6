import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { withBase } from '~/lib/address.ts';

/** What the pages say of themselves, joined to the model when the site is built. */
export interface Pages {
	/** The words a link to a section carries: root-relative address to title. */
	readonly titles: Readonly<Record<string, string>>;
}

/** The pages, for every component of the island. */
export const PagesContext = createContext<Pages>({ titles: {} });

/** A link to a section of this site, named by the section's own title. */
export function SectionLink({ to }: { readonly to: string }) {
	const { titles } = useContext(PagesContext);
	return <a href={withBase(to)}>{titles[to] ?? to}</a>;
}

/** The sections that argue something, as links. */
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
