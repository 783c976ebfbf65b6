/** A plan as a tree of plain text, for records and text alternatives. */

import { reachWords, stageWords } from '../kestra/labels.ts';
import type { Instance, Namespace, Tenant, Topology } from '../kestra/topology.ts';

interface Line {
	readonly says: string;
	readonly below: readonly Line[];
}

const line = (says: string, below: readonly Line[] = []): Line => ({ says, below });

/** How much of a plan an outline shows. */
export interface OutlineOptions {
	/** How many items of the same kind, such as customers, are shown before “and N more”; all by default. */
	readonly most?: number;
}

/**
 * A plan as a tree, one item per line. The same topology always gives the same text, without a final line break.
 * @param topology the plan
 * @param options how much of it to show
 */
export function outlineOf(topology: Topology, { most = Infinity }: OutlineOptions = {}): string {
	const shownGroups = new Set([
		...topology.groups.slice(0, most),
		...topology.exceptions.slice(0, most).map(({ name }) => name),
	]);
	const shows = ({ group }: { readonly group?: string }) =>
		group === undefined || shownGroups.has(group);

	/** The lines of siblings. Those of hidden groups, and of other kinds those beyond `most`, are only counted. */
	const siblings = <T extends { readonly group?: string }>(
		all: readonly T[],
		lineOf: (item: T) => Line,
		counted: boolean,
	): readonly Line[] => {
		const fitting = all.filter(shows);
		const shown = counted ? fitting.slice(0, most) : fitting;
		const rest = all.length - shown.length;
		return [...shown.map(lineOf), ...(rest > 0 ? [line(`and ${rest} more`)] : [])];
	};

	const namespaceLine = ({ path, level, stage, namespaces }: Namespace): Line =>
		line(
			level === 'stage' && stage
				? `Namespace ${path} (${stageWords[stage.role].toLowerCase()})`
				: `Namespace ${path}`,
			namespaceLines(namespaces),
		);
	const namespaceLines = (namespaces: readonly Namespace[]): readonly Line[] =>
		siblings(namespaces, namespaceLine, namespaces[0]?.level !== 'stage');
	const tenantLine = ({ name, namespaces }: Tenant): Line =>
		line(`Tenant ${name}`, namespaceLines(namespaces));
	const engineersLine = (tenants: readonly Tenant[]): readonly Line[] =>
		tenants.length === 0
			? []
			: [
					line(
						`A tenant for each engineer: ${listed(
							tenants.map(({ name }) => name),
							most,
						)}`,
						namespaceLines(tenants[0]!.namespaces),
					),
				];
	const instanceLine = (instance: Instance): Line => {
		const { name, stages, group, added, local, reach, tenants } = instance;
		const holds = stages.length > 1 ? 'all stages' : stageWords[stages[0]!.role].toLowerCase();
		// Does not repeat what the name already says.
		const words = name.split(' ');
		const notes = [
			...(words.includes(holds) ? [] : [holds]),
			...(group === undefined || words.includes(group) ? [] : [`for ${group}`]),
			...(added ? ['added by this plan'] : []),
			...(local ? ['may be an engineer’s machine'] : []),
		];
		return line(`Instance ${name}${notes.length ? ` (${notes.join(', ')})` : ''}`, [
			line(`Who reaches it: ${reachWords[reach]}`),
			...siblings(
				tenants.filter(({ purpose }) => purpose !== 'engineer'),
				tenantLine,
				false,
			),
			...engineersLine(tenants.filter(({ purpose }) => purpose === 'engineer')),
		]);
	};
	const { localInstances } = topology;
	return [
		...siblings(topology.instances, instanceLine, false),
		...(localInstances.length
			? [
					line(
						`Outside the plan, not counted: an instance on the machine of each engineer: ${listed(localInstances, most)}`,
					),
				]
			: []),
	]
		.flatMap((root) => [plain(root.says), ...branches(root.below, '')])
		.join('\n');
}

const branches = (lines: readonly Line[], indent: string): readonly string[] =>
	lines.flatMap(({ says, below }, index) => {
		const last = index === lines.length - 1;
		return [
			`${indent}${last ? '└── ' : '├── '}${plain(says)}`,
			...branches(below, `${indent}${last ? '    ' : '│   '}`),
		];
	});

const listed = (names: readonly string[], most: number): string =>
	[
		...names.slice(0, most),
		...(names.length > most ? [`and ${names.length - most} more`] : []),
	].join(', ');

/** Typed text as one line: line breaks and control characters become spaces. */
const plain = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
