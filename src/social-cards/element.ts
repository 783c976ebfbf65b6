/** Elements for satori, which lays out flex boxes only. */

/** A box or a run of text, with its style. */
export interface Element {
	readonly type: 'div';
	readonly props: {
		readonly style: Readonly<Record<string, string | number>>;
		readonly children: readonly (Element | string)[];
	};
}

/** Makes a box with children. */
export const box = (
	style: Readonly<Record<string, string | number>>,
	...children: readonly (Element | string)[]
): Element => ({
	type: 'div',
	props: { style: { display: 'flex', boxSizing: 'border-box', ...style }, children },
});

/** The light colours of `src/styles/tokens.css`, copied because pictures cannot read a style sheet. */
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
