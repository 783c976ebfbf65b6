/** The README of a kit: what it sets up, in which order, what to fill in, how to check, how to go back. */
import { code, escaped, link, shownLink } from '../export/markdown.ts';
import { nextStepsOf } from '../kestra/next-steps.ts';
import { branchOf as namespaceOf } from '../plan/plan.ts';
import { runsOn } from './choices.ts';
import { stopCommand } from './commands.ts';
import { localAddress } from './environment.ts';
import type { KitFile } from './kit-file.ts';
import { placeholders, placeholdersIn } from './placeholders.ts';
import { delivering } from './readme-deliver.ts';
import { names } from './readme-names.ts';
import { backups, existing, setting, start } from './readme-start.ts';
import { kitSteps } from './readme-steps.ts';
import { kitAddress, type ReadmeSource, table } from './readme-text.ts';

/** The README: its marks to fill in are those of all the other files, and of its own commands. */
export function readmeFile(source: ReadmeSource): KitFile {
	const started = start(source);
	return {
		path: 'README.md',
		text: `${[
			...opening(source),
			...instances(source),
			...existing(source),
			...steps(source),
			...started,
			...setting(source),
			...delivering(source),
			...backups(source),
			...marks([...source.files, { path: 'README.md', text: started.join('\n') }]),
			...names(source),
			...back(source),
			'<!-- markdownlint-disable-file MD013 -->',
		].join('\n\n')}\n`,
	};
}

function opening(source: ReadmeSource): readonly string[] {
	const { plan, address, kestra } = source;
	return [
		`# ${escaped(plan.title)}`,
		`${escaped(plan.why)} Why, and what it risks: [the decision record](decision-record.md).`,
		`A kit for ${plan.topology.edition === 'enterprise' ? 'Kestra Enterprise' : 'open-source Kestra'} ${kestra.version}, made by an independent guide: ${shownLink(address(kitAddress(source)))}. Names are in these files and not in that address. Read each file before you use it; nothing here was run on your machines.`,
	];
}

const instances = ({ plan, places }: ReadmeSource): readonly string[] => [
	'## What stands',
	table(
		['Instance', 'Files', 'Environment', 'Address'],
		places.map((place) => [
			`${escaped(place.instance.name)}${place.instance.local ? ', which may be on a laptop' : ''}`,
			code(`instances/${place.id}.env`),
			escaped(place.environment),
			runsOn(plan) === 'compose' && place.instance.local
				? `<${localAddress(place.port)}>`
				: 'its `INSTANCE_URL`',
		]),
	),
	`Flows are in namespaces like ${code(namespaceOf(plan.path))}, ${places.length > 1 ? 'the same in every instance, and ' : 'and '}in the folder \`flows\` here.`,
];

function steps(source: ReadmeSource): readonly string[] {
	const { plan, address, titles } = source;
	return [
		'## Steps, in this order',
		...nextStepsOf(plan.facts).map(({ id, does, section }, index) => {
			const step = kitSteps[id]?.(source);
			if (!step) throw new Error(`README.md does not know the step "${id}".`);
			return [
				`${index + 1}. ${step.does ?? does} ${link(titles?.[section] ?? section, address(section))}`,
				`   - Here: ${step.here}`,
				`   - Check: ${step.check}`,
			].join('\n');
		}),
	];
}

function marks(files: readonly KitFile[]): readonly string[] {
	return [
		'## What to fill in',
		'Every value that only you know is marked in the same way. `grep -rn FILL_IN_ .` finds those that are left. A value in a file of variables stands there without quotes, and has no space, quote, backslash, `#` or `$`: their readers do not agree on those.',
		table(
			['Mark', 'What it is', 'Where'],
			[...placeholdersIn(files)].map(([name, paths]) => [
				code(name),
				placeholders[name],
				paths.map(code).join(', '),
			]),
		),
	];
}

/** How a change of a flow is taken back. */
function undo({ plan, way }: ReadmeSource): string {
	if (way !== 'git') return 'revert its commit and let the pipeline run.';
	// Where everything is one place, nothing is pulled.
	return plan.outcomes.stages === 'single-instance'
		? 'copy its text of an earlier commit into its editor.'
		: 'revert its commit and let the instance pull.';
}

function back(source: ReadmeSource): readonly string[] {
	const { plan, places } = source;
	const compose = runsOn(plan) === 'compose';
	const { id } = places[0]!;
	return [
		'## How to go back',
		[
			`- A flow: ${undo(source)} Earlier revisions are also in Kestra.`,
			'- What Terraform set: revert the change and apply again. What you remove from a folder is removed from Kestra.',
			`- An instance: ${code(stopCommand(plan, id))}${compose ? ', in `instances`,' : ''} stops ${code(id)} and keeps its ${compose ? 'data. With `--volumes` at the end, all of it is gone' : 'database and its bucket'}.`,
			'- An upgrade: restore the backup of database and storage, then start the earlier version.',
		].join('\n'),
	];
}
