import { text } from 'node:stream/consumers';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Download, Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Answers } from '../../src/guide/engine/model.ts';
import { decisionRecord } from '../../src/guide/export/decision-record.ts';
import { decisions } from '../../src/guide/kestra/decisions.ts';
import { defaultNames } from '../../src/guide/kestra/names.ts';
import { planFor } from '../../src/guide/plan/plan.ts';
import { plansLeft } from '../../src/guide/plan/progress.ts';
import { guideAddress, readEntries } from '../../src/guide/url/query.ts';
import { first } from '../support/answers.ts';
import { begun, customers, oneTeam, oneTeamByTeam, unsure } from '../support/browser/addresses.ts';
import { ready, showing, shown } from '../support/browser/guide.ts';
import { addressOf, type Opening, openPage } from '../support/browser/page.ts';
import { boxes, pressMore, turnTo, unfold, unfoldAll } from '../support/browser/result.ts';
import { everyCombination, planOf } from '../support/every.ts';

const answersOf = (query: string) => readEntries(new URLSearchParams(query)).answers;
const queryOf = (answers: Answers) => guideAddress(answers).split('?')[1] ?? '';

async function openResult(query: string, opening: Opening = {}) {
	const opened = await openPage({ ...opening, path: `/guide/?${query}` });
	await ready(opened.page);
	await showing(opened.page, 'result');
	return opened;
}

/** The text of a download, read as a stream because the browser may run on another machine. */
const contentOf = async (file: Download) => text(await file.createReadStream());

const headline = (page: Page) => page.locator('[data-guide=result] h2').innerText();

test('every combination of outcomes and every headline gives a complete result', async () => {
	const kinds = new Map(
		everyCombination.map((answers) => {
			const { outcomes, headline: title } = planOf(answers);
			return [JSON.stringify([outcomes, title]), answers];
		}),
	);
	expect(kinds.size).toBeGreaterThanOrEqual(plansLeft({}));
	const { page, problems } = await openResult(customers);
	const read = await page.evaluate(
		async (queries) => {
			// Reading the text needs no layout, which takes most of the time.
			document.body.style.display = 'none';
			const found = [];
			for (const query of queries) {
				history.replaceState(null, '', `?${query}`);
				dispatchEvent(new PopStateEvent('popstate', { state: null }));
				// The parts below the first look are drawn after it.
				do await new Promise(requestAnimationFrame);
				while (!document.querySelector('.dg-parts[data-drawn]'));
				const result = document.querySelector<HTMLElement>('[data-guide=result]');
				const marks = [...(result?.querySelectorAll<HTMLElement>('[data-decision]') ?? [])];
				const reasons = [...(result?.querySelectorAll('.dg-part:has(#dg-why) .dg-row') ?? [])];
				const parts = result?.querySelectorAll('section, details, ul, ol, li, h2, h3, h4, p, dd');
				found.push({
					headline: result?.querySelector('h2')?.textContent,
					outcomes: Object.fromEntries(
						marks.map(({ dataset }) => [dataset['decision'], dataset['outcome']]),
					),
					reasons: reasons.length,
					unreasoned: reasons.filter(
						(reason) => !reason.querySelector('a[href*="#rule-"]') || !reason.querySelector('p'),
					).length,
					risks: [...(result?.querySelectorAll<HTMLElement>('[data-risk]') ?? [])].map(
						({ dataset }) => dataset['risk'],
					),
					steps: result?.querySelectorAll('.dg-steps > li').length,
					empty: [...(parts ?? [])]
						.filter((part) => !part.matches('[role=status]') && !part.textContent?.trim())
						.map((part) => part.outerHTML.slice(0, 80)),
					bare: [...(result?.querySelectorAll('section') ?? [])]
						.filter((section) => section.children.length < 2)
						.map((section) => section.outerHTML.slice(0, 80)),
				});
			}
			return found;
		},
		[...kinds.values()].map(queryOf),
	);
	for (const [index, answers] of [...kinds.values()].entries()) {
		const plan = planOf(answers);
		expect(read[index], queryOf(answers)).toMatchObject({
			headline: plan.headline,
			outcomes: plan.outcomes,
			reasons: decisions.length,
			unreasoned: 0,
			risks: plan.risks.map(({ id }) => id),
			empty: [],
			bare: [],
		});
		expect(Object.keys(read[index]!.outcomes)).toHaveLength(decisions.length);
		expect(read[index]!.steps).toBeGreaterThan(4);
	}
	const headlines = new Set([...kinds.values()].map((answers) => planOf(answers).headline));
	expect(new Set(read.map((one) => one.headline))).toEqual(headlines);
	expect(problems).toEqual([]);
}, 180_000);

