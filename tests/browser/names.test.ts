import { expect, test } from 'vitest';
import { openPage } from '../support/browser/page.ts';

test('a name of any length stays inside the checker, in the field and in the answer', async () => {
	const { page, problems } = await openPage({ path: '/practices/names/' });
	await page.locator('.dg-names input').fill('x'.repeat(205));
	await page.locator('.dg-names button[type=submit]').click();
	await page.locator('.dg-names [data-valid]').waitFor();
	const sticksOut = await page.locator('.dg-names').evaluate((checker) => {
		const edge = checker.getBoundingClientRect().right;
		return [...checker.querySelectorAll('*')]
			.filter((part) => part.getBoundingClientRect().right > edge)
			.map((part) => part.className || part.localName);
	});
	expect(sticksOut).toEqual([]);
	expect(problems).toEqual([]);
});
