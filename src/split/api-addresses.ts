/** Finds addresses of Kestra's own API in a text, in all forms that it has had, and the namespace that each names. */

/** An address of the API. */
export interface ApiAddress {
	readonly start: number;
	readonly end: number;
	/** What it is about: `executions`, `flows`, … */
	readonly resource: string;
	/** The namespace as it is written; undefined where the address names none. */
	readonly namespace?: string;
	/** Whether it looks like Kestra's and not another product's. */
	readonly isOwn: boolean;
}

/** Kestra's own resources below `/api/v1/`, with a tenant before them since 0.23, and how their addresses go on. */
const pattern =
	/\/api\/v1\/(?:(?<tenant>[a-z0-9][\w-]*|\{\{[^}]{0,200}\}\})\/)??(?<resource>executions|flows|triggers|logs|templates|kv|namespaces)(?:\/(?<rest>(?:\{\{[^}]{0,200}\}\}|[^\s"'`?#])*))?/g;

/** What may stand before the namespace, by resource: `executions/trigger/…` is the older way to start a flow. */
const before: Readonly<Record<string, readonly string[]>> = {
	executions: ['webhook', 'trigger', 'flows', 'namespaces'],
};
/** What stands in place of a namespace where an address names none. */
const noNamespace =
	/^(search|source|bulk|graph|import|export|validate|delete|ids|by-[a-z]+|distinct-namespaces|namespaces|latest)$/;
/** Such an address acts on a search or a list, whatever stands before it. */
const onMany = /^by-[a-z]+$/;

/** What an address says after the id of an execution, to act on it or to look at it. */
const onExecution =
	/^(kill|pause|resume(-from-breakpoint)?|restart|replay(-with-inputs)?|unqueue|force-run|state|change-status|labels|file|follow(-dependencies)?|graph|flow|eval)$/;
/** The id of an execution: written out, or one that the flow knows. */
const executionId = /^[0-9A-Za-z]{16,32}$|\{\{.*(execution|\bid\s*[|}])/i;

/** The addresses in a text. */
export function apiAddressesIn(text: string): ApiAddress[] {
	if (!text.includes('/api/v1/')) return [];
	return [...text.matchAll(pattern)].flatMap((match): ApiAddress[] => {
		const { tenant, resource = '', rest = '' } = match.groups ?? {};
		const all = rest.split('/');
		const segments = before[resource]?.includes(all[0] ?? '') ? all.slice(1) : all;
		const [namespace = '', flow = ''] = segments;
		// `/api/v1/namespaces/x/pods` is the address of a Kubernetes cluster.
		if (resource === 'namespaces' && namespace !== 'search' && !/^(kv|files)$/.test(flow))
			return [];
		const start = match.index;
		const end = start + match[0].length;
		const isOwn =
			/kestra|:8080|\/webhook\//i.test(text.slice(Math.max(0, start - 80), start + 80)) ||
			tenant === 'main';
		const isNamed =
			namespace !== '' &&
			!noNamespace.test(namespace) &&
			!segments.some((each) => onMany.test(each)) &&
			!(resource === 'executions' && onExecution.test(flow) && executionId.test(namespace)) &&
			// One word alone is the id of an execution.
			(flow !== '' || namespace.includes('.'));
		return [{ start, end, resource, isOwn, ...(isNamed && { namespace }) }];
	});
}
