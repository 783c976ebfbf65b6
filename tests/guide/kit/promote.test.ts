import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { KitFile } from '../../../src/guide/kit/kit-file.ts';
import { everyKit, kitFor } from '../../support/kits.ts';
import { answered, everyKind } from '../../support/plans.ts';

const root = mkdtempSync(join(tmpdir(), 'promote-'));
afterAll(() => {
	rmSync(root, { recursive: true });
});

const write = (folder: string, files: readonly KitFile[]) => {
	for (const { path, text } of files) {
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
};

const kits = everyKit.filter(({ way, files }) => way === 'git' && files.some(isScript));
function isScript({ path }: KitFile) {
	return path === 'promote.sh';
}

const script = kitFor(
	answered(everyKind.find(({ plan }) => plan.outcomes.stages === 'namespace-per-stage')!.given),
	'git',
).files.find(isScript)!;
write(root, [script]);

/** Promotes a file with such a text: what it becomes, what is shown of it, and whether the script is content. */
function promoted(text: string, from: string, to: string) {
	write(root, [{ path: `${from}/orders/a.yml`, text }]);
	const { status, stdout } = spawnSync('sh', ['promote.sh', from, to, 'orders/a.yml'], {
		cwd: root,
		encoding: 'utf8',
	});
	return { text: readFileSync(join(root, to, 'orders/a.yml'), 'utf8'), status, shown: stdout };
}

test('the example in the script makes the example flow of the next stage', () => {
	expect(kits.length).toBeGreaterThan(50);
	for (const [index, { files, plan }] of kits.entries()) {
		const folder = join(root, String(index));
		const [, into, command, to, path] =
			/^# For example, in the folder (\S+): (sh \S+ \S+ (\S+) (\S+))$/m.exec(
				files.find(isScript)!.text,
			)!;
		const made = `${into}/${to}/${path}`;
		write(
			folder,
			files.filter(
				(file) => isScript(file) || (file.path.startsWith('flows/') && file.path !== made),
			),
		);
		const { status } = spawnSync('sh', ['-c', command!], { cwd: join(folder, into!) });
		expect(readFileSync(join(folder, made), 'utf8'), plan.title).toBe(
			files.find((file) => file.path === made)!.text,
		);
		if (plan.topology.company === 'acme') expect(status).toBe(0);
	}
});

test.each([
	['development', 'production'],
	['dev', 'dev-eu'],
	['dev-eu', 'dev'],
	['prod', 'prod_2'],
	['x', 'y-x-z'],
])('%s becomes %s in every name, wherever it stands', (from, to) => {
	const text = (stage: string) =>
		[
			`namespace: acme.${stage}.orders`,
			`acme.${stage}: [acme.${stage},acme.${stage}.a, "acme.${stage}"]`,
			`  - {{ kv('a', namespace='acme.${stage}') }} (acme.${stage}) acme.${stage}`,
			'',
		].join('\n');
	expect(promoted(text(from), from, to)).toEqual({ text: text(to), status: 0, shown: '' });
});

test.each([
	'acme.development',
	'acme.dev-eu.orders',
	'acme.dev_1',
	'acme.dev2',
	'big-acme.dev.o',
	'x_acme.dev',
	'other.acme.dev',
	'acme-dev',
])('%s is another name, and stays', (name) => {
	const text = `a: ${name}\n`;
	expect(promoted(text, 'dev', 'dev-west').text).toBe(text);
});

test('a longer word with the stage in it is no alarm', () => {
	for (const word of ['acme.development', 'acme.dev2.orders', 'devious'])
		expect(promoted(`a: ${word}\n`, 'dev', 'dev-west'), word).toMatchObject({ status: 0 });
});

test.each([
	"{{ 'acme.' ~ 'dev' }}",
	'big-acme.dev.o',
	'https://dev.example.com',
	'orders_dev',
	'dev',
])('what may still mean the earlier stage is shown with its line: %s', (rest) => {
	const { status, shown } = promoted(`namespace: acme.dev.a\nb: ${rest}\n`, 'dev', 'dev-eu');
	expect(status).toBe(1);
	expect(shown).toBe(`2:b: ${rest}\n`);
});
