/**
 * What the engine says of flows and names, kept for tests that run without it: `tests/fixtures/kestra-*-<release>.json`,
 * written by `npm run check:kestra -- --write` alone.
 */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';
import { judgedKinds, nameSamples, nameTexts } from './name-samples.ts';

const folder = join(root, 'tests', 'fixtures');

/** The kinds of fixtures. */
export type FixtureKind = 'flow-schema' | 'names';

/** The path of a fixture. */
export const fixturePath = (kind: FixtureKind, release: string) =>
	join(folder, `kestra-${kind}-${release}.json`);

/** A fixture's text: one entry to a line, so that a diff shows which entries differ. */
function text(entries: Readonly<Record<string, unknown>>): string {
	const lines = Object.entries(entries).map(
		([key, value]) => `\t${JSON.stringify(key)}: ${JSON.stringify(value)}`,
	);
	return `{\n${lines.join(',\n')}\n}\n`;
}

/** Writes a fixture and removes that of any other release. */
export function writeFixture(
	kind: FixtureKind,
	release: string,
	entries: Readonly<Record<string, unknown>>,
): void {
	const path = fixturePath(kind, release);
	for (const other of globSync(`kestra-${kind}-*.json`, { cwd: folder }))
		rmSync(join(folder, other));
	writeFileSync(path, text(entries));
}

/** The entries in which a fixture and what the engine says now differ; all of them when there is no fixture. */
export function fixtureDifferences(
	kind: FixtureKind,
	release: string,
	entries: Readonly<Record<string, unknown>>,
): readonly string[] {
	const path = fixturePath(kind, release);
	const kept = existsSync(path)
		? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)
		: {};
	return [...new Set([...Object.keys(kept), ...Object.keys(entries)])].filter(
		(key) => JSON.stringify(kept[key]) !== JSON.stringify(entries[key]),
	);
}

/** Words for readers, and hints for the editor: not part of what makes a flow valid. */
const dropped = new Set([
	'title',
	'description',
	'markdownDescription',
	'default',
	'$dynamic',
	'$group',
	'$metrics',
	'$examples',
	'$internalStorageURI',
]);

/** A schema without its texts. What a map of properties holds are names, whatever they are called. */
function bare(node: unknown, named = false): unknown {
	if (Array.isArray(node)) return node.map((each) => bare(each));
	if (node === null || typeof node !== 'object') return node;
	const kept = Object.fromEntries(
		Object.entries(node)
			.filter(([key]) => named || !dropped.has(key))
			.map(([key, value]) => [key, bare(value, key === 'properties' && !named)]),
	);
	const all = kept['allOf'];
	if (!named && Array.isArray(all)) {
		const full = all.filter((each: object) => Object.keys(each).length > 0);
		if (full.length === 1 && Object.keys(kept).length === 1) return full[0];
	}
	return kept;
}

/** The engine's schema of a flow: its definitions by name, in order. */
export function schemaEntries(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const definitions = schema['definitions'] as Record<string, unknown>;
	return Object.fromEntries(
		Object.keys(definitions)
			.sort()
			.map((name) => [name, bare(definitions[name])]),
	);
}

/** The engine's verdicts: for each text the kinds of names that it may be. */
export function nameEntries(verdicts: readonly boolean[]): Record<string, readonly string[]> {
	if (verdicts.length !== nameSamples.length)
		throw new Error(`${verdicts.length} verdicts on ${nameSamples.length} names.`);
	return Object.fromEntries(
		nameTexts.map((name, index) => [
			// A key that is a whole number would be moved to the front.
			`“${name}”`,
			judgedKinds.filter((_, kind) => verdicts[kind * nameTexts.length + index]),
		]),
	);
}
