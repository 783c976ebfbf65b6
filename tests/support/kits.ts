/** Kits of every kind of plan, for tests. */

import type { Names } from '../../src/guide/kestra/names.ts';
import { kitOf } from '../../src/guide/kit/kit.ts';
import type { KitFile, Way } from '../../src/guide/kit/kit-file.ts';
import { ways } from '../../src/guide/kit/kit-file.ts';
import { longestName } from '../../src/guide/names/naming-rules.ts';
import type { Answered } from './plans.ts';
import { address, answered, everyKind } from './plans.ts';

/** A name as long as a name may be, each different. */
const long = (start: string) => start.padEnd(longestName, '0_-x');

/** Names that are valid and as awkward as they can be: long, alike, with marks, and words that mean something to YAML. */
export const strangeNames: Names = {
	company: long('c'),
	groups: [
		long('g'),
		'a',
		'a-b',
		'a_b',
		'null',
		'yes',
		'1e3',
		'local',
		'0x1f',
		'system',
		'2024-01-01',
	],
	exceptions: ['b-c', 'on', long('e')],
	hidden: ['no', '12-30', long('h')],
	teams: ['true', 't-', 't_'],
	domains: ['false', '007', 'd--d'],
	engineers: ['main', 'e1', long('n')],
	noun: { one: 'lab"; ${x} %{ if }\n- `#', many: "labs' {{ x }} <b>\\n" },
};

/** A kit, with what it was made from. */
export interface Kit extends Answered {
	readonly way: Way;
	readonly files: readonly KitFile[];
}

/** The kit of a plan. */
export const kitFor = ({ given, plan }: Answered, way: Way): Kit => ({
	given,
	plan,
	way,
	files: kitOf({
		given,
		plan,
		way,
		address,
		date: '2026-01-02',
		kestra: { version: '9.8', release: '9.8.7' },
	}),
});

/** The kits of every combination of outcomes and headline, in every way, with default names and with strange ones. */
export const everyKit: readonly Kit[] = everyKind.flatMap((one) =>
	ways.flatMap((way) => [kitFor(one, way), kitFor(answered(one.given, namesFor(one)), way)]),
);

/** Strange names with as many stages as the plan has; some begin like others, or have others in them. */
function namesFor({ plan }: Answered): Names {
	const { stages } = plan.topology;
	// As a part of a namespace it leaves room for the longest names of the others.
	const last = plan.outcomes.stages === 'namespace-per-stage' ? long('p').slice(0, 20) : long('p');
	return {
		...strangeNames,
		...(stages.length === 2 && { stages: ['no', last] }),
		...(stages.length > 2 && { stages: ['dev', 'dev-b', 'c', 'off', '1_0', last] }),
	};
}
