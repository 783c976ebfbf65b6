import { expect, test } from 'vitest';
import { first } from '../support/answers.ts';
import { openPage } from '../support/browser/page.ts';

test('chosen answers become a link and Markdown, and the guide that it opens says what the link set', async () => {
	const { page, problems } = await openPage({ path: '/reference/presets/' });
	await page.getByLabel(new RegExp(`^${first.short}`)).selectOption({ index: 2 });
	const link = await page.getByLabel('Link', { exact: true }).inputValue();
	const { pathname, search } = new URL(link);
	expect(pathname).toMatch(/\/guide\/$/);
	expect(new URLSearchParams(search).get('set')).toBe(first.id);
	expect(await page.getByLabel('Markdown', { exact: true }).inputValue()).toContain(`](${link})`);
	await page.getByRole('link', { name: 'Open the guide with these answers' }).click();
	await page.getByText('Set by the link').first().waitFor();
	expect(problems).toEqual([]);
});

test('without script the builder is hidden, and the page says how to write a preset', async () => {
	const { page } = await openPage({ path: '/reference/presets/', javaScript: false });
	expect(await page.getByRole('main').getByRole('combobox').count()).toBe(0);
	expect(await page.locator('#by-hand').isVisible()).toBe(true);
});
