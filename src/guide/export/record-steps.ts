/** The sections of a decision record on what to do: migrations from today’s layout, and next steps. */
import type { CurrentLayout } from '../insight/migration-path.ts';
import { migrationPath } from '../insight/migration-path.ts';
import { allOf, outcomeOf } from '../kestra/lookup.ts';
import { nextStepsOf } from '../kestra/next-steps.ts';
import type { Blocks, RecordSource } from './record-text.ts';
import { bullets, checklist, sectionLink, sectionsOf } from './record-text.ts';

/** The migrations from today’s layout. */
export function fromToday(source: RecordSource, today: CurrentLayout): Blocks {
	const { plan } = source;
	const { migrations, order, byHand, leavesEnterprise } = migrationPath(today, plan);
	const now = allOf([
		`“${outcomeOf('stages', today.stages).label}”`,
		`“${outcomeOf('groups', today.groups).label}”`,
	]);
	return [
		'## From Today’s Layout',
		migrations.length
			? `Today: ${now}. These migrations lead from there to the plan, in this order.${order ? ` ${order}` : ''}`
			: `Today: ${now}. That is what this plan comes to; only names may differ.`,
		...migrations.flatMap(({ does, caution, steps: parts, reversible, sections }, index) => [
			`### Migration ${index + 1}: ${does.replace(/\.$/, '')}`,
			...(caution ? [caution] : []),
			checklist(parts),
			`${reversible.can === 'no' ? 'No way back' : 'Way back'}: ${reversible.words} ${sectionsOf(source, sections)}`,
		]),
		...(byHand.length
			? [
					'### What No Migration Carries',
					bullets(
						byHand.map(
							({ what, does, section }) => `**${what}.** ${does} ${sectionLink(source, section)}.`,
						),
					),
				]
			: []),
		...(leavesEnterprise
			? ['Open source has one tenant: the tenants of today have to be given up.']
			: []),
	];
}

/** What to do next. */
export const steps = (source: RecordSource): Blocks => [
	'## Next Steps',
	checklist(
		nextStepsOf(source.plan.facts).map(
			({ does, section }) => `${does} ${sectionLink(source, section)}`,
		),
	),
];
