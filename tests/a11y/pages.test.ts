import AxeBuilder from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { openPage } from '../browser/support/page.ts';
import { readingPages } from '../support/built.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const paths = readingPages.map((page) => page.path);

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
	test.each(paths)('%s breaks no rule of WCAG 2.2 AA', async (path) => {
		const { page, problems } = await openPage({ path, colorScheme });
		const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
		const found = violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
		);
		expect(found).toEqual([]);
		expect(problems).toEqual([]);
	});
});

test.each(paths)('%s does not scroll sideways at 320 pixels', async (path) => {
	const { page } = await openPage({ path, width: 320 });
	const sideways = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});
	expect(sideways).toBe(0);
});