test('adding, changing and removing a name shows in picture, headline and counts', async () => {
	const { page, problems } = await openResult(customers);
	await unfold(page, 'Make it yours', '.dg-name-list');
	const list = page.getByRole('group', { name: 'Customers' });
	await list.getByRole('textbox').fill('globex');
	await list.getByRole('textbox').press('Enter');
	await expect.poll(() => boxes(page, 'tenant')).toContain('globex');
	expect(await headline(page)).toContain('3');
	expect(await page.locator('.dg-count').innerText()).toMatch(/2 instances.*6 tenants.*12 name/s);
	expect(
		await list.getByRole('textbox').evaluate((field) => field === document.activeElement),
	).toBe(true);

	await list.getByRole('button', { name: 'Rename globex' }).click();
	await list.getByRole('textbox').fill('harbour');
	await list.getByRole('button', { name: 'Rename', exact: true }).click();
	await expect.poll(() => boxes(page, 'tenant')).toContain('harbour');
	expect(await boxes(page, 'tenant')).not.toContain('globex');

	await list.getByRole('button', { name: 'Remove harbour' }).click();
	await expect.poll(() => boxes(page, 'tenant')).not.toContain('harbour');
	expect(await page.locator('.dg-names [role=status]').innerText()).not.toBe('');

	const company = page.getByRole('group', { name: 'Company' });
	await company.getByRole('textbox').fill('umbrella');
	await company.getByRole('textbox').press('Enter');
	await expect
		.poll(() => boxes(page, 'namespace'))
		.toContain(`umbrella.${defaultNames.domains[0]}`);
	expect(problems).toEqual([]);
});

test.each([
	['Marketing', 'marketing'],
	['.acme', 'acme'],
	['north west', 'north-west'],
])('the name %s is refused with the rule, and %s is on offer', async (typed, mended) => {
	const { page } = await openResult(customers);
	await unfold(page, 'Make it yours', '.dg-name-list');
	const company = page.getByRole('group', { name: 'Company' });
	const field = company.getByRole('textbox');
	await field.fill(typed);
	await field.press('Enter');
	const error = company.locator('.dg-error');
	await error.waitFor();
	expect(await field.getAttribute('aria-invalid')).toBe('true');
	expect(await field.getAttribute('aria-describedby')).toBe(await error.getAttribute('id'));
	expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
	expect((await boxes(page, 'namespace')).some((path) => path.startsWith(typed))).toBe(false);
	await error.getByRole('button', { name: mended }).click();
	await expect
		.poll(() => boxes(page, 'namespace'))
		.toContain(`${mended}.${defaultNames.domains[0]}`);
	expect(await error.count()).toBe(0);
});

test('names never reach the address or a request, are kept for the next visit, and can be forgotten', async () => {
	const requests: string[] = [];
	const { page } = await openResult(customers, {
		prepare: async (context) =>
			context.on('request', (request) =>
				requests.push(`${request.url()} ${request.postData() ?? ''}`),
			),
	});
	await unfold(page, 'Make it yours', '.dg-name-list');
	const list = page.getByRole('group', { name: 'Customers' });
	await list.getByRole('textbox').fill('hush-hush');
	await list.getByRole('textbox').press('Enter');
	await expect.poll(() => boxes(page, 'tenant')).toContain('hush-hush');
	await unfold(page, 'Compare with another plan', '.dg-compare select');
	await unfoldAll(page);
	await page
		.getByRole('button', { name: /^Change/ })
		.first()
		.click();
	await showing(page, first.id);
	await page.getByRole('button', { name: 'Continue' }).click();
	await showing(page, 'result');
	expect(page.url()).not.toContain('hush');

	await page.reload();
	await ready(page);
	await expect.poll(() => boxes(page, 'tenant')).toContain('hush-hush');
	expect(requests.filter((request) => request.includes('hush'))).toEqual([]);

	await unfold(page, 'Make it yours', '.dg-name-list');
	await page.getByRole('button', { name: 'Forget all names' }).click();
	await expect.poll(() => boxes(page, 'tenant')).not.toContain('hush-hush');
	expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('hush');
});

test('where storage is refused, names work until the page is left', async () => {
	const { page, problems } = await openResult(customers, {
		before:
			"for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new Error('refused') } })",
	});
	await unfold(page, 'Make it yours', '.dg-name-list');
	const list = page.getByRole('group', { name: 'Customers' });
	await list.getByRole('textbox').fill('globex');
	await list.getByRole('textbox').press('Enter');
	await expect.poll(() => boxes(page, 'tenant')).toContain('globex');
	expect(problems).toEqual([]);
});

