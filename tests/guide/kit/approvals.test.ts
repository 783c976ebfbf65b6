import { expect, test } from 'vitest';
import type { KitFile } from '../../../src/guide/kit/kit-file.ts';
import { placesOf } from '../../../src/guide/kit/places.ts';
import { yamlOf } from '../../support/kit-checks.ts';
import type { Kit } from '../../support/kits.ts';
import { everyKit } from '../../support/kits.ts';

const nameOf = ({ plan, way }: Kit) => `${plan.topology.edition}, ${way}: ${plan.title}`;
const file = (files: readonly KitFile[], pattern: RegExp) =>
	files.find(({ path }) => pattern.test(path))!.text;
const ofWay = (way: Kit['way']) => everyKit.filter((kit) => kit.way === way);

/** The ids of instances that a job of GitHub works in. */
const instancesOf = (job: {
	readonly strategy: { readonly matrix: { readonly include: readonly { instance: string }[] } };
}) => job.strategy.matrix.include.map(({ instance }) => instance);

test('an approval is asked for only by environments in which nothing is validated', () => {
	let asked = 0;
	let open = 0;
	for (const kit of ofWay('github')) {
		const text = file(kit.files, /^\.github/);
		const { jobs } = yamlOf(text) as { jobs: Record<string, Parameters<typeof instancesOf>[0]> };
		const all = Object.values(jobs).map(instancesOf);
		const earlier = new Set(all.slice(0, -1).flat());
		const apart = all.at(-1)!.every((instance) => !earlier.has(instance));
		if (apart) asked++;
		else open++;
		expect(/environment: .*reviewers/.test(text), nameOf(kit)).toBe(apart);
	}
	expect(asked).toBeGreaterThan(50);
	expect(open).toBeGreaterThan(50);
});

test('the README has exactly the instances that do nothing but the real work ask for an approval', () => {
	for (const kit of everyKit) {
		if (kit.way === 'git') continue;
		const told = /^\d\. .* ask for an approval.*$/m.exec(file(kit.files, /^README/))?.[0] ?? '';
		const places = placesOf(kit.plan.topology);
		const named = places.filter(({ id }) => told.includes(`\`${id}\``));
		for (const { stage } of named) expect(stage.role).toBe('production');
		const production = places.filter(({ stage }) => stage.role === 'production');
		expect(named.length, nameOf(kit)).toBe(production.length);
	}
});

test('variables of GitLab are protected only where no merge request is validated with them', () => {
	let looked = 0;
	for (const kit of ofWay('gitlab')) {
		const text = file(kit.files, /^\.gitlab/);
		const jobs = yamlOf(text) as Record<
			string,
			{ parallel?: { matrix: readonly { INSTANCE: string }[] } }
		>;
		const all = Object.values(jobs).flatMap(({ parallel }) =>
			parallel ? [parallel.matrix.map(({ INSTANCE }) => INSTANCE)] : [],
		);
		const apart = all.at(-1)!.every((instance) => !all[0]!.includes(instance));
		if (!apart) looked++;
		expect(/^# .*\bprotected\b/m.test(text), nameOf(kit)).toBe(apart);
	}
	expect(looked).toBeGreaterThan(50);
});
