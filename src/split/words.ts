/** The sentences of a result, for the page and for the report. Plain text. */
import type { Reference, Target, UseKind } from './inventory.ts';
import type { Separation } from './kinds.ts';
import { everyOther, type SplitResult } from './result.ts';

/** Longer names are cut. */
const longest = 80;

/** A text from a file, on one line, without characters that turn or hide others, and cut where it is long. */
export function shown(text: string): string {
	const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
	const characters = [...line.slice(0, longest * 2)];
	return characters.length > longest || line.length > longest * 2
		? `${characters.slice(0, longest).join('')}…`
		: line;
}

/** “1 flow”, “2 flows”. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
	`${count} ${count === 1 ? one : several}`;

/** What a reference leads to, without marks. */
export function targetWords(target: Target): string {
	switch (target.is) {
		case 'one':
			return shown(
				target.flow === undefined ? target.namespace : `${target.namespace}.${target.flow}`,
			);
		case 'several':
			return shown(target.words);
		case 'everything':
			return 'everything';
		default:
			return shown(target.words);
	}
}

/** What must be said beside a reference; empty where nothing must. */
export function remarks({ target, inFolder, unsure, disabled }: Reference): string[] {
	return [
		...(target.is === 'one' && !inFolder ? ['not in your files'] : []),
		...(target.is === 'several' && !inFolder ? ['matches nothing in your files'] : []),
		...(unsure === undefined ? [] : [`not sure: ${shown(unsure)}`]),
		...(disabled ? ['switched off'] : []),
	];
}

/** A part's name, or the words for every other part. */
export const partWords = (name: string): string =>
	name === everyOther ? 'every other part' : shown(name);

/** The line of counts. It never says that nothing breaks. */
export function summary({ flows, files, unread, notFlows, counts }: SplitResult): string {
	return [
		`${counted(flows.length, 'flow')} in ${counted(files, 'file')}`,
		`${unread.length} not read`,
		`${notFlows.length} without a flow`,
		`${counted(counts.references, 'reference')} beyond their own namespace`,
		`${counts.crossing} ${counts.crossing === 1 ? 'crosses' : 'cross'}`,
		`${counts.outside} ${counts.outside === 1 ? 'leads' : 'lead'} outside of your files`,
		`${counts.unknown} cannot be known`,
	].join(' · ');
}

/** The sentences above what crosses. They never say that nothing breaks. */
export function verdict({ counts, parts }: SplitResult): string {
	const outside =
		counts.outside === 0
			? ''
			: ` ${counted(counts.outside, 'reference')} ${counts.outside === 1 ? 'leads' : 'lead'} to a namespace without a flow in your files: decide in which part it will be.`;
	if (parts.length < 2)
		return `All flows are in one part, so nothing can cross. Choose the second level, or name the parts yourself.${outside}`;
	return counts.crossing === 0
		? `Found nothing that crosses.${outside} That is not “nothing breaks”: below is what both sides need, and what could not be seen.`
		: `Found ${counted(counts.crossing, 'reference')} that ${counts.crossing === 1 ? 'crosses' : 'cross'} from one part to another, of ${counts.references}.${outside} What could not be seen stands below.`;
}

export const needLabels: Readonly<Record<UseKind, string>> = {
	secret: 'Secrets',
	kv: 'KV pairs',
	envs: 'Variables of the environment (envs)',
	globals: 'Global variables (globals)',
	namespace: 'Variables of a namespace (namespace)',
};

/** What to do about what both sides need. */
export function needWords(kind: UseKind, separation: Separation): string {
	if (separation === 'tenant') {
		if (kind === 'envs' || kind === 'globals')
			return 'They belong to the instance: both tenants read the same value.';
		if (kind === 'secret')
			return 'Secrets from the environment of the server stay the same for both tenants. Those kept by Kestra must be created in each.';
	}
	if (kind === 'kv')
		return 'Each part has pairs of its own. A child finds the pairs of its parent without naming it, so the pair may stand further up.';
	return 'Provide them for each part.';
}

/** What no rule can see, in sentences. */
export function blindSpots({ opaque, unknown, counts }: SplitResult): string[] {
	return [
		...(opaque.scripts > 0
			? [
					`${counted(opaque.scripts, 'task')} with a script or commands: what a script calls is not read.`,
				]
			: []),
		...(opaque.prompts > 0
			? [`${counted(opaque.prompts, 'prompt')} for a model: what it does is not known.`]
			: []),
		...(unknown.length > 0
			? [`${counted(counts.unknown, 'reference')} with a target that only a run tells.`]
			: []),
		'Values of inputs, KV pairs, secrets and variables of namespaces.',
		'Allowed namespaces, roles, policies, and everything else that is not in the files.',
		'Callers from outside: pipelines, scripts and people who use an address of this instance.',
	];
}

/** Said where flows call others. */
export const callOrder =
	'A flow that calls another needs it: in the new place, deploy what is called before what calls it.';
