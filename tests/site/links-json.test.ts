import { expect, test } from 'vitest';
import { readBuilt } from '../../tools/integrations/addresses/read-built.ts';
import { dist } from '../../tools/lib/site.ts';
import { pages, read, withBase } from '../support/built.ts';
import { validator } from '../support/json-schema.ts';

interface Document {
	readonly site: string;
	readonly kinds: readonly { id: string }[];
	readonly links: readonly { address: string; path: string; kind: string; markdown: string }[];
}

const document = JSON.parse(read('links.json')) as Document;
const list = pages.find(({ path }) => path === '/reference/links/');

/** What is in one list and not in another. */
const without = (all: readonly string[], others: readonly string[]) => {
	const known = new Set(others);
	return all.filter((address) => !known.has(address));
};

test('links.json matches its schema', () => {
	const problems = validator(JSON.parse(read('schemas/links-1.json')));
	expect(problems(document)).toEqual([]);
	expect(problems({ ...document, links: [] })).not.toEqual([]);
});

test('links.json lists what the site publishes and nothing else', () => {
	const { published } = readBuilt(dist);
	const now = Object.keys(published);
	const listed = document.links.map(({ path }) => path);
	const advice =
		'The list is made from the recorded addresses: run "npm run links:accept", or build again if they are recorded.';
	expect(without(now, listed), `Not listed. ${advice}`).toEqual([]);
	expect(without(listed, now), `Listed, but not on the site. ${advice}`).toEqual([]);
	expect(listed, 'Listed twice.').toHaveLength(new Set(listed).size);
});

test('every link has a kind that the document explains, and every kind has a link', () => {
	const explained = document.kinds.map(({ id }) => id).toSorted();
	const used = [...new Set(document.links.map(({ kind }) => kind))].toSorted();
	expect(used).toEqual(explained);
});

test('the page of links lists what links.json lists, with the same Markdown', () => {
	const rows = list?.root.querySelectorAll('.link-list li') ?? [];
	const shown = rows.map((row) => ({
		address: row.querySelector('a')?.getAttribute('href'),
		markdown: row.querySelector('code')?.textContent,
	}));
	const expected = document.links.map(({ path, markdown }) => ({
		address: withBase(path),
		markdown,
	}));
	const byAddress = (
		one: { address?: string | undefined },
		other: { address?: string | undefined },
	) => (one.address ?? '').localeCompare(other.address ?? '');
	expect(shown.toSorted(byAddress)).toEqual(expected.toSorted(byAddress));
});

test('addresses are full, below the site’s own, and in the Markdown', () => {
	const wrong = document.links.filter(
		({ address, path, markdown }) =>
			address !== new URL(path.slice(1), document.site).href || !markdown.endsWith(`](${address})`),
	);
	expect(wrong).toEqual([]);
});

test('the starter pack is ten links to published addresses', () => {
	const code = list?.root.querySelector('.expressive-code [data-code]')?.getAttribute('data-code');
	const links = [...(code ?? '').matchAll(/\]\((\S+)\):/g)].map(([, address]) => address);
	expect(links).toHaveLength(10);
	const known = new Set(document.links.map(({ address }) => address));
	expect(links.filter((address) => !known.has(address ?? ''))).toEqual([]);
});
