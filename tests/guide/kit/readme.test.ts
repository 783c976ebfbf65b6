import { spawnSync } from 'node:child_process';
import { lint } from 'markdownlint/sync';
import { expect, test } from 'vitest';
import { runsOn } from '../../../src/guide/kit/choices.ts';
import { namesIn } from '../../../src/guide/kit/readme-names.ts';
import {
	blocksOf,
	missingFiles,
	partOf,
	things,
	wordsOfNothing,
} from '../../support/kit-readme.ts';
import type { Kit } from '../../support/kits.ts';
import { everyKit, strangeNames } from '../../support/kits.ts';

const nameOf = ({ plan, way }: Kit) => `${plan.topology.edition}, ${way}: ${plan.title}`;
const readmeOf = ({ files }: Kit) => files[0]!.text;
const bullets = (text: string) => text.split('\n').filter((line) => /^(- |\d\. |\s+- )/.test(line));

test('every file that a command names is in the kit, or made by a command before it', () => {
	for (const kit of everyKit) {
		expect(blocksOf(readmeOf(kit)).length).toBeGreaterThan(2);
		expect(missingFiles(readmeOf(kit), kit.files), nameOf(kit)).toEqual([]);
	}
});

test('a command that reads what is not there would be found', () => {
	const kit = everyKit.find(({ plan }) => runsOn(plan) === 'compose')!;
	const readme = readmeOf(kit);
	for (const [right, wrong] of [
		['cd instances', 'cd instance'],
		['--env-file ', '--env-file the-'],
		['.env.example ', '.env.sample '],
		['< ', '< the-'],
		['.backup/. ', '.copy/. '],
	] as const) {
		const broken = readme.replaceAll(right, wrong);
		expect(broken).not.toBe(readme);
		expect(missingFiles(broken, kit.files).length, right).toBeGreaterThan(0);
	}
	const helm = everyKit.find(({ plan }) => runsOn(plan) === 'helm')!;
	for (const [right, wrong] of [
		['--values values', '--values value'],
		['--from-env-file=', '--from-env-file=x'],
		['cd terraform', 'cd tofu'],
	] as const)
		expect(missingFiles(readmeOf(helm).replace(right, wrong), helm.files).length).toBeGreaterThan(
			0,
		);
});

test('a command can be repeated: nothing is created in a cluster that may be there already', () => {
	let looked = 0;
	for (const kit of everyKit)
		for (const command of blocksOf(readmeOf(kit)).flat())
			if (/^kubectl create (?!namespace)/.test(command)) {
				looked++;
				expect(command).toMatch(/--dry-run=client --output yaml \| kubectl apply --filename -$/);
			}
	expect(looked).toBeGreaterThan(100);
});

test('a secret of any length becomes one line of base64', () => {
	const token = 'github_pat_'.padEnd(93, 'x');
	const commands = new Set(
		everyKit.flatMap((kit) => /`(printf %s 'the value' [^`]*)`/.exec(readmeOf(kit))?.[1] ?? []),
	);
	expect(commands.size).toBe(1);
	for (const command of commands) {
		const { stdout } = spawnSync('sh', ['-c', command.replace('the value', token)], {
			encoding: 'utf8',
		});
		expect(stdout).toBe(Buffer.from(token).toString('base64'));
	}
});

test('a command of Compose is whole: it has both files that its template asks for', () => {
	let looked = 0;
	for (const kit of everyKit)
		for (const [command] of readmeOf(kit).matchAll(/docker compose [^`\n]*/g)) {
			looked++;
			expect(command).toMatch(/^docker compose --env-file (\S+)\.env --env-file \1\.secrets\.env /);
		}
	expect(looked).toBeGreaterThan(100);
});

test('the README speaks of nothing that the kit does not have', () => {
	for (const kit of everyKit) expect(wordsOfNothing(kit, readmeOf(kit)), nameOf(kit)).toEqual([]);
});

test('each of these things is in some kit that speaks of it, and would be found in one without', () => {
	for (const [name, { words, in: has }] of Object.entries(things)) {
		expect(
			everyKit.some((kit) => has(kit) && words.test(readmeOf(kit))),
			name,
		).toBe(true);
		const without = everyKit.find((kit) => !has(kit))!;
		const said = words.exec(readmeOf(everyKit.find((kit) => words.test(readmeOf(kit)))!))![0];
		expect(wordsOfNothing(without, `See the ${said}.`).length, name).toBe(1);
	}
});

