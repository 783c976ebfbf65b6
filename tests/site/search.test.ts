// cspell:ignore kuberntes upgarde namespce
/** The search, on the built index: readers find the right page in their own words, among the first three. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { findIn, type Index, type Pagefind, ranking } from '../../src/lib/search.ts';
import type { Synonyms } from '../../src/lib/search-words.ts';
import { base, dist } from '../../tools/lib/site.ts';
import { pages, read, withoutBase } from '../support/built.ts';

const entries = parse(readFileSync('src/content/synonyms.yaml', 'utf8')) as Record<
	string,
	Synonyms
>;
let index: Index;

beforeAll(async () => {
	const origin = 'https://site.invalid';
	vi.stubGlobal('fetch', async (address: string | URL) => {
		const { pathname } = new URL(address, origin);
		return new Response(readFileSync(join(dist, pathname.slice(base.length))));
	});
	const pagefind = (await import(
		/* @vite-ignore */ pathToFileURL(join(dist, 'pagefind/pagefind.js')).href
	)) as Pagefind;
	await pagefind.options({ basePath: `${origin}${base}pagefind/`, baseUrl: base, ranking });
	index = {
		pagefind,
		synonyms: JSON.parse(read('synonyms.json')) as Synonyms[],
		words: async () => JSON.parse(read('pagefind/words.json')) as string[],
	};
});

/** The first three pages, without the base. */
async function firstThree(words: string): Promise<readonly string[]> {
	const { pages } = await findIn(index, words);
	return pages.slice(0, 3).map(({ address }) => withoutBase(address) ?? address);
}

test('the served list of synonyms is the one in the content', () => {
	expect(index.synonyms).toEqual(Object.values(entries));
});

test('every place that a synonym leads to is there', () => {
	const places = new Set(
		pages.flatMap(({ path, root }) => [
			path,
			...root.querySelectorAll('[id]').map(({ id }) => `${path}#${id}`),
		]),
	);
	const leads = Object.values(entries).flatMap((entry) => entry.leads);
	expect(leads.filter((lead) => !places.has(lead))).toEqual([]);
});

