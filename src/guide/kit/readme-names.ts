/** The part of a README that lists names: the reader's own, and those that the guide made up as examples. */
import { code } from '../export/markdown.ts';
import { defaultNames } from '../kestra/names.ts';
import { type Called, questions } from '../kestra/questions.ts';
import type { Namespace, Topology } from '../kestra/topology.ts';
import { type ReadmeSource, table } from './readme-text.ts';

/** Names that a plan has where the reader gave none. */
const examples: ReadonlySet<string> = new Set([
	defaultNames.company,
	...questions
		.find(({ id }) => id === 'called')!
		.values.flatMap(({ id }) => defaultNames.groups(id as Called)),
	...defaultNames.exceptions,
	...defaultNames.hidden,
	...defaultNames.teams(true),
	...defaultNames.teams(false),
	...defaultNames.domains,
	...defaultNames.engineers,
]);

const levels = { group: 'a part of the plan', team: 'a team', domain: 'a subject' } as const;

/** The names in the files, with what each is of; the first meaning counts. */
export function namesIn({
	company,
	instances,
	groups,
	exceptions,
}: Topology): ReadonlyMap<string, string> {
	const found = new Map([[company, 'the company: where every namespace begins']]);
	const add = (name: string, of: string) => {
		if (!found.has(name)) found.set(name, of);
	};
	const walk = (namespaces: readonly Namespace[]) => {
		for (const { path, level, namespaces: below } of namespaces) {
			if (level !== 'stage') add(path.split('.').at(-1)!, levels[level]);
			walk(below);
		}
	};
	for (const name of groups) add(name, levels.group);
	for (const { name } of exceptions) add(name, 'what is set apart');
	for (const { tenants } of instances)
		for (const { name, purpose, namespaces } of tenants) {
			if (purpose === 'engineer') add(name, 'an engineer');
			walk(namespaces);
		}
	return found;
}

/** The part. */
export function names({ plan }: ReadmeSource): readonly string[] {
	const found = [...namesIn(plan.topology)];
	const made = found.filter(([name]) => examples.has(name));
	return [
		'## Names',
		`${made.length > 0 ? 'Those that say “example” were made up by the guide: give yours on its page under “Make it yours”, and take the files again.' : 'They are yours.'} Do that before the first flow is saved: a saved flow cannot change its namespace, and a tenant keeps its id.`,
		table(
			['Name', 'Of', 'Whose'],
			found.map(([name, of]) => [code(name), of, examples.has(name) ? 'example' : 'yours']),
		),
	];
}
