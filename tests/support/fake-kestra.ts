/** A server that answers as Kestra's API does, as far as experiments call it: it keeps flows, and runs tasks that log or set a pair. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';

interface Task {
	readonly type: string;
	readonly message?: string;
	readonly key?: string;
	readonly namespace?: string;
}
interface Flow {
	readonly namespace: string;
	readonly id: string;
	readonly tasks: readonly Task[];
	readonly pluginDefaults?: unknown;
}
interface Execution {
	readonly id: string;
	readonly namespace: string;
	readonly flowId: string;
	readonly state: { readonly current: string; readonly startDate: string };
	readonly messages: readonly string[];
}

const bodyOf = async (request: IncomingMessage) => {
	let text = '';
	for await (const part of request) text += String(part);
	return text;
};

/** Starts the server. It knows one login. */
export async function fakeKestra(login: string) {
	const flows = new Map<string, Flow>();
	const executions = new Map<string, Execution>();
	const pairs = new Set<string>();
	/** Every namespace that was written to. */
	const touched = new Set<string>();

	function run({ namespace, id, tasks }: Flow): Execution {
		for (const { type, key, namespace: other = namespace } of tasks)
			if (type.endsWith('kv.Set')) {
				pairs.add(`${other}/${key}`);
				touched.add(other);
			}
		const execution = {
			id: String(executions.size + 1),
			namespace,
			flowId: id,
			state: {
				current: tasks.some(({ type }) => type.endsWith('.Fail')) ? 'FAILED' : 'SUCCESS',
				startDate: new Date(executions.size).toISOString(),
			},
			messages: tasks.flatMap(({ message }) => message ?? []),
		};
		executions.set(execution.id, execution);
		return execution;
	}

	type Answer = readonly [status: number, body?: unknown];
	const routes: readonly (readonly [
		string,
		RegExp,
		(parts: readonly string[], body: string, query: URLSearchParams) => Answer,
	])[] = [
		[
			'POST',
			/^\/flows\/validate$/,
			(_, body) => [
				200,
				[
					(parse(body) as Flow).pluginDefaults
						? { constraints: 'Unrecognized field "pluginDefaults" (class …)' }
						: {},
				],
			],
		],
		[
			'GET',
			/^\/flows\/([^/]+)\/([^/]+)$/,
			([space, id]) => (flows.has(`${space}/${id}`) ? [200, {}] : [404]),
		],
		['POST', /^\/flows$/, (_, body) => save(parse(body) as Flow, false)],
		['PUT', /^\/flows\/([^/]+)\/([^/]+)$/, (_, body) => save(parse(body) as Flow, true)],
		[
			'DELETE',
			/^\/flows\/([^/]+)\/([^/]+)$/,
			([space, id]) => [flows.delete(`${space}/${id}`) ? 204 : 404],
		],
		[
			'GET',
			/^\/executions\/search$/,
			(_, __, query) => [
				200,
				{
					results: [...executions.values()].filter(
						({ namespace, flowId }) =>
							namespace === query.get('filters[namespace][EQUALS]') &&
							flowId === query.get('filters[flowId][EQUALS]'),
					),
				},
			],
		],
		[
			'POST',
			/^\/executions\/([^/]+)\/([^/]+)$/,
			([space, id]) => {
				const flow = flows.get(`${space}/${id}`);
				return flow ? [200, run(flow)] : [404];
			},
		],
		['GET', /^\/executions\/([^/]+)$/, ([id = '']) => [200, executions.get(id)]],
		['DELETE', /^\/executions\/([^/]+)$/, ([id = '']) => [executions.delete(id) ? 204 : 404]],
		[
			'GET',
			/^\/logs\/([^/]+)$/,
			([id = '']) => [
				200,
				executions.get(id)?.messages.map((message) => ({ message, level: 'INFO' })),
			],
		],
		[
			'DELETE',
			/^\/namespaces\/([^/]+)\/kv\/([^/]+)$/,
			([space, key]) => [pairs.delete(`${space}/${key}`) ? 204 : 404],
		],
	];

	function save(flow: Flow, again: boolean): Answer {
		const name = `${flow.namespace}/${flow.id}`;
		if (flows.has(name) !== again) return [again ? 404 : 409];
		flows.set(name, flow);
		touched.add(flow.namespace);
		return [200, {}];
	}

	const server = createServer((request, response) => {
		void bodyOf(request).then((body) => {
			const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
			const [status, answer]: Answer = (() => {
				if (request.headers.authorization !== `Basic ${Buffer.from(login).toString('base64')}`)
					return [401];
				const path = pathname.replace(/^\/api\/v1\/main/, '');
				for (const [method, pattern, reply] of routes) {
					const match = method === request.method && pattern.exec(path);
					if (match) return reply(match.slice(1), body, searchParams);
				}
				return [404];
			})();
			response.writeHead(status, { 'Content-Type': 'application/json' });
			response.end(answer === undefined ? '' : JSON.stringify(answer));
		});
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		flows,
		executions,
		pairs,
		touched,
		close: () => new Promise((done) => server.close(done)),
	};
}
