/**
 * Runs the experiments on Kestra's engine, and has it validate every flow of this site and judge names.
 *
 *     npm run check:kestra                    compares with what is written down
 *     npm run check:kestra -- ID…             runs those experiments only, and asks nothing else
 *     npm run check:kestra -- --write         writes down what was seen: outcomes and fixtures
 *     npm run check:kestra -- --flows FOLDER  validates the flows of a folder too
 *     npm run check:kestra -- --require       fails where Java or Maven is missing
 *     npm run check:kestra -- --url ADDRESS   does what can be done on a Kestra of yours, through its API
 */
import { parseArgs } from 'node:util';
import { runOn } from '../../src/run-on.ts';
import { tryOn } from '../lib/kestra/api.ts';
import { type EngineResult, runEngine } from '../lib/kestra/engine.ts';
import {
	type ExperimentOnDisk,
	fingerprint,
	readExperiments,
	writeOutcome,
} from '../lib/kestra/experiments.ts';
import { findToolchain } from '../lib/kestra/find-java.ts';
import {
	fixtureDifferences,
	nameEntries,
	schemaEntries,
	writeFixture,
} from '../lib/kestra/fixtures.ts';
import { flowsIn, withoutOtherPlugins } from '../lib/kestra/flows.ts';
import { differences, stale, unexpected } from '../lib/kestra/judge.ts';
import { nameSamples } from '../lib/kestra/name-samples.ts';
import { plannedSteps } from '../lib/kestra/plan.ts';

const { values: options, positionals: only } = parseArgs({
	allowPositionals: true,
	options: {
		write: { type: 'boolean', default: false },
		require: { type: 'boolean', default: false },
		flows: { type: 'string', multiple: true, default: [] },
		url: { type: 'string' },
	},
});

/** Flows that must be valid, and flows that are wrong on purpose. */
const rightFlows = ['src/content/samples/flows', ...options.flows];
const wrongFlows = 'tests/fixtures/wrong-flows';

/**
 * The experiments that were asked for; all of them when none was named.
 * @throws on a name that none has
 */
function chosen(): readonly ExperimentOnDisk[] {
	const all = readExperiments();
	const unknown = only.filter((id) => !all.some((each) => each.id === id));
	if (unknown.length > 0)
		throw new Error(
			`No experiment ${unknown.join(', ')}: there are ${all.map(({ id }) => id).join(', ')}.`,
		);
	return only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
}

/** What is wrong with what the engine says of flows. */
function faultsInFlows(result: EngineResult, right: readonly string[], wrong: readonly string[]) {
	return [
		...right.flatMap((name) => {
			const refusal = result.flows[name]?.refusal;
			return refusal ? [`${name} is refused: ${refusal}`] : [];
		}),
		...wrong
			.filter((name) => !result.flows[name]?.refusal)
			.map((name) => `${name} is wrong on purpose, and the engine accepts it.`),
	];
}

/** What is wrong with an experiment: not as expected, or not as written down. */
function faultsIn(experiment: ExperimentOnDisk, result: EngineResult): readonly string[] {
	const seen = result.experiments[experiment.id] ?? {};
	const faults = unexpected(experiment, seen);
	if (faults.length > 0 || options.write) return faults;
	const old = stale(experiment, runOn);
	return old ? [old] : differences(experiment, experiment.outcome!, seen);
}

/** Writes down the outcomes of experiments that went as expected. */
function write(experiments: readonly ExperimentOnDisk[], result: EngineResult) {
	const day = new Date().toISOString().slice(0, 10);
	for (const experiment of experiments) {
		const steps = result.experiments[experiment.id] ?? {};
		const mark = fingerprint(experiment);
		const { outcome } = experiment;
		const same =
			outcome && !stale(experiment, runOn) && differences(experiment, outcome, steps).length === 0;
		// Its day stays that of the first run that showed this.
		if (!same && unexpected(experiment, steps).length === 0)
			writeOutcome(experiment.id, { kestra: runOn, day, fingerprint: mark, steps });
	}
}

/** Writes down what the engine says of flows and names. */
function writeFixtures(result: EngineResult) {
	writeFixture('flow-schema', runOn, schemaEntries(result.schema));
	writeFixture('names', runOn, nameEntries(result.names));
}

async function checkEngine(): Promise<readonly string[]> {
	const toolchain = findToolchain();
	if (toolchain.missing !== undefined) {
		console.log(toolchain.missing);
		return options.require ? [toolchain.missing] : [];
	}
	const experiments = chosen();
	const all = only.length === 0;
	const right = all ? rightFlows.flatMap(flowsIn).map(withoutOtherPlugins) : [];
	const wrong = all ? flowsIn(wrongFlows) : [];
	const names = all ? nameSamples : [];
	const started = performance.now();
	const result = await runEngine(
		{
			experiments: experiments.map((each) => ({ id: each.id, steps: plannedSteps(each) })),
			flows: [...right.map(({ flow }) => flow), ...wrong],
			names,
		},
		{
			...toolchain,
			release: runOn,
			environment: Object.assign({}, ...experiments.map(({ environment }) => environment)),
		},
	);
	const faults = [
		...faultsInFlows(
			result,
			right.map(({ flow }) => flow.name),
			wrong.map(({ name }) => name),
		),
		...experiments.flatMap((experiment) => faultsIn(experiment, result)),
	];
	if (options.write) write(experiments, result);
	if (options.write && all) writeFixtures(result);
	if (!options.write && all)
		faults.push(
			...fixtureDifferences('flow-schema', runOn, schemaEntries(result.schema)).map(
				(name) => `The engine's schema of ${name} is not the one in tests/fixtures.`,
			),
			...fixtureDifferences('names', runOn, nameEntries(result.names)).map(
				(name) => `The engine's verdict on the name ${name} is not the one in tests/fixtures.`,
			),
		);
	const others = right.flatMap(({ flow, unknown }) =>
		unknown.map((type) => `${flow.name}: ${type}`),
	);
	if (others.length > 0)
		console.log(`Not in the engine, so replaced in its flow:\n  ${others.join('\n  ')}`);
	const seconds = ((performance.now() - started) / 1000).toFixed(0);
	console.log(
		`Kestra ${runOn}: ${experiments.length} experiments, ${right.length + wrong.length} flows and ${names.length} names in ${seconds} s.`,
	);
	return faults;
}

const faults = options.url ? await tryOn(options.url, chosen()) : await checkEngine();
for (const fault of faults) console.error(fault);
if (faults.length > 0) console.error(`\n${faults.length} not as expected.`);
process.exitCode = faults.length > 0 ? 1 : 0;
