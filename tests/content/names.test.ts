/** The rules for names against the verdicts of Kestra's engine, kept as data. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isName, namingOf } from '../../src/guide/names/naming-rules.ts';
import { runOn } from '../../src/run-on.ts';
import { fixturePath } from '../../tools/lib/kestra/fixtures.ts';
import { judgedKinds } from '../../tools/lib/kestra/name-samples.ts';

const verdicts = Object.entries(
	JSON.parse(readFileSync(fixturePath('names', runOn), 'utf8')) as Record<
		string,
		readonly string[]
	>,
).map(([quoted, kinds]) => [quoted.slice(1, -1), kinds] as const);

test('there are verdicts on at least 400 names, of both sorts for every kind', () => {
	expect(verdicts.length).toBeGreaterThanOrEqual(400);
	for (const kind of judgedKinds) {
		const accepted = verdicts.filter(([, kinds]) => kinds.includes(kind)).length;
		expect(accepted).toBeGreaterThan(40);
		expect(accepted).toBeLessThan(verdicts.length - 40);
	}
});

test.each(judgedKinds)(
	'a name of a %s passes when the engine accepts it, and only then',
	(kind) => {
		// That ten words are reserved is the documentation's rule, not the engine's.
		const reserved = namingOf(kind).reserved ?? [];
		const wrong = verdicts
			.map(([text, kinds]) => ({
				text,
				engine: kinds.includes(kind),
				guide: isName(kind, text) || reserved.includes(text),
			}))
			.filter(({ engine, guide }) => engine !== guide);
		expect(wrong).toEqual([]);
	},
);
