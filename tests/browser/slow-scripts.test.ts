/** Scripts that load late or never: no input is lost, and the page says what is missing. */
import type { BrowserContext, Page } from 'playwright';
import { expect, test } from 'vitest';
import { first, steps } from '../support/answers.ts';
import { begun, customers } from '../support/browser/addresses.ts';
import { answer, ready, showing, shown } from '../support/browser/guide.ts';
import { addressOf, openContext, openPage } from '../support/browser/page.ts';
import { files, readingPages } from '../support/built.ts';

/** Delays all scripts until they are released, but for those that the head needs before anything is drawn. */
async function held() {
	let release = () => {};
	const wait = new Promise<void>((resolve) => {
		release = resolve;
	});
	const prepare = (context: BrowserContext) =>
		context.route(/_astro\/(?!head\.).*\.js$/, async (route) => {
			await wait;
			await route.continue();
		});
	const context = await openContext({ prepare });
	return { page: await context.newPage(), release };
}

test('an answer submitted before the script loads is kept, and the guide continues from it', async () => {
	const { page, release } = await held();
	await page.goto(addressOf('/guide/'), { waitUntil: 'commit' });
	await page.locator(`input[name=${steps[0][0]}][value=${steps[0][1]}]`).check();
	await page.getByRole('button', { name: 'Continue' }).click();
	await page.waitForURL(addressOf(`/guide/?${begun}`), { waitUntil: 'commit' });
	release();
	await ready(page);
	expect((await shown(page)).place).toBe(steps[1][0]);
});

test('a choice changed while the script loads is the one that counts', async () => {
	const { page, release } = await held();
	await page.goto(addressOf('/guide/'), { waitUntil: 'commit' });
	await page.locator(`input[name=${first.id}][value=${first.values[0]?.id}]`).check();
	await page.locator(`input[name=${steps[0][0]}][value=${steps[0][1]}]`).check();
	release();
	await ready(page);
	expect((await shown(page)).chosen).toBe(steps[0][1]);
	await page.getByRole('button', { name: 'Continue' }).click();
	await showing(page, steps[1][0]);
	expect(new URL(page.url()).search).toBe(`?${begun}`);
});

const scriptOfSteps = '**/_astro/Steps*';

test('the script of the other questions is fetched when a reader comes near, by pointer or by keyboard', async () => {
	for (const come of [
		(page: Page) => page.locator('.dg-option').first().hover(),
		(page: Page) => page.locator('.dg-option input').first().focus(),
	]) {
		const { page } = await openPage({ path: '/guide/' });
		await ready(page);
		const fetched = () =>
			page.evaluate(() =>
				performance.getEntriesByType('resource').some(({ name }) => /\/Steps\./.test(name)),
			);
		expect(await fetched()).toBe(false);
		await come(page);
		await expect.poll(fetched).toBe(true);
	}
});

test('an answer given before the script of the other questions is there is kept, and the guide goes on by itself', async () => {
	const { promise: pressed, resolve: letThrough } = Promise.withResolvers<void>();
	const { page, problems } = await openPage({
		path: '/guide/',
		prepare: (context) =>
			context.route(scriptOfSteps, async (route) => {
				await pressed;
				await route.continue();
			}),
	});
	await answer(page, ...steps[0]);
	await page.locator('[data-waiting=script]').waitFor();
	letThrough();
	await showing(page, steps[1][0]);
	expect(new URL(page.url()).search).toBe(`?${begun}`);
	expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
	await page.goBack();
	await showing(page, steps[0][0]);
	expect((await shown(page)).chosen).toBe(steps[0][1]);
	expect(problems).toEqual([]);
});

test('where the script of the other questions is gone, the answer goes into the address and the page comes anew', async () => {
	const { page } = await openPage({ path: '/guide/', blocked: [scriptOfSteps] });
	await page.locator('.dg-option').first().hover();
	await answer(page, ...steps[0]);
	await page.waitForURL(addressOf(`/guide/?${begun}`));
	const line = page.locator('[data-waiting=failed]');
	await line.waitFor();
	await page.context().unrouteAll();
	await line.getByRole('button', { name: 'Reload the page' }).click();
	await showing(page, steps[1][0]);
});

test('when the result’s script fails, the page says so, keeps the answers and offers to reload', async () => {
	const { page } = await openPage({
		path: `/guide/?${customers}`,
		blocked: ['**/_astro/Result*'],
	});
	const line = page.locator('[data-waiting=failed]');
	await line.waitFor();
	expect(await line.isVisible()).toBe(true);
	await page.context().unrouteAll();
	await line.getByRole('button', { name: 'Reload the page' }).click();
	await showing(page, 'result');
});

test('a result whose script is slow takes focus when it appears', async () => {
	const { promise: seenWaiting, resolve: letThrough } = Promise.withResolvers<void>();
	const entries = [...new URLSearchParams(customers)];
	const [question = '', value = ''] = entries.pop() ?? [];
	const { page, problems } = await openPage({
		path: `/guide/?${new URLSearchParams(entries)}`,
		prepare: (context) =>
			context.route('**/_astro/Result*', async (route) => {
				await seenWaiting;
				await route.continue();
			}),
	});
	await answer(page, question, value);
	await page.locator('[data-waiting=script]').waitFor();
	letThrough();
	await showing(page, 'result');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('dg-headline');
	expect(problems).toEqual([]);
});

const islands = readingPages
	.filter(({ path, root }) => !path.startsWith('/embed/') && root.querySelector('astro-island'))
	.map(({ path }) => path);

test('there are pages with islands', () => {
	expect(islands.length).toBeGreaterThan(3);
	expect(files.some((file) => /^_astro\/Result\..*\.js$/.test(file))).toBe(true);
});

test.each(islands)('%s without its scripts keeps its text and reports no error', async (path) => {
	const { page } = await openPage({ path, blocked: ['**/_astro/*.js'] });
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	for (const island of await page.locator('astro-island').all()) {
		await island.locator('xpath=*').first().scrollIntoViewIfNeeded();
		expect((await island.innerText()).length).toBeGreaterThan(10);
	}
	expect(errors).toEqual([]);
});

test('a part whose script has not arrived is asked for by itself, under another address', async () => {
	const remembered = (context: BrowserContext) =>
		context.route(/ComparePanel[^/]*\.js$/, (route) => route.abort());
	const { page } = await openPage({
		path: `/guide/?${customers}`,
		prepare: remembered,
	});
	await page.getByText('Compare with another plan').click();
	await page.locator('#dg-other').waitFor();
	expect(await page.locator('.dg-details').getByText('has not arrived').count()).toBe(0);
});
