/** What the check takes from a plan, and from the files that it is given. */
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { partsOfPlan } from '../../src/components/split/parts-of-plan.ts';
import { filesInZip } from '../../src/components/split/unzip.ts';

const shared = 'impact=critical&stages=two&people=several&own=none&edition=enterprise';
const named = (names: object) =>
	localStorage.setItem('kestra-environments.names', JSON.stringify({ version: 1, names }));
beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

test('the example names of a plan make no parts, and what separates is taken all the same', () => {
	expect(partsOfPlan(`?${shared}&walls=all`)).toMatchObject({
		naming: 'examples',
		separation: 'tenant',
		parts: [],
	});
	expect(partsOfPlan(`?${shared.replace('own=none', 'own=all')}&walls=all`)).toMatchObject({
		naming: 'examples',
		separation: 'instance',
	});
});

test('names that the reader gave make the parts', () => {
	named({ company: 'globex', groups: ['payments', 'risk'] });
	const plan = partsOfPlan(`?${shared}&walls=all`);
	expect(plan).toMatchObject({
		naming: 'own',
		parts: [
			{ name: 'payments', namespaces: ['globex.payments'] },
			{ name: 'risk', namespaces: ['globex.risk'] },
		],
	});
	expect(plan).not.toHaveProperty('example');
});

test('the company is said to be an example where only the groups are named', () => {
	named({ groups: ['payments', 'risk'] });
	const plan = partsOfPlan(`?${shared}&walls=all`);
	expect(plan?.parts[0]?.namespaces).toEqual([`${plan?.example}.payments`]);
});

test('whoever was not named stays together beside what was', () => {
	named({ company: 'globex', hidden: ['vault'] });
	expect(partsOfPlan(`?${shared}&walls=some`)?.parts).toEqual([
		{ name: 'vault', namespaces: ['globex.vault'] },
		{ name: 'rest', namespaces: ['globex'] },
	]);
});

test('a plan without groups has no parts, and without answers there is no plan', () => {
	expect(partsOfPlan(`?${shared}&walls=none`)).toMatchObject({ naming: 'none', parts: [] });
	expect(partsOfPlan('?utm_source=x')).toBeUndefined();
});

/** A ZIP whose names are in UTF-8 without the flag that says so. */
function withoutFlag(name: string): Uint8Array {
	const bytes = zipSync({ [name]: strToU8('id: x') });
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
	for (let at = 0; at + 4 < bytes.length; at++) {
		const offset = { 67324752: 6, 33639248: 8 }[view.getUint32(at, true)];
		if (offset) view.setUint16(at + offset, view.getUint16(at + offset, true) & ~0x800, true);
	}
	return bytes;
}

test.each(['odd <b>&é name.yaml', '日本語/café.yml', 'plain.yaml'])(
	'a name in a ZIP is read as it was meant, with the flag for UTF-8 and without: %s',
	(name) => {
		for (const bytes of [zipSync({ [name]: strToU8('id: x') }), withoutFlag(name)])
			expect(filesInZip(bytes)).toEqual([{ name, content: 'id: x' }]);
	},
);

test('a damaged ZIP is none', () => {
	const bytes = withoutFlag('a.yaml');
	expect(filesInZip(bytes)).toHaveLength(1);
	expect(() => filesInZip(bytes.slice(0, 20))).toThrow();
	expect(() => filesInZip(strToU8('not a zip'))).toThrow();
});