test('whoever has a Kestra keeps it as the place of the plan that it becomes, and starts no second one', () => {
	for (const kit of everyKit) {
		const part = partOf(readmeOf(kit), 'If you have a Kestra already');
		const production = kit.files.filter(({ path }) =>
			/^instances\/[^/]+(?<!secrets)\.env$/.test(path),
		);
		const named = production.filter(({ path }) => part.includes(`\`${path}\``));
		expect(named.length, nameOf(kit)).toBe(1);
		const { stages } = kit.plan.outcomes;
		if (stages === 'two-instances' || stages === 'instance-per-stage')
			expect(named[0]!.text).not.toContain('ENVIRONMENT_NAME=Dev');
		expect(part).toContain('kestra.encryption.secret-key');
		expect(part).toContain('/practices/moving/');
		expect(part.includes('terraform import')).toBe(kit.plan.topology.edition === 'enterprise');
		expect(bullets(part).length).toBeGreaterThan(3);
	}
});

test('every name in the files is listed, and an example said to be one', () => {
	for (const kit of everyKit) {
		const part = partOf(readmeOf(kit), 'Names');
		const rows = new Map(
			[...part.matchAll(/^\| `([^`]+)` \| .* \| (example|yours) \|$/gm)].map(([, name, whose]) => [
				name!,
				whose!,
			]),
		);
		expect([...rows.keys()].sort(), nameOf(kit)).toEqual(
			[...namesIn(kit.plan.topology).keys()].sort(),
		);
		const own = kit.plan.topology.company === strangeNames.company;
		expect(rows.get(kit.plan.topology.company)).toBe(own ? 'yours' : 'example');
		if (own) expect(new Set(rows.values()).has('example')).toBe(false);
		// What a flow's namespace or a tenant is made of.
		const used = kit.files
			.filter(({ path }) => /^flows\/.*\.yml$/.test(path))
			.flatMap(({ text }) => /^namespace: "?([^"\n]+)"?$/m.exec(text)![1]!.split('.'));
		const stages = kit.plan.topology.stages.map(({ name }) => name);
		for (const word of used) if (!stages.includes(word)) expect(rows.has(word), word).toBe(true);
	}
});

test('in Enterprise the README says who can operate production, how the first token is made, and what refuses a flow', () => {
	for (const kit of everyKit) {
		if (kit.plan.topology.edition !== 'enterprise') continue;
		const part = partOf(readmeOf(kit), 'Set what stands in it');
		expect(part, nameOf(kit)).toMatch(/`(kestra-)*administrators`/);
		expect(part).toMatch(/^cd terraform\/\S+\/account$/m);
		expect(part).toContain('terraform output -raw delivery_token');
		expect(part).toContain('API_TOKEN');
		expect(part).toMatch(/Allowed namespaces/);
		expect(part).toMatch(/`"[^"]+\.project" = \[\]`/);
	}
});

test('a pipeline has a job for each owner’s folder, one after none of the others', () => {
	let looked = 0;
	for (const kit of everyKit) {
		if (kit.way === 'git') continue;
		const pipeline = kit.files.find(({ path }) => /^\.git(lab-ci|hub\/)/.test(path))!.text;
		const folders = [...pipeline.matchAll(/(?:directory|DIRECTORY): (\S+)/g)].map(
			([, path]) => path,
		);
		const owned = kit.files.some(({ path }) => /^flows\/[^/]+\//.test(path));
		const several = new Set(
			kit.files.flatMap(({ path }) => /^flows\/([^/]+)\/.*hello\.yml$/.exec(path)?.[1] ?? []),
		);
		if (!owned || kit.plan.topology.groups.length === 0 || several.size < 2) continue;
		looked++;
		expect(folders, nameOf(kit)).not.toContain('./flows');
	}
	expect(looked).toBeGreaterThan(50);
});

test('a README passes a Markdown linter', { timeout: 240_000 }, () => {
	const some = new Map(
		everyKit.map((kit) => [
			`${kit.plan.topology.edition} ${kit.plan.outcomes.stages} ${kit.way}`,
			kit,
		]),
	);
	expect(some.size).toBeGreaterThan(15);
	const found = (readme: string) =>
		lint({ strings: { readme } })['readme']!.map(
			({ lineNumber, ruleNames, errorDetail }) => `${lineNumber} ${ruleNames[0]} ${errorDetail}`,
		);
	for (const kit of some.values()) expect(found(readmeOf(kit)), nameOf(kit)).toEqual([]);
	expect(found(`${readmeOf(everyKit[0]!)}# Again\n`).length).toBeGreaterThan(0);
});
