/** Starts Kestra's engine in Maven, gives it a plan and reads what it saw. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Seen } from '../../../src/schemas/experiment.ts';
import { root } from '../root.ts';
import { tidied } from './judge.ts';
import type { Plan } from './plan.ts';

/** What the engine saw: `tools/kestra/src/test/java/experiments/Result.java`. */
export interface EngineResult {
	readonly experiments: Readonly<Record<string, Readonly<Record<string, Seen>>>>;
	/** By the name of the flow; a refusal is absent from a valid one. */
	readonly flows: Readonly<
		Record<string, { readonly refusal?: string; readonly warnings?: readonly string[] }>
	>;
	/** In the order of the plan. */
	readonly names: readonly boolean[];
	readonly schema: Readonly<Record<string, unknown>>;
}

/** Where and with what the engine runs. */
export interface EngineOptions {
	readonly javaHome: string;
	readonly maven: string;
	/** The release of Kestra, such as `2.0.0`. */
	readonly release: string;
	/** Environment variables of the engine. */
	readonly environment: Readonly<Record<string, string>>;
}

const folder = join(root, 'tools', 'kestra');
const work = join(root, '.cache', 'kestra');

/**
 * Runs a plan.
 * @throws with Maven's output when the engine did not come to an end
 */
export async function runEngine(
	plan: Plan,
	{ javaHome, maven, release, environment }: EngineOptions,
): Promise<EngineResult> {
	mkdirSync(work, { recursive: true });
	const [planFile, resultFile] = [join(work, 'plan.json'), join(work, 'result.json')];
	writeFileSync(planFile, JSON.stringify(plan));
	rmSync(resultFile, { force: true });
	// What an earlier run stored would be found again.
	rmSync(join(folder, 'target', 'storage'), { recursive: true, force: true });
	const output = await new Promise<string>((done, fail) => {
		const child = spawn(
			maven,
			[
				'--batch-mode',
				'--quiet',
				'test',
				`-Dkestra.version=${release}`,
				`-Dplan=${planFile}`,
				`-Dresult=${resultFile}`,
			],
			{
				cwd: folder,
				stdio: ['ignore', 'pipe', 'pipe'],
				env: { ...process.env, ...environment, JAVA_HOME: javaHome },
			},
		);
		let text = '';
		child.stdout.on('data', (data: Buffer) => (text += data));
		child.stderr.on('data', (data: Buffer) => (text += data));
		child.on('error', fail);
		child.on('close', () => done(text));
	});
	writeFileSync(join(work, 'maven.log'), output);
	if (!existsSync(resultFile))
		throw new Error(`Kestra's engine did not come to an end.\n${output.trim().slice(-6000)}`);
	const result = JSON.parse(readFileSync(resultFile, 'utf8')) as EngineResult;
	return {
		...result,
		experiments: Object.fromEntries(
			Object.entries(result.experiments).map(([id, steps]) => [
				id,
				Object.fromEntries(Object.entries(steps).map(([step, seen]) => [step, tidied(seen)])),
			]),
		),
	};
}
