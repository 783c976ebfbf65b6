/** Finds what the engine needs: a Java Development Kit of its release, and Maven. */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram } from '../find-program.ts';

/** The release of Java that Kestra 2.0's engine is compiled for. */
export const javaRelease = 25;

/** Where Java and Maven are, or what is missing, as a plain sentence. */
export type Toolchain =
	| { readonly javaHome: string; readonly maven: string; readonly missing?: undefined }
	| { readonly missing: string };

/** Places where a kit may stand: `JAVA_HOME`, the one on PATH, and those that packages install. */
function candidates(): readonly string[] {
	const onPath = findProgram('javac');
	return [
		process.env['JAVA_HOME'],
		onPath && dirname(dirname(onPath)),
		...globSync(
			['/usr/lib/jvm/*', '/Library/Java/JavaVirtualMachines/*/Contents/Home', '/opt/java/*'],
			{ exclude: (path) => path.endsWith('.jinfo') },
		),
	].filter((home): home is string => !!home && existsSync(join(home, 'bin', 'javac')));
}

/** The first number of a kit's version, such as 25; none when it does not start. */
function releaseOf(home: string): number | undefined {
	const { stdout, stderr } = spawnSync(join(home, 'bin', 'javac'), ['-version'], {
		encoding: 'utf8',
		timeout: 30_000,
	});
	const release = /javac (\d+)/.exec(`${stdout}${stderr}`)?.[1];
	return release ? Number(release) : undefined;
}

/** Looks for Java and Maven on this machine. */
export function findToolchain(): Toolchain {
	const javaHome = candidates().find((home) => (releaseOf(home) ?? 0) >= javaRelease);
	const maven = findProgram('mvn');
	if (javaHome && maven) return { javaHome, maven };
	const lacking = [
		...(javaHome
			? []
			: [`a Java Development Kit ${javaRelease} (set JAVA_HOME, or put it on PATH)`]),
		...(maven ? [] : ['Maven (mvn on PATH)']),
	];
	return { missing: `Kestra's engine is not run: it needs ${lacking.join(' and ')}.` };
}
