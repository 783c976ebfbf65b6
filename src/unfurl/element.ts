/** Elements as the layout engine takes them: every one a flex box. */

/** A box or a run of text with its style. */
export interface Element {
	readonly type: 'div';
	readonly props: {
		readonly style: Readonly<Record<string, string | number>>;
		readonly children: readonly (Element | string)[];
	};
}

/** A box with what is in it. */
export const box = (
	style: Readonly<Record<string, string | number>>,
	...children: readonly (Element | string)[]
): Element => ({
	type: 'div',
	props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});

/** The light colours of `src/styles/tokens.css`: pictures have no style sheet to read. */
export const colours = {
	ink: '#12262b',
	muted: '#52666b',
	rule: '#d5dfe0',
	paper: '#ffffff',
	accent: '#00616f',
	instance: '#274690',
	instanceFill: '#eef2fb',
	tenant: '#94420b',
	tenantFill: '#fdf2ea',
	namespace: '#4a6513',
	namespaceFill: '#f3f7e6',
} as const;