test('a chosen tip is compared side by side, and the address opens the same comparison', async () => {
	const { page, problems } = await openResult(customers);
	await unfold(page, 'Compare with another plan', '.dg-compare select');
	await page.getByLabel('One answer changed').selectOption({ index: 1 });
	const sides = page.locator('.dg-comparison .dg-sides > *');
	await expect.poll(() => sides.count()).toBe(2);
	expect(await page.locator('.dg-compare > [role=status]').innerText()).not.toBe('');
	const other = answersOf(new URL(page.url()).searchParams.get('with') ?? '');
	expect(await sides.nth(1).locator('h4').innerText()).toBe(planFor(other)?.headline);

	const elsewhere = await openResult(new URL(page.url()).search.slice(1));
	await elsewhere.page.locator('summary', { hasText: 'Compare' }).scrollIntoViewIfNeeded();
	await elsewhere.page.locator('.dg-comparison').waitFor();

	await page.getByRole('button', { name: 'End the comparison' }).click();
	await expect.poll(() => sides.count()).toBe(0);
	expect(new URL(page.url()).searchParams.has('with')).toBe(false);
	expect(problems).toEqual([]);
});

test('a pasted link is compared, and any other text gets a message', async () => {
	const { page } = await openResult(customers);
	await unfold(page, 'Compare with another plan', '.dg-compare select');
	const field = page.getByRole('textbox', { name: /link to another result/ });
	for (const wrong of ['', 'not a link', `https://example.org/?${begun}`]) {
		await field.fill(wrong);
		await field.press('Enter');
		await page.locator('.dg-compare .dg-error').waitFor();
		expect(await field.getAttribute('aria-invalid')).toBe('true');
	}
	const theirs = oneTeamByTeam;
	await field.fill(`Look here: [the plan](${addressOf(`/guide/?${theirs}&rules=1`)})`);
	await field.press('Enter');
	await page.locator('.dg-comparison').waitFor();
	expect(await page.locator('.dg-compare .dg-error').count()).toBe(0);
	expect(await page.locator('.dg-sides h4').allInnerTexts()).toEqual([
		planFor(answersOf(customers))?.headline,
		planFor(answersOf(theirs))?.headline,
	]);
});

test('choosing today’s layout gives the moves, and the address opens them', async () => {
	const { page } = await openResult(customers);
	await unfold(page, 'Start from what you have', '.dg-current select');
	const [stages, groups] = [
		page.locator('.dg-current select').nth(0),
		page.locator('.dg-current select').nth(1),
	];
	await stages.selectOption('namespace-per-stage');
	await groups.selectOption('namespace-per-group');
	await expect.poll(() => page.locator('[data-move]').count()).toBe(2);
	expect(new URL(page.url()).searchParams.get('from')).toBe(
		'namespace-per-stage.namespace-per-group',
	);
	const elsewhere = await openResult(new URL(page.url()).search.slice(1));
	await elsewhere.page
		.locator('summary', { hasText: 'Start from what you have' })
		.scrollIntoViewIfNeeded();
	await expect.poll(() => elsewhere.page.locator('[data-move]').count()).toBe(2);
	await stages.selectOption('two-instances');
	await groups.selectOption('tenant-per-group');
	await expect.poll(() => page.locator('[data-move]').count()).toBe(0);
	expect(await page.locator('.dg-current [role=status]').innerText()).not.toBe('');
});

test('trying a tip replaces the result, and Back returns to the one before', async () => {
	const { page } = await openResult(customers);
	await unfoldAll(page);
	await page.locator('[data-tip="stages=three-plus"] a').click();
	await expect.poll(() => new URL(page.url()).searchParams.get('stages')).toBe('three-plus');
	expect((await shown(page)).outcomes).toMatchObject({ stages: 'instance-per-stage' });
	expect(
		await page.locator('[data-guide=result] h2').evaluate((h2) => h2 === document.activeElement),
	).toBe(true);
	await page.goBack();
	await expect
		.poll(async () => (await shown(page)).outcomes)
		.toMatchObject({ stages: 'two-instances' });
	expect(new URL(page.url()).search).toBe(`?${customers}`);
});

test('after starting again, Back returns to the plan, even after a reload', async () => {
	const { page } = await openResult(customers);
	const { outcomes } = await shown(page);
	await pressMore(page, 'Start again');
	await showing(page, first.id);
	expect(new URL(page.url()).search).toBe('');
	await page.reload();
	await ready(page);
	await page.goBack();
	await showing(page, 'result');
	expect((await shown(page)).outcomes).toEqual(outcomes);
	expect(new URL(page.url()).search).toBe(`?${customers}`);
});

/** The record that the page should give, with the link titles that the page has. */
async function expectedRecord(page: Page, query: string): Promise<string> {
	const titles = await page
		.locator('.dg-frame astro-island')
		.first()
		.evaluate((island) => {
			const revive = (value: unknown): unknown => {
				const [type, inner] = value as [number, unknown];
				if (type === 1) return (inner as unknown[]).map(revive);
				if (typeof inner !== 'object' || inner === null) return inner;
				return Object.fromEntries(Object.entries(inner).map(([key, each]) => [key, revive(each)]));
			};
			const props = JSON.parse(island.getAttribute('props') ?? '{}') as Record<string, unknown>;
			return revive(props['titles']) as Record<string, string>;
		});
	const date = await page.evaluate(() => new Date().toLocaleDateString('sv'));
	const given = answersOf(query);
	return decisionRecord({ given, plan: planFor(given)!, address: addressOf, date, titles });
}

