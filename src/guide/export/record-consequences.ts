/** The sections of a decision record on what follows: walls, risks, and what fails together. */
import type { Impact } from '../insight/failure-impact.ts';
import { courseOf, rowAddress, worstCases } from '../insight/failure-impact.ts';
import { boundaryWords, separations, separationsOf } from '../plan/isolation.ts';
import type { Blocks, RecordSource } from './record-text.ts';
import { bullets, sectionsOf } from './record-text.ts';

/** What stands between, and the risks. */
export function consequences(source: RecordSource): Blocks {
	const { risks, topology } = source.plan;
	const apart = separationsOf(topology);
	const kept = separations.flatMap(({ id, says }) => {
		const boundary = apart[id];
		return boundary === undefined ? [] : [`${says}: ${boundaryWords[boundary]}.`];
	});
	return [
		'### Consequences',
		'What stands between:',
		bullets(kept),
		...(risks.length
			? [
					'Risks accepted:',
					bullets(
						risks.map(
							({ title, says, todo, sections }) =>
								`**${title}.** ${says} What to do: ${todo} ${sectionsOf(source, sections)}`,
						),
					),
				]
			: []),
	];
}

/** The worst that each failure can do to the plan. */
export function whatFails(source: RecordSource): Blocks {
	const { topology } = source.plan;
	const inOne = topology.exceptions.length
		? 'In one group or exception, or in the rest'
		: 'In one group';
	return [
		'### What Fails Together',
		bullets(
			worstCases(topology).map(({ failure, outside, production, groups }) => {
				const { tells, helps } = courseOf(failure, topology.edition);
				const told = (where: string, { says, why, unless, rows, level }: Impact) =>
					`${where}: ${says}. ${why}${unless ? ` What would keep it away: ${unless}` : ''} ${sectionsOf(
						source,
						// The first row decides, at the level of the wall concerned.
						rows.slice(0, 1).map((row) => rowAddress(row, level)),
					)}`;
				return [
					`**${failure.title}.** ${tells}`,
					told(outside ? 'Before production' : 'Where everything runs', production),
					...(groups ? [told(inOne, groups)] : []),
					`What helps: ${helps}`,
				].join(' ');
			}),
		),
	];
}
