import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright';
import { expect, onTestFinished, test } from 'vitest';
import { violations } from '../support/browser/axe.ts';
import { openPage } from '../support/browser/page.ts';

const path = '/practices/split/';
const task = '  - id: log\n    type: io.kestra.plugin.core.log.Log\n    message: hello\n';
const flow = (namespace: string, id: string, tasks = task) =>
	`id: ${id}\nnamespace: ${namespace}\ntasks:\n${tasks}`;
const calling = flow(
	'acme.finance',
	'report',
	'  - id: call\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: shared\n    flowId: send\n',
);
const files = { 'finance/report.yaml': calling, 'shared/send.yml': flow('shared', 'send') };

function folderWith(contents: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'flows-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	for (const [name, content] of Object.entries(contents)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), content);
	}
	return folder;
}

const folderField = (page: Page) => page.getByLabel('A folder');
const filesField = (page: Page) => page.getByLabel('Files, or a ZIP export');
const summary = (page: Page) => page.locator('[data-split=summary]');

/** Presses Tab until a control with this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
	for (let presses = 0; presses < 200; presses++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			return element instanceof HTMLInputElement
				? (element.labels?.[0]?.textContent ?? '')
				: (element?.textContent ?? '');
		});
		if (focused.trim().startsWith(name)) return;
	}
	throw new Error(`Tab never came to “${name}”.`);
}

test('by keyboard, from choosing a folder to the copied list, with nothing sent', async () => {
	const { page, problems } = await openPage({
		path,
		prepare: (context) => context.grantPermissions(['clipboard-read', 'clipboard-write']),
	});
	await page.waitForLoadState('networkidle');
	const asked: string[] = [];
	page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
	await tabTo(page, 'A folder');
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.keyboard.press('Enter'),
	]);
	await chooser.setFiles(folderWith(files));
	await summary(page).waitFor();
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('split-found');
	const found = page.locator('[data-reference=call]');
	expect(await found.getAttribute('data-from')).toBe('acme.finance');
	expect(await found.getAttribute('data-to')).toBe('shared');
	await tabTo(page, 'Another instance');
	await page.keyboard.press('ArrowDown');
	await tabTo(page, 'Copy as Markdown');
	await page.keyboard.press('Enter');
	await page.getByText('Copied as Markdown.').waitFor();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toContain('another tenant');
	expect(copied).toContain('`shared.send`');
	expect(asked.length).toBeGreaterThan(0);
	// Pages that a focused link leads to are fetched ahead; nothing carries a word of the files.
	expect(asked.filter((each) => !/^GET [^?]+$/.test(each))).toEqual([]);
	expect(asked.filter((each) => /acme|shared|report|send/.test(each))).toEqual([]);
	expect(problems).toEqual([]);
});

test.each(['light', 'dark'] as const)(
	'what was found passes WCAG 2.2 AA in %s, and fits a phone',
	async (colorScheme) => {
		const { page } = await openPage({ path, colorScheme, width: 320 });
		await folderField(page).setInputFiles(folderWith(files));
		await summary(page).waitFor();
		await page.getByLabel('A list of your own').check();
		await page.getByLabel('Parts:').fill('acme = acme');
		await page.locator('[data-split=no-part]').waitFor();
		expect(await violations(page, { within: 'split-check' })).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
	},
);

test('on a phone, the table of parts is whole, and no name in it is broken within a word', async () => {
	const { page } = await openPage({ path, width: 390 });
	const names = ['acme.finance', 'acme.marketing', 'acme.sales'];
	await folderField(page).setInputFiles(
		folderWith(Object.fromEntries(names.map((name) => [`${name}.yaml`, flow(name, 'load')]))),
	);
	await summary(page).waitFor();
	const region = page.locator('.split-table');
	const spill = () => region.evaluate((each) => each.scrollWidth - each.clientWidth);
	const broken = () =>
		region.locator('tbody th code').evaluateAll((codes) =>
			codes.flatMap((code) =>
				[...code.childNodes].flatMap((node) => {
					const range = document.createRange();
					range.selectNodeContents(node);
					const lines = new Set([...range.getClientRects()].map(({ top }) => top));
					return lines.size > 1 ? (node.textContent ?? '') : [];
				}),
			),
		);
	expect(await region.locator('tbody tr').count()).toBe(3);
	expect([await spill(), await broken()]).toEqual([0, []]);
	// The control: a narrower table breaks words where it may break them anywhere.
	await page.addStyleTag({
		content: '.split-found th code { overflow-wrap: anywhere; inline-size: 2rem; display: block }',
	});
	expect(await broken()).not.toEqual([]);
});

test('takes no example of a plan for parts, and says whose the parts are', async () => {
	const query = '?impact=critical&stages=two&people=several&walls=all&own=none&edition=enterprise';
	const contents = { 'a.yaml': flow('acme.finance', 'a'), 'b.yaml': flow('acme.ops', 'b') };
	const said = (page: Page) =>
		page
			.locator('[data-split-naming]:visible')
			.evaluateAll((all) => all.map((each) => each.getAttribute('data-split-naming')));
	const { page } = await openPage({ path: `${path}${query}` });
	await page.locator('[data-split-plan]').waitFor();
	expect(await said(page)).toEqual(['examples']);
	await folderField(page).setInputFiles(folderWith(contents));
	await summary(page).waitFor();
	expect(await page.getByLabel('Another tenant').isChecked()).toBe(true);
	expect(await page.getByLabel('The first two levels').isChecked()).toBe(true);
	expect(await page.locator('[data-split=no-part]').count()).toBe(0);
	// The control: names that the reader gave are taken.
	await page.evaluate(() =>
		localStorage.setItem(
			'kestra-environments.names',
			'{"version":1,"names":{"groups":["finance","legal"]}}',
		),
	);
	await page.reload();
	await page.locator('[data-split-plan]').waitFor();
	expect(await said(page)).toEqual(['own']);
	await folderField(page).setInputFiles(folderWith(contents));
	await summary(page).waitFor();
	expect(await page.getByLabel('A list of your own').isChecked()).toBe(true);
	expect(await page.locator('[data-split=no-part]').textContent()).toContain('acme.ops');
});

test.each([
	['that is damaged', Buffer.from('not a zip')],
	['without a YAML file', Buffer.from(zipSync({ 'a.txt': new TextEncoder().encode('x') }))],
])('a ZIP %s is the headline, and no result without a crossing', async (_what, buffer) => {
	const { page } = await openPage({ path });
	await filesField(page).setInputFiles({ name: 'flows.zip', mimeType: 'application/zip', buffer });
	await page.getByRole('heading', { name: 'No flow was read' }).waitFor();
	expect(await page.locator('.split-found').textContent()).toContain('flows.zip');
	expect(await page.locator('.split-table').count()).toBe(0);
});

test('prints the whole of a long list', async () => {
	const { page } = await openPage({ path });
	const hooks = Array.from(
		{ length: 100 },
		(_, index) =>
			`  - id: hook_${index}\n    type: io.kestra.plugin.core.trigger.Webhook\n    key: k\n`,
	);
	await filesField(page).setInputFiles({
		name: 'hooks.yaml',
		mimeType: 'text/yaml',
		buffer: Buffer.from(`${flow('acme', 'hooks')}triggers:\n${hooks.join('')}`),
	});
	await summary(page).waitFor();
	const last = page.getByText('hook_99', { exact: true });
	expect(await last.count()).toBe(0);
	await page.pdf();
	expect(await last.count()).toBe(1);
});

test('fetches neither the parser nor what shows the result before a file is chosen', async () => {
	const { page } = await openPage({ path });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await page.waitForLoadState('networkidle');
	expect(await page.locator('script[src*=show-check], link[href*=show-check]').count()).toBe(0);
	expect(asked.filter((address) => /worker|show-check/.test(address))).toEqual([]);
	await folderField(page).setInputFiles(folderWith(files));
	await summary(page).waitFor();
	expect(asked.some((address) => /read-worker/.test(address))).toBe(true);
	expect(asked.some((address) => /unzip/.test(address))).toBe(false);
});

test('reads a ZIP export, pasted text, and what is dropped', async () => {
	const { page, problems } = await openPage({ path });
	const bytes = zipSync(
		Object.fromEntries(
			Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)]),
		),
	);
	await filesField(page).setInputFiles({
		name: 'flows.zip',
		mimeType: 'application/zip',
		buffer: Buffer.from(bytes),
	});
	await expect.poll(() => summary(page).textContent()).toContain('2 flows in 2 files');
	await page.getByText('Or paste text').click();
	await page.getByLabel('One flow or several').fill(`${calling}---\n${files['shared/send.yml']}`);
	await page.getByText('Check this text').click();
	await expect.poll(() => summary(page).textContent()).toContain('2 flows in 1 file');
	const data = await page.evaluateHandle((text) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([text], 'one.yaml'));
		return transfer;
	}, calling);
	await page.locator('[data-split-drop]').dispatchEvent('drop', { dataTransfer: data });
	await expect.poll(() => summary(page).textContent()).toContain('1 flow in 1 file');
	expect(problems).toEqual([]);
});

test('shows nothing of a file as markup, translates no name, and cuts long ones', async () => {
	const hostile = '<img src=x onerror=alert(1)>';
	const { page, problems } = await openPage({ path });
	await filesField(page).setInputFiles([
		{
			name: `${'x'.repeat(150)}.yaml`,
			mimeType: 'text/yaml',
			buffer: Buffer.from(
				`id: "${hostile}"\nnamespace: "${hostile}"\ntasks:\n  - id: "${hostile}"\n    type: io.kestra.plugin.core.flow.Subflow\n    namespace: "{{ '${hostile}' }}"\n    flowId: f\n`,
			),
		},
	]);
	await summary(page).waitFor();
	expect(await page.locator('split-check img').count()).toBe(0);
	const names = page.locator('.split-found code');
	expect(await names.filter({ hasText: hostile }).count()).toBeGreaterThan(0);
	expect(
		await names.evaluateAll(
			(all) => all.filter((each) => each.getAttribute('translate') !== 'no').length,
		),
	).toBe(0);
	const longest = await names.evaluateAll((all) =>
		Math.max(...all.map((each) => each.textContent.length)),
	);
	expect(longest).toBeLessThanOrEqual(81);
	expect(problems).toEqual([]);
});

test('keeps answering while thousands of files are read, and stops when told to', async () => {
	const { page } = await openPage({ path });
	await page.evaluate(
		(text) => {
			const transfer = new DataTransfer();
			for (let index = 0; index < 5000; index++)
				transfer.items.add(new File([text.replace('report', `report_${index}`)], `${index}.yaml`));
			const field = document.querySelector<HTMLInputElement>('input[accept]');
			if (field) field.files = transfer.files;
			field?.dispatchEvent(new Event('change', { bubbles: true }));
		},
		calling + '# '.padEnd(2000, 'x'),
	);
	await page.getByRole('button', { name: 'Stop' }).click();
	await page.getByText(/^Stopped after \d+ of 5000 files/).waitFor();
	expect(await summary(page).count()).toBe(0);
});

test('says what to do when its script does not come', async () => {
	const { page } = await openPage({ path, blocked: ['**/_astro/show-check*'] });
	await folderField(page).setInputFiles(folderWith(files));
	await page.getByRole('alert').waitFor();
	expect(await page.getByRole('alert').textContent()).toContain('has not arrived');
});

test('without script, points to a command for each kind', async () => {
	const { page } = await openPage({ path, javaScript: false });
	expect(await page.locator('split-check').isVisible()).toBe(false);
	expect(await page.locator('noscript').count()).toBeGreaterThan(0);
	expect(await page.locator('pre').filter({ hasText: 'grep -rnE' }).count()).toBe(1);
});
