/** The contrast of the site's own colours, in light and in dark. Includes lines, because axe checks text only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const styles = readFileSync(join(import.meta.dirname, '../../src/styles/tokens.css'), 'utf8');
const coloursIn = (css: string) =>
	Object.fromEntries(
		[...css.matchAll(/--env-([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [
			name!,
			value!,
		]),
	);
const [lightStyles = '', darkStyles = ''] = styles.split('@media screen');
const light = coloursIn(lightStyles);
const themes = { light, dark: { ...light, ...coloursIn(darkStyles) } };

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
	const hex = colour.slice(1).replace(/^(.)(.)(.)$/, '$1$1$2$2$3$3');
	const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
		const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dark + 0.05);
}

const surfaces = ['paper', 'panel'];
const own = ['instance', 'tenant', 'namespace', 'down', 'risk', 'accent'];
const pairs = (colours: readonly string[], least: number) =>
	colours.flatMap((colour) =>
		[...surfaces, ...(own.includes(colour) ? [`${colour}-fill`] : [])].map(
			(surface) => [colour, surface, least] as const,
		),
	);

test.each(Object.keys(themes) as (keyof typeof themes)[])(
	'text has 4.5:1 and lines that carry meaning have 3:1 on their backgrounds, in %s',
	(theme) => {
		const colours = themes[theme];
		const checked = [
			...pairs([...own, 'ink', 'text', 'muted', 'untouched'], 4.5),
			...pairs(['line'], 3),
		];
		const faint = checked
			.map(([colour, surface, least]) => ({
				what: `${colour} on ${surface}`,
				has: contrast(colours[colour]!, colours[surface]!),
				least,
			}))
			.filter(({ has, least }) => !(has >= least));
		expect(faint).toEqual([]);
	},
);