test('copied and downloaded Markdown are the record of these answers', async () => {
	const { page } = await openResult(customers, {
		prepare: (context) => context.grantPermissions(['clipboard-read', 'clipboard-write']),
	});
	const record = await expectedRecord(page, customers);
	expect(record).toContain(addressOf('/reference/decision-tables/#rule-stages.critical'));
	await pressMore(page, 'Copy as Markdown');
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(record);

	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Decision record' }).click(),
	]);
	expect(file.suggestedFilename()).toMatch(/\.md$/);
	expect(await contentOf(file)).toBe(record);
});

test('the copied link opens the same result', async () => {
	const { page } = await openResult(customers, {
		prepare: (context) => context.grantPermissions(['clipboard-read', 'clipboard-write']),
	});
	await page.getByRole('button', { name: 'Copy link' }).click();
	await expect.poll(() => page.locator('.dg-take [role=status]').innerText()).not.toBe('');
	const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
	expect(link.searchParams.has('rules')).toBe(true);
	const { outcomes } = await shown(page);
	const elsewhere = await openResult(link.search.slice(1));
	expect((await shown(elsewhere.page)).outcomes).toEqual(outcomes);
	expect(await elsewhere.page.locator('[data-notice]').count()).toBe(0);
});

test('the downloaded JSON matches the published schema, names and today’s layout included', async () => {
	const { page } = await openResult(`${customers}&from=single-instance.nothing-to-separate`, {
		before: `localStorage.setItem('kestra-environments.names', '{"version":1,"names":{"groups":["north","south","west"]}}')`,
	});
	await expect.poll(() => boxes(page, 'tenant')).toContain('west');
	const [file] = await Promise.all([page.waitForEvent('download'), pressMore(page, 'JSON')]);
	expect(file.suggestedFilename()).toMatch(/\.json$/);
	const document = JSON.parse(await contentOf(file)) as Record<string, unknown>;
	expect(document['$schema']).toBe(addressOf('/schemas/plan-2.json'));
	const schema = await (await fetch(addressOf('/schemas/plan-2.json'))).json();
	const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
	formats.default(ajv);
	const validate = ajv.compile(schema as object);
	validate(document);
	expect(validate.errors).toBeNull();
	expect(JSON.stringify(document)).toContain('"west"');
	expect(document['today']).toEqual({ stages: 'single-instance', groups: 'nothing-to-separate' });
});

test('every other outcome is ruled out by name, and tenants for stages always are', async () => {
	const { page } = await openResult(customers);
	await page.locator('.dg-parts[data-drawn]').waitFor();
	const { outcomes } = planFor(answersOf(customers))!;
	const others = decisions.flatMap(({ id, outcomes: all }) =>
		all.filter((outcome) => outcome.id !== outcomes[id]).map((outcome) => `${id}.${outcome.id}`),
	);
	const listed = await page
		.locator('[data-ruled-out]')
		.evaluateAll((found) => found.map((item) => (item as HTMLElement).dataset['ruledOut']));
	expect(listed.toSorted()).toEqual(others.toSorted());
	expect(await page.locator('[data-never=tenant-per-stage]').count()).toBe(1);
	await turnTo(page, oneTeam);
	await page.locator('.dg-parts[data-drawn]').waitFor();
	expect(await page.locator('[data-never]').count()).toBe(0);
});

test('for each unknown answer the result says what each value would change, or that it does not matter', async () => {
	const { page } = await openResult(unsure);
	await page.locator('.dg-parts[data-drawn]').waitFor();
	const items = page.locator('[data-guide=result] [data-unknown]');
	expect(await items.count()).toBe(2);
	expect(await items.nth(0).locator('li').count()).toBe(2);
	await turnTo(page, unsure.replace('impact=unknown', 'impact=critical'));
	await page.locator('.dg-parts[data-drawn]').waitFor();
	expect(await items.count()).toBe(1);
});

test('the advice for a single server is open when the link says that there is only one', async () => {
	const { page } = await openResult(`${customers}&capacity=one`);
	await page.locator('.dg-parts[data-drawn]').waitFor();
	const details = page.locator('.dg-part:has(#dg-one-server)');
	expect(await details.getAttribute('open')).not.toBeNull();
	await turnTo(page, customers);
	expect(await details.getAttribute('open')).toBeNull();
	await turnTo(page, oneTeam);
	await page.locator('.dg-parts[data-drawn]').waitFor();
	expect(await details.count()).toBe(0);
});
