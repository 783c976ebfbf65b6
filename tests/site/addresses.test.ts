import { expect, test } from 'vitest';
import { publishedOn, readBuilt } from '../../tools/integrations/addresses/read-built.ts';
import { readRecorded, unrecorded } from '../../tools/integrations/addresses/record.ts';
import { dist } from '../../tools/lib/site.ts';
import { type BuiltPage, readingPages } from '../support/built.ts';

const reading = readingPages
	.filter(({ path }) => path !== '/404.html')
	.map((page) => [page.path, page] as const);

/** Ids for internal use: other elements refer to them, or an island uses them. */
function isInternal(id: string, { root }: BuiltPage): boolean {
	const element = root.getElementById(id);
	return (
		id === '_top' ||
		element?.closest('astro-island') !== null ||
		root.querySelector(
			`[aria-labelledby~="${id}"], [aria-describedby~="${id}"], [aria-controls~="${id}"], label[for="${id}"], use[href="#${id}"]`,
		) !== null
	);
}

test('the record of published addresses is up to date', () => {
	expect(
		unrecorded(readRecorded(), readBuilt(dist).published),
		'These addresses are new or have another title: run "npm run links:accept" to record them.',
	).toEqual([]);
});

test.each(reading)('on %s every place with an address has a link to it', (_path, page) => {
	const published = publishedOn(page.root);
	const unlinked = page.root
		.querySelectorAll('main [id]')
		.map(({ id }) => id)
		.filter((id) => !Object.hasOwn(published, id) && !isInternal(id, page));
	expect(unlinked).toEqual([]);
});

test.each(reading)('on %s no two links to places have the same name', (_path, page) => {
	const names = Object.values(publishedOn(page.root));
	expect(names).not.toContain('');
	expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(reading)('addresses on %s are short, lower case and readable', (_path, page) => {
	const ids = Object.keys(publishedOn(page.root));
	const odd = ids.filter((id) => !/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(id) || id.length > 60);
	expect(odd).toEqual([]);
});
