import type { Page } from 'playwright';

/** What screen readers are told of one element. */
export interface Told {
	readonly role: string;
	readonly name: string;
}

/** Roles of what a reader can press, fill in or choose. */
const controls = new Set(
	'button checkbox combobox DisclosureTriangle link listbox menuitem radio searchbox slider spinbutton switch tab textbox'.split(
		' ',
	),
);

/** The page's tree for screen readers, without what it passes over. */
export async function toldOf(page: Page): Promise<readonly Told[]> {
	const session = await page.context().newCDPSession(page);
	const { nodes } = await session.send('Accessibility.getFullAXTree');
	await session.detach();
	return nodes
		.filter(({ ignored }) => !ignored)
		.map(({ role, name }) => ({
			role: String(role?.value ?? ''),
			name: String(name?.value ?? '').trim(),
		}));
}

/** The controls of a page that screen readers are told no name of. */
export const nameless = (tree: readonly Told[]): readonly Told[] =>
	tree.filter(({ role, name }) => role === '' || (controls.has(role) && name === ''));

/** Levels of the headings in the main part of a page that can be seen, in order. */
export const headingLevels = (page: Page): Promise<number[]> =>
	page
		.locator('main :is(h1, h2, h3, h4, h5, h6)')
		.evaluateAll((found) =>
			found
				.filter((heading) => heading.checkVisibility({ visibilityProperty: true }))
				.map((heading) => Number(heading.tagName[1])),
		);

/** What is wrong with the levels of headings: another than one title, or a level left out. */
export function unruly(levels: readonly number[]): readonly string[] {
	return [
		...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
		...levels.flatMap((level, at) => {
			const before = at === 0 ? 0 : levels[at - 1]!;
			return level > before + 1 ? [`h${level} after h${before}`] : [];
		}),
	];
}
