/**
 * Runs every check, cheapest first, continues after a failure, and ends with `N passed, N failed`: each test case counts
 * as one, and so does each check that is not a test. `node tools/commands/check.ts [step…]` runs only the named steps;
 * with `CI=true`, as most build servers set it, the long ones run too.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { coverageLines } from '../lib/coverage.ts';
import { engineLacks } from '../lib/engines.ts';
import { findProgram } from '../lib/find-program.ts';
import { findToolchain, type Toolchain } from '../lib/kestra/find-java.ts';
import { root } from '../lib/root.ts';

interface Step {
	/** Name of the script in package.json that it runs, without `test:`. */
	readonly name: string;
	/** Whether Vitest runs it and reports each case. */
	readonly cases?: true;
	/** Whether it reads only the sources, so that it can run in parallel with others. */
	readonly independent?: true;
	/** Whether it reads the built site. */
	readonly built?: true;
	/** Whether it takes minutes and seldom finds what the others do not: run on build servers, and when it is named. */
	readonly long?: true;
	/** What the step lacks on this machine, in words; then it is skipped, and the output says so. */
	readonly lacks?: () => string | undefined;
	/** The step that does the same and more: with it, this one runs only when it is named. */
	readonly partOf?: string;
	/** Whether it can measure coverage, which makes it take a third longer: on build servers, and when it is named. */
	readonly covers?: true;
	/** When the named step runs too, which repeats the other tests, only these files and folders are tested here. */
	readonly filesWhenAlso?: { readonly step: string; readonly files: readonly string[] };
}

interface Result {
	readonly passed: number;
	readonly failed: number;
	/** Names of the cases that cannot be tested here, which say why. */
	readonly leftOut?: readonly string[];
}

const reports = join(root, '.cache', 'check');

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	scripts: Readonly<Record<string, string>>;
};

/** Names of the requested steps; none means all. */
const wanted = process.argv.slice(2);

let found: Toolchain | undefined;
/** Java and Maven, looked for once. */
const toolchain = () => (found ??= findToolchain());

const steps: readonly Step[] = [
	{ name: 'format', independent: true },
	{ name: 'lint', independent: true },
	{ name: 'markdown', independent: true },
	{ name: 'spelling', independent: true },
	{ name: 'unused', independent: true },
	{ name: 'types', independent: true },
	// Most of its time it waits for flows that sleep.
	{ name: 'check:kestra', independent: true, long: true, lacks: () => toolchain().missing },
	{ name: 'sources', cases: true, independent: true, covers: true },
	{ name: 'guide', cases: true, independent: true, partOf: 'sources' },
	{ name: 'content', cases: true, independent: true, partOf: 'sources' },
	{ name: 'components', cases: true, independent: true, partOf: 'sources' },
	{ name: 'build' },
	{
		name: 'built',
		cases: true,
		built: true,
		// The `hosts` step tests a site below a path; what depends on addresses is also tested at the root of a host.
		filesWhenAlso: {
			step: 'hosts',
			files: [
				'tests/site/',
				...['drill', 'embed', 'links', 'presets', 'search'].map(
					(name) => `tests/browser/${name}.test.ts`,
				),
			],
		},
	},
	{ name: 'site', cases: true, built: true, partOf: 'built' },
	{ name: 'browser', cases: true, built: true, partOf: 'built' },
	// The same walk through the site in three engines.
	{ name: 'chromium', cases: true, built: true },
	{ name: 'firefox', cases: true, built: true, lacks: engineLacks.firefox },
	{ name: 'webkit', cases: true, built: true, lacks: engineLacks.webkit },
	{
		name: 'hosts',
		cases: true,
		long: true,
		lacks: () => (findProgram('nginx') ? undefined : 'nginx is not installed'),
	},
];

function commandOf(step: Step): string {
	const command = scripts[`test:${step.name}`] ?? scripts[step.name];
	if (!command) throw new Error(`package.json has no script for the step "${step.name}".`);
	if (!step.cases) return command;
	const { step: other, files = [] } = step.filesWhenAlso ?? {};
	const some = steps.some((each) => each.name === other && isTaken(each)) ? files : [];
	return `${command} ${some.join(' ')} ${covers(step) ? '--coverage' : ''} --allowOnly=false --reporter=minimal --reporter=json --outputFile.json="${reportOf(step)}"`;
}

/** Whether the step was asked for: by its name, or because all were. */
function isWanted({ name, partOf }: Step): boolean {
	return wanted.length === 0 ? !partOf : wanted.includes(name) && !wanted.includes(partOf ?? '');
}

const onBuildServer = !['', '0', 'false', undefined].includes(process.env['CI']);