describe.each(Object.entries(entries))('the words of “%s”', (_, { words, leads }) => {
	const treated = leads.map((lead) => lead.replace(/#.*/, ''));

	test.each([...words])('“%s” leads to a page that treats it', async (word) => {
		const found = (await firstThree(word)).filter((path) => treated.includes(path));
		expect(found, word).not.toEqual([]);
	});
});

test.each([
	['uat', /instance-per-stage/],
	['pre-prod environment', /instance-per-stage|four-environments/],
	['multi-tenancy', /concepts\/tenants/],
	['clients', /tenant-per-group|ten-customers/],
	['rbac', /production-access/],
	['ci/cd', /promotion/],
	['gitlab ci', /promotion/],
	['helm', /two-instances|promotion|upgrades/],
	['gdpr', /countries-by-law/],
	['sso', /production-access|editions/],
	['rollback', /upgrades/],
	['env vars per environment', /secrets/],
	['single vm', /critical-on-one-server|single-instance|two-instances/],
	['sandbox per developer', /engineer/],
	['who can deploy to prod', /production-access/],
	['schedules only in production', /schedules/],
	['trigger disabled re-enabled after deploy', /schedules|symptoms/],
	['triggers disabled in yaml enable in UI', /schedules|symptoms/],
	['production syncs from the wrong branch and flows were deleted', /promotion|symptoms/],
	['one sync flow for dev and prod, a secret decides the branch', /promotion/],
	['PushFlows erases files from branch', /promotion|symptoms/],
	['SyncNamespaceFiles delete true files not removed', /promotion|symptoms/],
	['SyncNamespaceFiles namespace not created', /promotion|symptoms/],
	['Cloudflare proxy kestra.url Git task login page', /promotion|production-access/],
	['401 Unauthorized PushFlows', /promotion|symptoms/],
	['change namespace of a flow', /moving|names/],
	['read KV from another namespace open source', /secrets/],
	['disable the web editor in production', /production-access/],
	['basic auth disable', /production-access|upgrades/],
	['port 8080 already used', /two-instances|symptoms/],
	['test instance next to production on one VPS, disk busy', /symptoms|two-instances|one-server/],
	['dynamic subflow namespace', /promotion|namespace-per-stage/],
	['scripts land in system', /promotion|symptoms/],
	['force delete namespace', /moving|symptoms/],
	['worker group not running tasks waiting', /upgrades|symptoms/],
	['limit permissions open source git', /production-access/],
	['SyncFlows subflow namespace must not be empty', /promotion|symptoms/],
	['Helm two releases one cluster', /two-instances|upgrades|promotion/],
	['allowed_namespaces terraform drift', /promotion|symptoms/],
])('finds “%s” where it is treated', async (words, where) => {
	const found = await firstThree(words);
	expect(
		found.filter((path) => where.test(path)),
		String(found),
	).not.toEqual([]);
});

/** Where the first result leads: to its best section, or to the page. */
async function first(words: string): Promise<string | undefined> {
	const [page] = (await findIn(index, words)).pages;
	const section = page?.whole ? undefined : page?.sections[0];
	return withoutBase(section?.address ?? page?.address ?? '');
}

test.each([
	['migrate tenant', '/practices/moving/#to-tenants'],
	['service account', '/practices/production-access/#pipeline'],
	['how many instances', '/concepts/instances/#when'],
	['how many tenants', '/concepts/tenants/#when'],
	['worker group', '/concepts/tenants/#worker-isolation'],
	['worker isolation', '/concepts/tenants/#worker-isolation'],
	['contractors', '/practices/production-access/#contractors'],
	['freelancers', '/practices/production-access/#contractors'],
	['blue green', '/practices/upgrades/#order'],
	['upgrade', '/practices/upgrades/'],
	['gdpr', '/concepts/tenants/#countries'],
	['rbac', '/practices/production-access/#enterprise'],
	['dev vs prod', '/concepts/instances/#dev-and-prod'],
	['separate dev and prod', '/concepts/instances/#dev-and-prod'],
	['tenant vs namespace', '/concepts/compare/'],
	['open source vs enterprise', '/concepts/editions/'],
	['one instance per team', '/strategies/instance-per-group/'],
	['multiple teams one instance', '/strategies/namespace-per-group/'],
	['tenant per customer', '/strategies/tenant-per-group/'],
	['promote flows to production', '/practices/promotion/'],
	['git branch per environment', '/practices/promotion/#git-tasks'],
	['secrets per environment', '/practices/secrets/'],
	['share secrets between namespaces', '/concepts/namespaces/#allowed-namespaces'],
	['read only users', '/practices/production-access/#enterprise'],
	['api token for the pipeline', '/practices/production-access/#pipeline'],
	['rename a namespace', '/practices/moving/#rename'],
	['delete a tenant', '/practices/moving/#deleting'],
	['move flows to another tenant', '/practices/moving/#to-tenants'],
	['cost of a second instance', '/concepts/editions/#licence'],
	['helm values', '/strategies/two-instances/#set-up'],
	['docker compose dev and prod', '/strategies/two-instances/#set-up'],
	['upgrade order', '/practices/upgrades/'],
	['rollback after upgrade', '/practices/upgrades/#rollback'],
	['shared database', '/concepts/instances/#own-database'],
	['noisy neighbour', '/practices/symptoms/#slow'],
	['staging environment', '/strategies/instance-per-stage/'],
	['sandbox for each engineer', '/strategies/local-instance-per-engineer/'],
	['kv store between environments', '/practices/secrets/#kv'],
	['schedule only in production', '/practices/schedules/'],
	['terraform modules', '/practices/promotion/#terraform'],
	['naming convention', '/practices/names/'],
	['call a flow in another instance', '/concepts/instances/#talking-across'],
	['subflow across namespaces', '/concepts/namespaces/#allowed-namespaces'],
	['developers should not see production data', '/practices/production-access/'],
	['high availability', '/concepts/instances/#what'],
	['hotfix', '/practices/production-access/#emergency'],
])('the first result for “%s” is %s', async (words, address) => {
	expect(await first(words)).toBe(address);
});

test.each([
	['kuberntes', 'kubernetes'],
	['tennant', 'tenant'],
	['upgarde order', 'upgrade order'],
	['namespce per team', 'namespace per team'],
])('for “%s”, “%s” is suggested', async (words, instead) => {
	expect((await findIn(index, words)).instead).toBe(instead);
});

test.each(['airflow', 'xylophone', 'namespaces', 'developers'])(
	'for “%s”, nothing is suggested',
	async (words) => {
		expect((await findIn(index, words)).instead).toBeUndefined();
	},
);

test('how many pages have a word is told apart from how many are listed', async () => {
	const { pages, all } = await findIn(index, 'upgrade');
	expect(pages.length).toBeLessThan(all);
	expect(all).toBeGreaterThan(20);
	const rare = await findIn(index, 'contractors');
	expect(rare.pages).toHaveLength(rare.all);
});

test('a word of two parts is not found where one of them stands', async () => {
	expect((await findIn(index, 'airport')).pages).not.toEqual([]);
	expect((await findIn(index, 'air-gapped')).pages).toEqual([]);
});

describe('a pasted error', () => {
	test.each([
		[
			'io.kestra.core.exceptions.KestraRuntimeException: Failed to export flows from Kestra for namespace company.team Caused by: ApiException{code=401}',
			'/practices/symptoms/#git',
		],
		[
			"java.lang.IllegalArgumentException: Branch 'prod' does not exist on repository 'https://git.example.com/acme/flows'",
			'/practices/symptoms/#git',
		],
		[
			'HTTP 422 {"detail":"Unrecognized field \\"pluginDefaults\\""}',
			'/practices/symptoms/#upgrade',
		],
	])('“%s” leads to its row', async (words, section) => {
		const { pages } = await findIn(index, words);
		const sections = pages
			.slice(0, 3)
			.flatMap((page) => page.sections.map(({ address }) => address));
		expect(sections.map((address) => withoutBase(address))).toContain(section);
	});
});

test('words that no page has are named, and the others are searched for', async () => {
	const { pages, missing } = await findIn(index, 'tenant xylophone');
	expect(missing).toEqual(['xylophone']);
	expect(pages.length).toBeGreaterThan(3);
});

test('nothing is found only when no page has any of the words', async () => {
	expect((await findIn(index, 'xylophone')).pages).toEqual([]);
});

test('a result leads to the section, with the section’s name and its text', async () => {
	const [page] = (await findIn(index, 'a branch that does not exist')).pages;
	expect(withoutBase(page?.sections[0]?.address ?? '')).toBe(
		'/practices/promotion/#missing-branch',
	);
	expect(page?.sections[0]?.title).toBe('A branch that does not exist');
	expect(page?.sections[0]?.excerpt.some(({ marked }) => marked)).toBe(true);
});
