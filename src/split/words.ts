/** The sentences of a result, for the page and for the report. Plain text. */
import { type Beginning, dividingLevel } from './beginning.ts';
import type { Reference, Target, UseKind } from './inventory.ts';
import type { Separation } from './kinds.ts';
import type { Mapping } from './parts.ts';
import { everyOther } from './places.ts';
import type { SplitResult } from './result.ts';

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

const numbers = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** “the first level of the namespace”, “the first two levels of the namespace”. */
export const levelWords = (level: number): string =>
	level === 1
		? 'the first level of the namespace'
		: `the first ${numbers[level] ?? level} levels of the namespace`;

/** What makes the parts. */
export const mappingWords = (mapping: Mapping): string =>
	mapping.by === 'level' ? levelWords(mapping.level) : 'a list of your own';

/** Why a check begins with the parts that it has; empty where it needs no reason. */
export function beginningWords({ mapping, from }: Beginning): string {
	if (from === 'plan') return 'The parts are those that you named in your plan.';
	const level =
		mapping.by === 'level' && mapping.level > 1
			? `With fewer levels all flows would be in one part, so the parts begin with ${levelWords(mapping.level)}.`
			: '';
	return from === 'elsewhere'
		? `None of these flows is in a part that your plan names. ${level || 'The parts begin with the first level of the namespace.'}`
		: level;
}

/** The line of counts. It never says that nothing breaks. */
export function summary({ flows, files, unread, notFlows, counts }: SplitResult): string {
	const lead = (count: number) => (count === 1 ? 'leads' : 'lead');
	return [
		`${counted(flows.length, 'flow')} in ${counted(files, 'file')}`,
		`${unread.length} not read`,
		`${notFlows.length} without a flow`,
		...(flows.length === 0
			? []
			: [
					`${counted(counts.references, 'reference')} beyond their own namespace`,
					`${counts.crossing} ${counts.crossing === 1 ? 'crosses' : 'cross'}`,
					...(counts.noPart > 0 ? [`${counts.noPart} from or to a namespace in no part`] : []),
					`${counts.outside} ${lead(counts.outside)} to a namespace without a flow in your files`,
					...(counts.missing > 0
						? [`${counts.missing} ${lead(counts.missing)} to a flow that is not in your files`]
						: []),
					`${counts.unknown} cannot be known`,
				]),
	].join(' · ');
}

/** Said before the files that were not read, where flows were; empty where all was. */
export const incompleteWords = ({ flows, unread }: SplitResult): string =>
	flows.length === 0 || unread.length === 0
		? ''
		: `${counted(new Set(unread.map(({ file }) => file)).size, 'file')} could not be read, whole or in part, so what follows is incomplete.`;

/** What the parts leave out, counted, and what that leaves open; undefined where nothing is left out. */
export function noPartWords({
	withoutPart,
	counts,
}: SplitResult): { readonly left: string; readonly open: string } | undefined {
	if (withoutPart.length === 0) return undefined;
	const [is, it] = withoutPart.length === 1 ? ['is', 'it'] : ['are', 'them'];
	return {
		left: `${counted(withoutPart.length, 'namespace')} with ${counted(counts.flowsWithoutPart, 'flow')} ${is} in no part`,
		open:
			counts.noPart === 0
				? ''
				: counts.noPart === 1
					? `1 reference from or to ${it} stands apart below: whether it crosses is open until each has a part.`
					: `${counts.noPart} references from or to ${it} stand apart below: whether they cross is open until each has a part.`,
	};
}

/** The sentences above what crosses. They never say that nothing breaks. */
export function verdict(result: SplitResult): string {
	const { counts, files, flows, parts } = result;
	if (files === 0) return 'There was no YAML file to read, so this says nothing about a split.';
	if (flows.length === 0)
		return 'No flow was read, so this says nothing about a split. What was handed over is listed with the reason.';
	const outside =
		counts.outside === 0
			? ''
			: ` ${counted(counts.outside, 'reference')} ${counts.outside === 1 ? 'leads' : 'lead'} to a namespace without a flow in your files: decide in which part it will be.`;
	if (counts.crossing > 0)
		return `Found ${counted(counts.crossing, 'reference')} that ${counts.crossing === 1 ? 'crosses' : 'cross'} from one part to another, of ${counts.references}.${outside} What could not be seen stands below.`;
	if (parts.length < 2) return `${onePartWords(result)}${outside}`;
	return `Found nothing that crosses.${outside} That is not “nothing breaks”: below is what the parts need, and what could not be seen.`;
}

/** Where fewer than two parts have flows: why nothing can cross, and what to choose instead. */
function onePartWords({ flows, parts, withoutPart, split: { mapping } }: SplitResult): string {
	if (parts.length === 0) return 'No flow is in a part, so nothing is said about a split.';
	if (withoutPart.length > 0)
		return 'All flows that are in a part are in the same one. Put the others into parts too.';
	const level = dividingLevel(flows.map(({ namespace }) => namespace));
	if (level === undefined)
		return 'All flows are in one namespace, so nothing can cross. Hand over the others as well, if there are some.';
	return `All flows are in one part, so nothing can cross. ${
		mapping.by === 'level' ? `Choose ${levelWords(level)}` : 'Divide the list further'
	}.`;
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

/** What to do about what one part alone needs. */
export const ownNeedWords = (separation: Separation): string =>
	separation === 'tenant'
		? 'No other part uses these. Where a part moves to a tenant of its own, provide its secrets and pairs there; variables of the environment, global variables and secrets from the environment of the server stay the same.'
		: 'No other part uses these. Provide them where the part that uses them will be.';

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
