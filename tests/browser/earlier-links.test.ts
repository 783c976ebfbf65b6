/** Links from the time of the first questions still open, with a word on what was made of them. */
import { expect, test } from 'vitest';
import { earlierQuestions } from '../../src/guide/kestra/earlier-questions.ts';
import { answerLabel } from '../../src/guide/kestra/lookup.ts';
import { readEntries } from '../../src/guide/url/query.ts';
import { ready, shown } from '../support/browser/guide.ts';
import { openPage } from '../support/browser/page.ts';

/** Addresses as the first edition wrote them. */
const earlier = [
	'edition=enterprise&impact=critical&stages=two&groups=customers&fate=shared&visibility=separate&sandboxes=yes&layout=team',
	'edition=open-source&impact=experimental&stages=one&groups=one-team&sandboxes=no&layout=team',
	'edition=enterprise&impact=critical&stages=three-plus&groups=teams&fate=independent&rules=1.0.0',
	'edition=enterprise&impact=critical&stages=two&groups=customers&fate=shared&sandboxes=no&layout=team',
	'groups=countries&visibility=shared',
];

test.each(earlier)('%s opens with a clear word on how it was read', async (query) => {
	const { page, problems } = await openPage({ path: `/guide/?${query}` });
	await ready(page);
	const { answers, dropped } = readEntries(new URLSearchParams(query));
	expect(dropped).toEqual([]);
	const notice = page.locator('[data-notice=earlier]');
	const words = await notice.innerText();
	const read = [...new URLSearchParams(query)].flatMap(
		([name, value]) => earlierQuestions[name]?.[value] ?? [],
	);
	expect(read.length).toBeGreaterThan(0);
	for (const { question, value } of read) {
		expect(answers[question]).toBe(value);
		expect(words).toContain(answerLabel(question, value));
	}
	expect(await page.locator('[data-notice=dropped]').count()).toBe(0);
	// The address is today’s from then on, and opens the same without a word.
	const { search } = new URL(page.url());
	for (const name of Object.keys(earlierQuestions))
		expect(new URLSearchParams(search).has(name), name).toBe(false);
	const { place } = await shown(page);
	const again = await openPage({ path: `/guide/${search}` });
	await ready(again.page);
	expect((await shown(again.page)).place).toBe(place);
	expect(await again.page.locator('[data-notice=earlier]').count()).toBe(0);
	expect(problems).toEqual([]);
});

test('a link of today has no such word', async () => {
	const { page } = await openPage({ path: '/guide/?people=several&walls=none' });
	await ready(page);
	expect(await page.locator('[data-notice]').count()).toBe(0);
});
