import { buffer } from 'node:stream/consumers';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { answer, ready, showing } from '../support/browser/guide.ts';
import { openPage } from '../support/browser/page.ts';

/** Names and texts in an archive. */
const unpacked = (archive: Uint8Array): ReadonlyMap<string, string> =>
	new Map(Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]));

const query =
	'impact=critical&stages=two&people=several&walls=none&own=none&edition=open-source&logins=one-login';

test('from answers to an archive on disk by keyboard alone', async () => {
	const { page, problems } = await openPage({
		path: `/guide/?${query.replace('&logins=one-login', '')}`,
	});
	await ready(page);
	await answer(page, 'logins', 'one-login');
	await showing(page, 'result');
	const focused = (selector: string) =>
		page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
	const tabTo = async (selector: string) => {
		for (let presses = 0; presses < 80; presses++) {
			if (await focused(selector)) return;
			await page.keyboard.press('Tab');
		}
		throw new Error(`Tab never comes to ${selector}.`);
	};
	await page.locator('#dg-files').waitFor();
	await tabTo('#dg-files > summary');
	await page.keyboard.press('Enter');
	await page.locator('[data-files=zip]').waitFor();
	await tabTo('input[name=dg-way]:checked');
	await page.keyboard.press('ArrowUp');
	await expect.poll(() => page.evaluate(() => location.search)).toContain('way=gitlab');
	await tabTo('[data-files=zip]');
	const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
	expect(file.suggestedFilename()).toBe('kestra-environments.zip');
	const files = unpacked(await buffer(await file.createReadStream()));
	expect([...files.keys()]).toContain('kestra-environments/.gitlab-ci.yml');
	const readme = files.get('kestra-environments/README.md') ?? '';
	expect(readme).toContain('way=gitlab');
	const count = await page.locator('[data-files=zip]').innerText();
	expect(count).toContain(String(files.size));
	await tabTo('.dg-files-tree button');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	const text = page.locator('.dg-files-text pre');
	const name = (await page.locator('.dg-files-text h4').innerText()).trim();
	expect(await text.textContent()).toBe(files.get(`kestra-environments/${name}`));
	expect(await text.getAttribute('translate')).toBe('no');
	await expect
		.poll(() => page.locator('.dg-files [role=status]').innerText())
		.toContain('handed to your browser');
	expect(problems).toEqual([]);
});

test('a link to the files opens them in its way', async () => {
	const { page } = await openPage({ path: `/guide/?${query}&way=github#dg-files` });
	await ready(page);
	await showing(page, 'result');
	await page.locator('[data-files=zip]').waitFor();
	expect(await page.locator('input[name=dg-way]:checked').inputValue()).toBe('github');
	await page
		.locator('.dg-files-tree button', { hasText: 'kestra.yaml' })
		.waitFor({ state: 'attached' });
});

test('the list of files is as high as what is beside it, and shows that it goes on', async () => {
	const { page } = await openPage({ path: `/guide/?${query}&way=github#dg-files` });
	await ready(page);
	await page.locator('[data-files=zip]').waitFor();
	const seen = await page.evaluate(() => {
		const [frame, tree, text] = ['browser', 'tree', 'text'].map((part) =>
			document.querySelector(`.dg-files-${part}`)!,
		) as [Element, Element, Element];
		const bottom = (element: Element) => element.getBoundingClientRect().bottom;
		return {
			beside: tree.getBoundingClientRect().right <= text.getBoundingClientRect().left + 1,
			missing: [tree, text].map((part) => Math.abs(bottom(frame) - bottom(part))),
			longer: tree.scrollHeight > tree.clientHeight,
			shadow: getComputedStyle(tree).backgroundAttachment,
		};
	});
	expect(seen.beside).toBe(true);
	for (const pixels of seen.missing) expect(pixels).toBeLessThanOrEqual(2);
	expect(seen.longer).toBe(true);
	// One moves with the list and covers the other, which stays, once its end is reached.
	expect(seen.shadow).toBe('local, scroll');
});

test('the way from what stands leads to the files, whose README says what to keep', async () => {
	const { page } = await openPage({
		path: `/guide/?${query}&from=single-instance.nothing-to-separate`,
	});
	await ready(page);
	await showing(page, 'result');
	const link = page.locator('.dg-way a[href="#dg-files"]');
	const part = page.locator('.dg-parts summary', { hasText: 'Start from what you have' });
	// It is open, and fetched when it comes near the window.
	await part.scrollIntoViewIfNeeded();
	await link.click();
	await page.locator('[data-files=zip]').waitFor();
	const readme = page.locator('.dg-files-text pre');
	expect(await readme.textContent()).toContain('## If you have a Kestra already');
});
