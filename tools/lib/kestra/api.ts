/**
 * Does the experiments on a Kestra of the reader's, through its API: in a namespace of its own, which is removed again.
 * Login from `KESTRA_USERNAME` and `KESTRA_PASSWORD`, or a token from `KESTRA_API_TOKEN`; tenant from `KESTRA_TENANT`.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import type { Seen } from '../../../src/schemas/experiment.ts';
import type { ExperimentOnDisk } from './experiments.ts';
import { tidied, unexpected } from './judge.ts';
import { type PlannedFlow, type PlannedStep, plannedFlow, plannedSteps } from './plan.ts';

/** Part of an execution, as the API gives it. */
interface Execution {
	readonly id: string;
	readonly state: { readonly current: string; readonly startDate: string };
}

const over = ['SUCCESS', 'WARNING', 'FAILED', 'KILLED', 'CANCELLED', 'RETRIED', 'SKIPPED'];
const hasEnded = ({ state }: Execution) => over.includes(state.current);

/** The calls that the experiments need. */
class Kestra {
	private readonly root: string;
	private readonly headers: Readonly<Record<string, string>>;

	constructor(url: string, environment: NodeJS.ProcessEnv) {
		this.root = `${url.replace(/\/+$/, '')}/api/v1/${environment['KESTRA_TENANT'] ?? 'main'}`;
		const {
			KESTRA_API_TOKEN: token,
			KESTRA_USERNAME: name,
			KESTRA_PASSWORD: password,
		} = environment;
		if (token) this.headers = { Authorization: `Bearer ${token}` };
		else if (name)
			this.headers = {
				Authorization: `Basic ${Buffer.from(`${name}:${password ?? ''}`).toString('base64')}`,
			};
		else this.headers = {};
	}

	/** @throws on any status but those of success and those allowed */
	private async call(method: string, path: string, body?: string, allowed: readonly number[] = []) {
		const response = await fetch(`${this.root}${path}`, {
			method,
			headers: {
				...this.headers,
				...(typeof body === 'string' ? { 'Content-Type': 'application/x-yaml' } : {}),
			},
			...(body === undefined ? {} : { body }),
		});
		if (response.ok || allowed.includes(response.status)) return response;
		const why = { 401: ' Set KESTRA_USERNAME and KESTRA_PASSWORD, or KESTRA_API_TOKEN.' }[
			response.status
		];
		throw new Error(`${method} ${path} was answered with ${response.status}.${why ?? ''}`);
	}

	async refusal({ source }: PlannedFlow): Promise<string> {
		const found = (await (await this.call('POST', '/flows/validate', source)).json()) as readonly {
			readonly constraints?: string | null;
		}[];
		return found[0]?.constraints ?? '';
	}

	/** Creates a flow, or makes a new revision of it. */
	async save({ namespace, id, source }: PlannedFlow): Promise<void> {
		const there = await this.call('GET', `/flows/${namespace}/${id}`, undefined, [404]);
		if (there.ok) await this.call('PUT', `/flows/${namespace}/${id}`, source);
		else await this.call('POST', '/flows', source);
	}

	async start({ namespace, id }: PlannedFlow, revision?: number): Promise<Execution> {
		const query = revision === undefined ? '' : `?revision=${revision}`;
		return (await (
			await this.call('POST', `/executions/${namespace}/${id}${query}`)
		).json()) as Execution;
	}

	async execution(id: string): Promise<Execution> {
		return (await (await this.call('GET', `/executions/${id}`)).json()) as Execution;
	}

	/** The executions of a flow, newest first. */
	async executionsOf({ namespace, id }: PlannedFlow): Promise<readonly Execution[]> {
		const query = new URLSearchParams({
			'filters[namespace][EQUALS]': namespace,
			'filters[flowId][EQUALS]': id,
			size: '100',
		});
		const { results } = (await (
			await this.call('GET', `/executions/search?${query.toString()}`)
		).json()) as { readonly results: readonly Execution[] };
		return results.toSorted((one, other) => (one.state.startDate < other.state.startDate ? 1 : -1));
	}

	async logsOf(
		id: string,
	): Promise<readonly { readonly message?: string; readonly level: string }[]> {
		return (await (await this.call('GET', `/logs/${id}?minLevel=TRACE`)).json()) as readonly {
			readonly message?: string;
			readonly level: string;
		}[];
	}

	/** Removes a flow, its executions, and the pairs and files that its tasks write. */
	async remove(flow: PlannedFlow): Promise<void> {
		for (const { id } of await this.executionsOf(flow))
			await this.call('DELETE', `/executions/${id}`, undefined, [404]);
		await this.call('DELETE', `/flows/${flow.namespace}/${flow.id}`, undefined, [404]);
		for (const { namespace, key, file } of writtenBy(flow))
			await this.call(
				'DELETE',
				key === undefined
					? `/namespaces/${namespace}/files?path=${encodeURIComponent(`/${file}`)}`
					: `/namespaces/${namespace}/kv/${key}`,
				undefined,
				[404],
			);
	}
}

interface Written {
	readonly namespace: string;
	readonly key?: string;
	readonly file?: string;
}

