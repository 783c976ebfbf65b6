/**
 * The decision tables as designed, deliberately written a second time: for each decision its rules in order, each with
 * its outcome and what it asks, a question as `?id`, an earlier decision as `id`; several allowed values with spaces.
 * A change to a rule is made in `src/guide/kestra/decisions.ts` and here.
 */
export const designedTables: Readonly<
	Record<string, Readonly<Record<string, { readonly then: string } & Record<string, string>>>>
> = {
	stages: {
		'critical-more': { '?impact': 'critical', '?stages': 'three-plus', then: 'instance-per-stage' },
		critical: { '?impact': 'critical', then: 'two-instances' },
		'one-stage': { '?stages': 'one', then: 'single-instance' },
		'one-instance': { '?capacity': 'one', then: 'namespace-per-stage' },
		more: { '?stages': 'three-plus', then: 'instance-per-stage' },
		otherwise: { then: 'two-instances' },
	},
	groups: {
		own: { '?own': 'all', then: 'instance-per-group' },
		'open-source-walls': { '?walls': 'all', '?edition': 'open-source', then: 'instance-per-group' },
		walls: { '?walls': 'all', then: 'tenant-per-group' },
		outsiders: { '?people': 'outsiders', '?edition': 'enterprise', then: 'tenant-per-group' },
		several: { '?people': 'several outsiders', then: 'namespace-per-group' },
		otherwise: { then: 'nothing-to-separate' },
	},
	exceptions: {
		already: { groups: 'instance-per-group', then: 'no-exceptions' },
		own: { '?own': 'some', then: 'instance-per-exception' },
		'open-source-walls': {
			'?walls': 'some',
			'?edition': 'open-source',
			then: 'instance-per-exception',
		},
		walls: {
			'?walls': 'some',
			groups: 'nothing-to-separate namespace-per-group',
			then: 'tenant-per-exception',
		},
		otherwise: { then: 'no-exceptions' },
	},
	sandboxes: {
		'not-needed': { '?sandboxes': 'no', then: 'shared-development' },
		enterprise: { '?edition': 'enterprise', then: 'tenant-per-engineer' },
		'open-source': { then: 'local-instance-per-engineer' },
	},
	namespaces: {
		team: { '?layout': 'team', then: 'by-team' },
		domain: { then: 'by-domain' },
	},
	edition: {
		'in-use': { '?edition': 'enterprise', then: 'enterprise-in-use' },
		logins: { '?logins': 'own-logins', then: 'enterprise-needed' },
		outsiders: { '?people': 'outsiders', then: 'enterprise-recommended' },
		walls: { '?walls': 'some all', then: 'enterprise-recommended' },
		'many-stages': { stages: 'instance-per-stage', then: 'enterprise-recommended' },
		'many-groups': { groups: 'instance-per-group', then: 'enterprise-recommended' },
		enough: { then: 'open-source-fits' },
	},
};
