/**
 * Which namespace belongs to which part. A part takes namespaces by whole segments: `acme` takes `acme.finance`, never
 * `acmecorp`.
 */

import type { Topology } from '../guide/kestra/topology.ts';
import { groupBy } from './group.ts';
import type { Separation } from './kinds.ts';

/** Namespaces that stay together, with everything below them. */
export interface Part {
	readonly name: string;
	readonly namespaces: readonly string[];
}

/** How namespaces become parts: by their first levels, or by a list. */
export type Mapping =
	| { readonly by: 'level'; readonly level: number }
	| { readonly by: 'list'; readonly parts: readonly Part[] };

/** Says to which part a namespace belongs; undefined where none takes it. */
export type PartOf = (namespace: string) => string | undefined;

/** The function of a mapping. With a list, the longest namespace that fits wins. */
export function partsBy(mapping: Mapping): PartOf {
	if (mapping.by === 'level')
		return (namespace) => namespace.split('.').slice(0, mapping.level).join('.') || undefined;
	const names = new Map(
		mapping.parts.flatMap(({ name, namespaces }) =>
			namespaces.map((each) => [each, name] as const),
		),
	);
	return (namespace) => {
		for (const each of upwards(namespace)) {
			const name = names.get(each);
			if (name !== undefined) return name;
		}
		return undefined;
	};
}

/** A namespace and those above it, the nearest first. */
export function* upwards(namespace: string): Generator<string> {
	for (let rest = namespace; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('.'))))
		yield rest;
}

/** The parts of a mapping by level, as a list that can be edited. */
export function partsOfLevel(namespaces: Iterable<string>, level: number): readonly Part[] {
	const partOf = partsBy({ by: 'level', level });
	const names = new Set([...namespaces].flatMap((namespace) => partOf(namespace) ?? []));
	return [...names].sort().map((name) => ({ name, namespaces: [name] }));
}

/** A list of parts as text: a line for each namespace, `acme.finance = finance`. */
export const writeParts = (parts: readonly Part[]): string =>
	parts
		.flatMap(({ name, namespaces }) => namespaces.map((namespace) => `${namespace} = ${name}`))
		.join('\n');

/** What a text of parts says, and the lines that were not understood, from 1. */
export interface PartsRead {
	readonly parts: readonly Part[];
	readonly wrong: readonly number[];
}

/** Reads what `writeParts` writes. A namespace without a name is a part of its own; empty lines are skipped. */
export function readParts(text: string): PartsRead {
	const parts = new Map<string, string[]>();
	const seen = new Set<string>();
	const wrong: number[] = [];
	for (const [index, line] of text.split(/\r?\n/).entries()) {
		if (line.trim() === '') continue;
		const { namespace, name } =
			/^\s*(?<namespace>[A-Za-z0-9][\w.-]*?)\.?\s*(?:[=:]\s*(?<name>\S.*?)\s*)?$/.exec(line)
				?.groups ?? {};
		if (namespace === undefined || seen.has(namespace)) {
			wrong.push(index + 1);
			continue;
		}
		seen.add(namespace);
		const part = name ?? namespace;
		parts.set(part, [...(parts.get(part) ?? []), namespace]);
	}
	return {
		parts: [...parts].map(([name, namespaces]) => ({ name, namespaces })),
		wrong,
	};
}

/** What a plan separates. */
export interface PlanParts {
	readonly separation: Separation;
	/** Empty where the plan separates no groups: each of its instances then holds every namespace. */
	readonly parts: readonly Part[];
	/** The company's name that their namespaces begin with, where it is the plan's example and not the reader's. */
	readonly example?: string;
}

/**
 * The parts of a plan. Only groups make parts: instances for stages all hold the same namespaces, so that no reference
 * crosses between them. Groups are separated by instances or, where all of them share those, by tenants.
 * A plan's namespaces are examples until the reader names them: show them to be edited.
 */
export function partsOfTopology({ instances, company, exceptions }: Topology): PlanParts {
	const boxes = instances.flatMap((instance) =>
		instance.tenants.map((tenant) => ({
			instance: instance.group,
			tenant: tenant.purpose === 'group' ? (tenant.group ?? tenant.name) : undefined,
			paths: tenant.namespaces.map(({ path }) => path),
		})),
	);
	const separation = boxes.some(({ instance }) => instance !== undefined) ? 'instance' : 'tenant';
	const parts = new Map<string, Set<string>>();
	for (const box of boxes) {
		// An exception that is only hidden is a part beside those with instances of their own.
		const hidden = exceptions.some((exception) => exception.name === box.tenant);
		const name = box[separation] ?? (hidden ? box.tenant : undefined);
		if (name === undefined) continue;
		const paths = parts.get(name) ?? new Set();
		for (const path of box.paths) paths.add(path);
		parts.set(name, paths);
	}
	const own = withoutCommonPaths(
		[...parts].map(([name, paths]) => ({ name, namespaces: [...paths] })),
	);
	const isException = ({ name }: Part) => exceptions.some((exception) => exception.name === name);
	// Whoever is no exception stays together, whatever else stands below the company's name.
	const rest =
		own.length > 0 && own.every(isException) ? [{ name: 'rest', namespaces: [company] }] : [];
	return { separation, parts: [...own, ...rest] };
}

/** A namespace that several parts have, as a company's name is, says nothing about which part it belongs to. */
function withoutCommonPaths(parts: readonly Part[]): readonly Part[] {
	const owners = groupBy(
		parts.flatMap(({ name, namespaces }) => namespaces.map((path) => ({ name, path }))),
		({ path }) => path,
	);
	return parts.map(({ name, namespaces }) => {
		const own = namespaces.filter((path) => owners.get(path)?.length === 1);
		return { name, namespaces: own.length > 0 ? own : [name] };
	});
}