/** Why a step that was asked for is left out; nothing when it is to run. */
function leftOut({ name, long, lacks }: Step): string | undefined {
	if (long && wanted.length === 0 && !onBuildServer)
		return `it takes minutes: run it as npm test ${name}, or all of them with CI=true`;
	return lacks?.();
}

/** Whether the step measures coverage this time. */
function covers({ name, covers: can }: Step): boolean {
	return can === true && (onBuildServer || wanted.includes(name));
}

/** Whether the step is to run: asked for, and what it needs is on this machine. */
function isTaken(step: Step): boolean {
	return isWanted(step) && leftOut(step) === undefined;
}

function reportOf(step: Step): string {
	return join(reports, `${step.name}.json`);
}

/** Runs a command and captures its output, which is printed only if it fails. */
function run(command: string): Promise<{ ok: boolean; output: string }> {
	return new Promise((done) => {
		const child = spawn(command, {
			cwd: root,
			shell: true,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: {
				...process.env,
				PATH: join(root, 'node_modules', '.bin') + delimiter + process.env['PATH'],
				ASTRO_TELEMETRY_DISABLED: '1',
			},
		});
		let output = '';
		child.stdout.on('data', (data: Buffer) => (output += data));
		child.stderr.on('data', (data: Buffer) => (output += data));
		child.on('error', (error) => done({ ok: false, output: String(error) }));
		child.on('close', (code) => done({ ok: code === 0, output }));
	});
}

/** The output of a command without the lines in which Astro lists the pages and pictures that it makes. */
function withoutProgress(output: string): string {
	return output
		.split('\n')
		.filter((line) => !/^[\d:]*\s*[├└▶]/.test(stripVTControlCharacters(line)))
		.join('\n');
}

/** Counts the cases in a Vitest report. A file that did not load, or a missing report, counts as one failure. */
function count(report: string, ok: boolean): Result {
	try {
		const { numPassedTests, numFailedTests, testResults } = JSON.parse(
			readFileSync(report, 'utf8'),
		) as {
			numPassedTests: number;
			numFailedTests: number;
			testResults: {
				status: string;
				assertionResults: { status: string; title: string }[];
			}[];
		};
		const unloaded = testResults.filter(
			({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
		).length;
		const failed = numFailedTests + unloaded;
		const leftOut = testResults
			.flatMap(({ assertionResults }) => assertionResults)
			.filter(({ status }) => status === 'skipped' || status === 'pending')
			.map(({ title }) => title);
		return { passed: numPassedTests, failed: ok ? failed : Math.max(1, failed), leftOut };
	} catch {
		return { passed: 0, failed: 1 };
	}
}

async function perform(step: Step): Promise<Result> {
	const started = performance.now();
	const { ok, output } = await run(commandOf(step));
	const result = step.cases
		? count(reportOf(step), ok)
		: { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
	const seconds = ((performance.now() - started) / 1000).toFixed(1);
	const cases = step.cases ? `${result.passed} of ${result.passed + result.failed}, ` : '';
	console.log(`${step.name} … ${result.failed === 0 ? 'passed' : 'FAILED'} (${cases}${seconds} s)`);
	for (const each of result.leftOut ?? []) console.log(`  left out: ${each}`);
	if (result.failed > 0) console.log(`\n${withoutProgress(output).trim()}\n`);
	else if (covers(step)) for (const line of coverageLines()) console.log(`  ${line}`);
	return result;
}

const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
	console.error(
		`No step ${unknown.join(', ')}: there are ${steps.map((step) => step.name).join(', ')}.`,
	);
	process.exit(1);
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const taken = steps.filter(isTaken);
for (const step of steps)
	if (isWanted(step) && !taken.includes(step))
		console.log(`${step.name} … left out (${leftOut(step)})`);

const results = new Map<string, Result>();
// Independent steps run in parallel, one for each core; the others follow one by one.
const waiting = taken.filter(({ independent }) => independent);
await Promise.all(
	Array.from({ length: availableParallelism() }, async () => {
		for (let step = waiting.shift(); step; step = waiting.shift())
			results.set(step.name, await perform(step));
	}),
);
for (const step of taken.filter(({ independent }) => !independent)) {
	if (step.built && (results.get('build')?.failed ?? 0) > 0) {
		console.log(`${step.name} … FAILED (there is no built site to read)`);
		results.set(step.name, { passed: 0, failed: 1 });
	} else results.set(step.name, await perform(step));
}

const failures = [...results].filter(([, { failed }]) => failed > 0).map(([name]) => name);
const sum = (key: 'passed' | 'failed') =>
	[...results.values()].reduce((total, each) => total + each[key], 0);
const [passed, failed] = [sum('passed'), sum('failed')];
if (wanted.length === 0)
	console.log(`\nFor information: ${(await run(scripts['sources:age'] ?? '')).output.trim()}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
