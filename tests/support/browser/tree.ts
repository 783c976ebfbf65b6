import type { Page } from 'playwright';

/** An element as screen readers get it. */
export interface Told {
	readonly role: string;
	readonly name: string;
}

/** Roles of controls. */
const controls = new Set(
	'button checkbox combobox DisclosureTriangle link listbox menuitem radio searchbox slider spinbutton switch tab textbox'.split(
		' ',
	),
);

/** The page's accessibility tree as a list, without ignored nodes. */
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

/** Controls without a name, and nodes without a role. */
export const nameless = (tree: readonly Told[]): readonly Told[] =>
	tree.filter(({ role, name }) => role === '' || (controls.has(role) && name === ''));

/** Levels of the visible headings in the main part of a page, in order. */
export const headingLevels = (page: Page): Promise<number[]> =>
	page
		.locator('main :is(h1, h2, h3, h4, h5, h6)')
		.evaluateAll((found) =>
			found
				.filter((heading) => heading.checkVisibility({ visibilityProperty: true }))
				.map((heading) => Number(heading.tagName[1])),
		);

/** Problems with heading levels: not exactly one h1, or a skipped level. */
export function unruly(levels: readonly number[]): readonly string[] {
	return [
		...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
		...levels.flatMap((level, at) => {
			const before = at === 0 ? 0 : levels[at - 1]!;
			return level > before + 1 ? [`h${level} after h${before}`] : [];
		}),
	];
}
