import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { findToolchain, javaRelease } from '../../tools/lib/kestra/find-java.ts';

afterEach(() => vi.unstubAllEnvs());

/** A folder with programs that print a line. */
function programs(lines: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'toolchain-'));
	mkdirSync(join(folder, 'bin'));
	for (const [name, line] of Object.entries(lines)) {
		const path = join(folder, 'bin', name);
		writeFileSync(path, `#!/bin/sh\necho "${line}"\n`);
		chmodSync(path, 0o755);
	}
	return folder;
}

test.skipIf(process.platform === 'win32')(
	'the kit of JAVA_HOME is taken when it is new enough',
	() => {
		const kit = programs({ javac: `javac ${javaRelease}.0.1`, mvn: 'Maven' });
		vi.stubEnv('JAVA_HOME', kit);
		vi.stubEnv('PATH', join(kit, 'bin'));
		expect(findToolchain()).toEqual({ javaHome: kit, maven: join(kit, 'bin', 'mvn') });
	},
);

test.skipIf(process.platform === 'win32')('what is missing is said in one plain line', () => {
	const old = programs({ javac: 'javac 17.0.1' });
	vi.stubEnv('JAVA_HOME', old);
	vi.stubEnv('PATH', join(old, 'bin'));
	const { missing } = findToolchain() as { missing?: string };
	expect(missing).toMatch(/^Kestra's engine is not run: it needs [^\n]*Maven[^\n]*\.$/);
});