/** The KV pairs and namespace files that the tasks of a flow write. */
export function writtenBy({ source, namespace }: PlannedFlow): readonly Written[] {
	const { tasks = [] } = parse(source) as { tasks?: readonly Record<string, unknown>[] };
	return tasks.flatMap((task): readonly Written[] => {
		const where = typeof task['namespace'] === 'string' ? task['namespace'] : namespace;
		if (task['type'] === 'io.kestra.plugin.core.kv.Set')
			return [{ namespace: where, key: String(task['key']) }];
		if (task['type'] === 'io.kestra.plugin.core.namespace.UploadFiles')
			return Object.keys((task['filesMap'] ?? {}) as object).map((file) => ({
				namespace: where,
				file,
			}));
		return [];
	});
}

/** Asks until there is an answer or the time is over. */
async function until<T>(
	seconds: number,
	question: () => Promise<T | undefined>,
): Promise<T | undefined> {
	const end = performance.now() + seconds * 1000;
	for (;;) {
		const answer = await question();
		if (answer !== undefined || performance.now() > end) return answer;
		await sleep(200);
	}
}

async function afterEnd(kestra: Kestra, step: PlannedStep, id: string): Promise<Seen> {
	const ended = await until(step.seconds ?? 60, async () => {
		const now = await kestra.execution(id);
		return hasEnded(now) ? now : undefined;
	});
	const state = ended?.state.current ?? 'not ended';
	const { log, lacks } = step;
	if (log === undefined) return { state };
	const line = await until(15, async () =>
		(await kestra.logsOf(id)).find(({ message }) => message?.includes(log)),
	);
	const all = (await kestra.logsOf(id)).map(({ message = '' }) => message);
	return {
		state,
		log: line?.message ?? all.join('\n'),
		...(line ? { level: line.level } : {}),
		...(lacks === undefined ? {} : { lacks: !all.some((message) => message.includes(lacks)) }),
	};
}

/** Does one step; nothing is shown by a step that only prepares. */
async function perform(kestra: Kestra, step: PlannedStep): Promise<Seen | undefined> {
	const flow = step.flows[0]!;
	switch (step.action) {
		case 'save':
			for (const each of step.flows) await kestra.save(each);
			return undefined;
		case 'validate':
			return { refusal: await kestra.refusal(flow) };
		case 'run':
			return afterEnd(kestra, step, (await kestra.start(flow, step.revision)).id);
		case 'silent':
			return { started: (await kestra.executionsOf(flow)).length };
		case 'started': {
			const times = step.times ?? 1;
			const found = await until(step.seconds ?? 90, async () => {
				const all = await kestra.executionsOf(flow);
				return all.length >= times && all.slice(0, times).every(hasEnded) ? all : undefined;
			});
			return found
				? afterEnd(kestra, step, found[0]!.id)
				: { started: (await kestra.executionsOf(flow)).length };
		}
		default:
			throw new Error(`The step ${step.action} cannot be done through the API.`);
	}
}

/** Why an experiment is not done on somebody's Kestra; none when it is. */
export function leftOut(experiment: ExperimentOnDisk): string | undefined {
	if (experiment.engineOnly) return 'it needs a hand in the database';
	if (experiment.heavy) return 'it would keep your workers busy';
	if (experiment.writesTo) return `it writes to the namespace ${experiment.writesTo}`;
	if (Object.keys(experiment.environment).length > 0)
		return 'it needs variables in your server’s environment';
	if (experiment.environmentName)
		return `it needs an instance whose environment is called ${experiment.environmentName}`;
	return undefined;
}

/** An experiment with another namespace in place of `acme`, and without what needs a second tenant. */
export function movedTo(experiment: ExperimentOnDisk, namespace: string): ExperimentOnDisk {
	return {
		...experiment,
		flows: Object.fromEntries(
			Object.entries(experiment.flows).map(([file, text]) => [
				file,
				text.replaceAll(/\bacme(?=[.'"/\s]|$)/gm, namespace),
			]),
		),
		steps: experiment.steps.filter(({ tenant }) => tenant === 'main'),
	};
}

/**
 * Does every experiment that can be done there.
 * @returns what was not as expected
 */
export async function tryOn(
	url: string,
	experiments: readonly ExperimentOnDisk[],
	environment: NodeJS.ProcessEnv = process.env,
	say: (line: string) => void = console.log,
): Promise<readonly string[]> {
	const kestra = new Kestra(url, environment);
	const namespace = `environments-guide-${randomBytes(4).toString('hex')}`;
	const faults: string[] = [];
	for (const experiment of experiments) {
		const why = leftOut(experiment);
		if (why) {
			say(`${experiment.id} … left out: ${why}`);
			continue;
		}
		const moved = movedTo(experiment, namespace);
		const seen: Record<string, Seen> = {};
		try {
			for (const step of plannedSteps(moved)) {
				const shown = await perform(kestra, step);
				if (step.id && shown) seen[step.id] = tidied(shown);
			}
		} catch (failure) {
			seen['failure'] = { state: failure instanceof Error ? failure.message : String(failure) };
		}
		for (const [file, text] of Object.entries(moved.flows))
			await kestra
				.remove(plannedFlow(file, text))
				.catch((failure: unknown) =>
					faults.push(`${experiment.id} was not removed: ${String(failure)}`),
				);
		const found = unexpected(moved, seen);
		say(`${experiment.id} … ${found.length === 0 ? 'as expected' : 'NOT as expected'}`);
		faults.push(...found);
	}
	return faults;
}
