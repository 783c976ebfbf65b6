import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { splitReport } from '../../tools/commands/split.ts';
import { plain, tasks } from '../support/flows.ts';

const notOwn = ['.git', 'node_modules', '__MACOSX'];
let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'flows-'));
	for (const below of ['below', ...notOwn]) mkdirSync(join(folder, below));
	const call = tasks(
		'id: t\ntype: io.kestra.plugin.core.flow.Subflow\nnamespace: shared\nflowId: send',
	);
	writeFileSync(join(folder, 'report.yaml'), call);
	writeFileSync(join(folder, 'below', 'send.YML'), plain('shared', 'send'));
	writeFileSync(join(folder, 'below', 'notes.txt'), plain('x', 'not_read'));
	for (const other of notOwn) writeFileSync(join(folder, other, 'x.yaml'), plain('x', 'not_read'));
	writeFileSync(join(folder, '._report.yaml'), plain('x', 'not_read'));
	writeFileSync(join(folder, 'parts.txt'), 'acme = one\nshared = one\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('reports on the flows of a folder and what is below it, and on no other files', () => {
	const report = splitReport([folder]);
	expect(report).toContain('2 flows in 2 files');
	expect(report).toContain('`acme.finance.report`, `report.yaml:6`');
	expect(report).not.toContain('not_read');
});

test('takes what separates, and the parts, from its arguments', () => {
	expect(splitReport([folder, '--between', 'tenant'])).toContain('another tenant');
	expect(splitReport([folder, '--level', '2'])).toContain('`acme.finance`');
	const together = splitReport([folder, '--parts', join(folder, 'parts.txt')]);
	expect(together).toContain('0 cross');
	expect(JSON.parse(splitReport([folder, '--json']))).toMatchObject({ counts: { crossing: 1 } });
});

test.each([
	[[], 'Usage'],
	[['/no/such/folder'], 'There is no folder'],
	[['.', '--between', 'region'], '--between must be'],
	[['.', '--level', '0'], '--level must be'],
])('says what is wrong with %j', (args, message) => {
	expect(() => splitReport(args)).toThrow(message);
});
