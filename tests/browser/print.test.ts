import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import { answerLabel } from '../../src/guide/kestra/lookup.ts';
import { questions } from '../../src/guide/kestra/questions.ts';
import { guideAddress } from '../../src/guide/url/query.ts';
import { askedAfter, steps } from '../support/answers.ts';
import { customersWithTrials } from '../support/browser/addresses.ts';
import { ready, showing } from '../support/browser/guide.ts';
import { openPage } from '../support/browser/page.ts';
import { boxes, turnTo } from '../support/browser/result.ts';
import { everyPath, planOf } from '../support/every.ts';

/** How many A4 sheets a page takes. Chromium writes one uncompressed object for each. */
async function sheets(page: Page): Promise<number> {
	const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

async function openResult(query: string, before = '') {
	// As wide as A4 without margins, so that the measured layout is the printed one.
	const { page } = await openPage({ path: `/guide/?${query}`, width: 680, height: 1032, before });
	await ready(page);
	await showing(page, 'result');
	await page.locator('.dg-parts[data-drawn]').waitFor();
	await page.emulateMedia({ media: 'print' });
	return page;
}

test('the longest plans take at most six sheets of A4, in wide letters too', async () => {
	const kinds = new Map(
		everyPath.map((answers) => {
			const plan = planOf(answers);
			const { key, risks } = plan;
			return [
				`${key} ${risks.map(({ id }) => id).join()}`,
				{ address: guideAddress(answers), said: JSON.stringify(plan).length },
			];
		}),
	);
	// The plans with the most text are laid out, and the tallest of them are printed.
	const fullest = [...kinds.values()].toSorted((one, other) => other.said - one.said).slice(0, 80);
	const page = await openResult(customersWithTrials);
	const heights = await page.evaluate(
		async (addresses) => {
			const found: { address: string; height: number }[] = [];
			for (const address of addresses) {
				history.replaceState(null, '', address);
				dispatchEvent(new PopStateEvent('popstate', { state: null }));
				// The parts below the first look are drawn after it.
				do await new Promise(requestAnimationFrame);
				while (!document.querySelector('.dg-parts[data-drawn]'));
				const result = document.querySelector('[data-guide=result]');
				found.push({ address, height: result?.getBoundingClientRect().height ?? 0 });
			}
			return found;
		},
		fullest.map(({ address }) => `?${address.split('?')[1]}`),
	);
	const longest = heights.toSorted((one, other) => other.height - one.height).slice(0, 3);
	expect(longest[0]?.height).toBeGreaterThan(2 * 1032);
	// Fonts differ between machines, so it must also fit with letters a tenth wider.
	await page.addStyleTag({ content: '* { letter-spacing: 0.05em }' });
	for (const { address } of longest) {
		await turnTo(page, address.slice(1));
		await page.locator('.dg-parts[data-drawn]').waitFor();
		expect(await sheets(page), address).toBeLessThanOrEqual(6);
	}
}, 180_000);

test('a plan from unknown answers takes at most five sheets', async () => {
	const unknown = guideAddress(
		Object.fromEntries(questions.map(({ id }) => [id, 'unknown'])),
	).split('?')[1]!;
	expect(await sheets(await openResult(unknown))).toBeLessThanOrEqual(5);
});

test('more than four groups become one box with a count, and the plan still takes at most four sheets', async () => {
	const names = Array.from({ length: 12 }, (_, index) => `customer-${index + 1}`);
	const page = await openResult(
		customersWithTrials,
		`localStorage.setItem('kestra-environments.names', '${JSON.stringify({ version: 1, names: { groups: names } })}')`,
	);
	await expect.poll(() => boxes(page, 'tenant')).toContain('customer-1');
	expect(await boxes(page, 'tenant')).not.toContain('customer-5');
	expect(
		await page
			.locator('.dg-plan-header .dg-box[data-name=customer-1]')
			.first()
			.getAttribute('data-count'),
	).toBe('12');
	expect(await sheets(page)).toBeLessThanOrEqual(4);
});

test('no box is split between sheets, and none is kept with the next', async () => {
	const page = await openResult(customersWithTrials);
	const breaks = await page.evaluate(() =>
		[
			...document.querySelectorAll(
				'.dg-result :is(.dg-box, .dg-row, .dg-steps > li, .dg-answers > div)',
			),
		]
			.filter((box) => box.checkVisibility())
			.map((box) => ({
				inside: getComputedStyle(box).breakInside,
				tied: [box, ...box.querySelectorAll('*')].filter(
					(part) => getComputedStyle(part).breakAfter !== 'auto',
				).length,
			})),
	);
	expect(breaks.length).toBeGreaterThan(20);
	expect(breaks.filter(({ inside, tied }) => inside !== 'avoid' || tied > 0)).toEqual([]);
});

test('on paper a result shows headline, picture and every part, and nothing to press', async () => {
	const page = await openResult(customersWithTrials);
	const visible = (selector: string) =>
		page
			.locator(`.dg-result ${selector}`)
			.evaluateAll((found) =>
				found.filter((element) => element.checkVisibility()).map((element) => element.id),
			);
	expect(await visible('.dg-part > summary > h3')).toEqual([
		'dg-next',
		'dg-one-server',
		'dg-held',
		'dg-tips',
		'dg-ruled-out',
		'dg-risks',
		'dg-move-on',
		'dg-why',
		'dg-edition',
		'dg-split',
		'dg-answers',
	]);
	expect(await visible('.dg-part-body')).toHaveLength(11);
	expect(await visible('h2')).toEqual(['dg-headline']);
	expect(await visible('.dg-plan')).toHaveLength(1);
	// The summaries of parts stay, as their headings.
	expect(await visible(':is(button, summary:not(.dg-part > *), input, select)')).toEqual([]);
	expect(
		await page.locator('header.header, .sidebar, footer').filter({ visible: true }).count(),
	).toBe(0);
});

test('on paper an open question shows what is asked, the plan so far and the answers, and nothing to press', async () => {
	const answers = Object.fromEntries(steps);
	const { id, asks, values } = askedAfter(answers);
	const { page } = await openPage({ path: guideAddress(answers), width: 680, height: 1016 });
	await ready(page);
	await showing(page, id);
	await page.emulateMedia({ media: 'print' });
	const visible = async (selector: string) =>
		page.locator(selector).filter({ visible: true }).allInnerTexts();
	expect(await visible('main h2')).toEqual([asks, expect.any(String), expect.any(String)]);
	expect(await visible('.dg-option label')).toEqual([
		...values.map(({ label }) => label),
		expect.any(String),
	]);
	expect(await visible('.dg-so-far [data-decision]')).toHaveLength(decisions.length);
	expect(await visible('.dg-answers dd')).toEqual(
		steps.map(([question, value]) => answerLabel(question, value)),
	);
	// The radio buttons stay, so that the question can be answered on paper.
	expect(
		await visible('main :is(button, summary, select, textarea, input:not([type=radio]))'),
	).toEqual([]);
	expect(await visible('header.header, .sidebar')).toEqual([]);
	const cut = await page
		.locator('.dg-option, .dg-so-far, .dg-given')
		.evaluateAll((boxes) => boxes.filter((box) => getComputedStyle(box).breakInside !== 'avoid'));
	expect(cut).toEqual([]);
	expect(await sheets(page)).toBeLessThanOrEqual(2);
});
