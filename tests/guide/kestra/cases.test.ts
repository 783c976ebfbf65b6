/** Important kinds of readers and the plan for each, worked out by hand from what each level can separate. */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/guide/engine/model.ts';
import type { Names } from '../../../src/guide/kestra/names.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';

interface Case {
	readonly reader: string;
	readonly because: string;
	/** In the format of an address. */
	readonly answers: string;
	readonly names?: Names;
	/** Outcomes of stages, groups, sandboxes, namespaces and edition. */
	readonly outcomes: readonly [string, string, string, string, string];
	readonly headline: string;
	readonly count: string;
	readonly path: string;
	/** The tenants of each instance. */
	readonly instances: Readonly<Record<string, readonly string[]>>;
	/** Risks that the plan must name. */
	readonly risks?: readonly string[];
	readonly assumed?: readonly string[];
}

const many = (word: string, number: number) =>
	Array.from({ length: number }, (_, index) => `${word}-${index + 1}`);

const cases: readonly Case[] = [
	{
		reader: 'somebody who learns Kestra alone',
		because: 'nothing is relied on and there is one place to work in, so namespaces keep order',
		answers:
			'impact=experimental&stages=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login',
		outcomes: [
			'single-instance',
			'nothing-to-separate',
			'shared-development',
			'by-domain',
			'open-source-fits',
		],
		headline: 'One instance',
		count: '1',
		path: 'acme.domain.project',
		instances: { kestra: ['main'] },
	},
	{
		reader: 'open-source beginners with a single instance',
		because: 'namespaces may serve as environments while nothing depends on the flows',
		answers:
			'impact=experimental&stages=two&capacity=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&layout=team',
		outcomes: [
			'namespace-per-stage',
			'nothing-to-separate',
			'shared-development',
			'by-team',
			'open-source-fits',
		],
		headline: 'One instance, with a namespace for each stage',
		count: '1',
		path: 'acme.stage.team.project',
		instances: { kestra: ['main'] },
		risks: ['development-breaks-production', 'label-not-wall', 'stage-in-name'],
	},
	{
		reader: 'beginners with a testing stage and a single instance',
		because: 'a third stage is one more namespace and still one instance',
		answers:
			'impact=experimental&stages=three-plus&capacity=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&layout=team',
		outcomes: [
			'namespace-per-stage',
			'nothing-to-separate',
			'shared-development',
			'by-team',
			'open-source-fits',
		],
		headline: 'One instance, with a namespace for each stage',
		count: '1',
		path: 'acme.stage.team.project',
		instances: { kestra: ['main'] },
		risks: ['development-breaks-production'],
	},
	{
		reader: 'a team that tries things out and has room for a second instance',
		because: 'two instances are the least that every team should have when it can',
		answers:
			'impact=experimental&stages=two&capacity=several&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&layout=team',
		outcomes: [
			'two-instances',
			'nothing-to-separate',
			'shared-development',
			'by-team',
			'open-source-fits',
		],
		headline: 'Production, and a development that may be a laptop',
		count: '1',
		path: 'acme.team.project',
		instances: { development: ['main'], production: ['main'] },
		risks: ['one-host'],
	},
	{
		reader: 'a team with operations on open source',
		because: 'production serves what others rely on, so development is kept out of its instance',
		answers:
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&layout=team',
		outcomes: [
			'two-instances',
			'nothing-to-separate',
			'shared-development',
			'by-team',
			'open-source-fits',
		],
		headline: 'Production, and a development that may be a laptop',
		count: '1',
		path: 'acme.team.project',
		instances: { development: ['main'], production: ['main'] },
	},
	{
		reader: 'critical flows, one environment and one server',
		because:
			'one flow in development may crash production, so a laptop becomes the development instance',
		answers:
			'impact=critical&stages=one&capacity=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&layout=team',
		outcomes: [
			'two-instances',
			'nothing-to-separate',
			'shared-development',
			'by-team',
			'open-source-fits',
		],
		headline: 'Production, and a development that may be a laptop',
		count: '1',
		path: 'acme.team.project',
		instances: { development: ['main'], production: ['main'] },
		risks: ['more-instances-than-wanted', 'development-added'],
	},
	{
		reader: 'a small team on Cloud',
		because: 'Cloud has what Enterprise has, and the split does not differ',
		answers: 'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=enterprise',
		outcomes: [
			'two-instances',
			'nothing-to-separate',
			'shared-development',
			'by-domain',
			'enterprise-in-use',
		],
		headline: 'Two instances',
		count: '2',
		path: 'acme.domain.project',
		instances: { development: ['acme'], production: ['acme'] },
	},
	{
		reader: 'a company with ten customers on Enterprise',
		because: 'a tenant is an isolated project for each customer in the same instance',
		answers:
			'impact=critical&stages=two&people=outsiders&walls=all&own=none&edition=enterprise&layout=team',
		names: { groups: many('customer', 10) },
		outcomes: [
			'two-instances',
			'tenant-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'Two instances, with a tenant for each customer',
		count: '2',
		path: 'acme.team.project',
		instances: { development: many('customer', 10), production: many('customer', 10) },
		risks: ['shared-instance', 'shared-workers'],
	},
	{
		reader: 'a company with customers on open source',
		because: 'open source has one tenant and one login, so only instances keep customers apart',
		answers:
			'impact=critical&stages=two&people=outsiders&walls=all&own=none&edition=open-source&logins=one-login&layout=team',
		names: { groups: many('customer', 3) },
		outcomes: [
			'two-instances',
			'instance-per-group',
			'shared-development',
			'by-team',
			'enterprise-recommended',
		],
		headline: 'One development instance, and a production instance for each customer',
		count: '1 + N',
		path: 'acme.customer.team.project',
		instances: {
			development: ['main'],
			'customer-1 production': ['main'],
			'customer-2 production': ['main'],
			'customer-3 production': ['main'],
		},
		risks: ['many-to-run', 'by-hand'],
	},
	{
		reader: 'customers with contracts for their own uptime, on Enterprise',
		because: 'uptime and upgrade date belong to the instance, and development is the engineers’',
		answers:
			'impact=critical&stages=two&people=outsiders&walls=all&own=all&edition=enterprise&layout=team',
		outcomes: [
			'two-instances',
			'instance-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'One development instance, and a production instance for each customer',
		count: '1 + N',
		path: 'acme.team.project',
		instances: {
			development: ['customer-a', 'customer-b'],
			'customer-a production': ['customer-a'],
			'customer-b production': ['customer-b'],
		},
		risks: ['own-upgrade-date'],
	},
	{
		reader: 'prototypes for customers on open source',
		because: 'even a trial for a customer is kept from the other customers',
		answers:
			'impact=experimental&stages=one&people=outsiders&walls=all&own=none&edition=open-source&logins=one-login&layout=team',
		outcomes: [
			'single-instance',
			'instance-per-group',
			'shared-development',
			'by-team',
			'enterprise-recommended',
		],
		headline: 'An instance for each customer',
		count: 'N',
		path: 'acme.team.project',
		instances: { 'customer-a': ['main'], 'customer-b': ['main'] },
	},
	{
		reader: 'an international company with a tenant for each country',
		because: 'countries that must not see each other are tenants where they may share a platform',
		answers:
			'impact=critical&stages=two&people=several&walls=all&own=none&edition=enterprise&called=country',
		outcomes: [
			'two-instances',
			'tenant-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'Two instances, with a tenant for each country',
		count: '2',
		path: 'acme.team.project',
		instances: { development: ['france', 'japan'], production: ['france', 'japan'] },
	},
	{
		reader: 'countries whose flows call each other',
		because: 'no flow calls another across tenants, so countries are namespaces',
		answers:
			'impact=critical&stages=two&people=several&walls=none&own=none&edition=enterprise&called=country',
		outcomes: [
			'two-instances',
			'namespace-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'Two instances, with a namespace for each country',
		count: '2',
		path: 'acme.country.team.project',
		instances: { development: ['acme'], production: ['acme'] },
		risks: ['readable-secrets'],
	},
	{
		reader: 'regulated countries kept apart, with a staging environment',
		because: 'a regulator gives each its own region and administrators, and none may see another',
		answers:
			'impact=critical&stages=three-plus&people=several&walls=all&own=all&edition=enterprise&layout=domain&called=country',
		outcomes: [
			'instance-per-stage',
			'instance-per-group',
			'shared-development',
			'by-domain',
			'enterprise-in-use',
		],
		headline: 'An instance for each stage of each country',
		count: 'N × S',
		path: 'acme.domain.project',
		instances: {
			'france development': ['france'],
			'france staging': ['france'],
			'france production': ['france'],
			'japan development': ['japan'],
			'japan staging': ['japan'],
			'japan production': ['japan'],
		},
		risks: ['many-to-run', 'fewer-for-now'],
	},
	{
		reader: 'regulated countries that develop together',
		because: 'they may see each other, so development is one, and what follows is each one’s own',
		answers:
			'impact=critical&stages=three-plus&people=several&walls=none&own=all&development=together&edition=enterprise&called=country',
		outcomes: [
			'instance-per-stage',
			'instance-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'One development instance, and an instance for each later stage of each country',
		count: '1 + N × (S − 1)',
		path: 'acme.country.team.project',
		instances: {
			development: ['acme'],
			'france staging': ['acme'],
			'france production': ['acme'],
			'japan staging': ['acme'],
			'japan production': ['acme'],
		},
		risks: ['flows-no-longer-call', 'own-upgrade-date'],
	},
	{
		reader: 'engineers who want a space of their own in one development instance, on Enterprise',
		because: 'tenants separate engineers inside development, and never stand in production',
		answers:
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=enterprise&sandboxes=yes&layout=team',
		outcomes: [
			'two-instances',
			'nothing-to-separate',
			'tenant-per-engineer',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'Two instances',
		count: '2',
		path: 'acme.team.project',
		instances: { development: ['acme', 'engineer-1', 'engineer-2'], production: ['acme'] },
		risks: ['shared-instance', 'shared-workers'],
	},
	{
		reader: 'engineers who want a space of their own on open source',
		because: 'open source has one tenant, so each runs an instance on a machine of their own',
		answers:
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&sandboxes=yes&layout=team',
		outcomes: [
			'two-instances',
			'nothing-to-separate',
			'local-instance-per-engineer',
			'by-team',
			'open-source-fits',
		],
		headline: 'Production, and a development that may be a laptop',
		count: '1',
		path: 'acme.team.project',
		instances: { development: ['main'], production: ['main'] },
	},
	{
		reader: 'a large organisation with four environments on open source',
		because: 'many instances have to be governed, which is what Enterprise is for',
		answers:
			'impact=critical&stages=three-plus&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&layout=team',
		names: { stages: ['development', 'testing', 'staging', 'production'] },
		outcomes: [
			'instance-per-stage',
			'nothing-to-separate',
			'shared-development',
			'by-team',
			'enterprise-recommended',
		],
		headline: 'An instance for each stage',
		count: 'S',
		path: 'acme.team.project',
		instances: {
			development: ['main'],
			testing: ['main'],
			staging: ['main'],
			production: ['main'],
		},
		risks: ['by-hand', 'fewer-for-now'],
	},
	{
		reader: 'a large organisation with four environments and teams kept apart, on Enterprise',
		because: 'each environment is an instance, and each team a tenant in every one of them',
		answers:
			'impact=critical&stages=three-plus&people=several&walls=all&own=none&edition=enterprise',
		names: { stages: ['development', 'testing', 'staging', 'production'] },
		outcomes: [
			'instance-per-stage',
			'tenant-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'An instance for each stage, with a tenant for each team',
		count: 'S',
		path: 'acme.team.project',
		instances: {
			development: ['marketing', 'finance'],
			testing: ['marketing', 'finance'],
			staging: ['marketing', 'finance'],
			production: ['marketing', 'finance'],
		},
	},
	{
		reader: 'teams that call each other’s flows on Enterprise',
		because: 'a namespace keeps order without a wall, and permissions limit who changes what',
		answers: 'impact=critical&stages=two&people=several&walls=none&own=none&edition=enterprise',
		outcomes: [
			'two-instances',
			'namespace-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'Two instances, with a namespace for each team',
		count: '2',
		path: 'acme.team.project',
		instances: { development: ['acme'], production: ['acme'] },
		risks: ['readable-secrets'],
	},
	{
		reader: 'teams that call each other’s flows on open source',
		because: 'they may see each other, so namespaces will do, though as a label and not a wall',
		answers:
			'impact=critical&stages=two&people=several&walls=none&own=none&edition=open-source&logins=one-login&layout=domain',
		outcomes: [
			'two-instances',
			'namespace-per-group',
			'shared-development',
			'by-domain',
			'open-source-fits',
		],
		headline: 'Two instances, with a namespace for each team',
		count: '2',
		path: 'acme.team.domain.project',
		instances: { development: ['main'], production: ['main'] },
		risks: ['label-not-wall'],
	},
	{
		reader: 'teams that must not see each other on open source',
		because: 'one login reaches everything in an instance, in development too',
		answers:
			'impact=critical&stages=two&people=several&walls=all&own=none&edition=open-source&logins=one-login',
		outcomes: [
			'two-instances',
			'instance-per-group',
			'shared-development',
			'by-team',
			'enterprise-recommended',
		],
		headline: 'Two instances for each team',
		count: 'N × 2',
		path: 'acme.team.project',
		instances: {
			'marketing development': ['main'],
			'marketing production': ['main'],
			'finance development': ['main'],
			'finance production': ['main'],
		},
		risks: ['many-to-run', 'by-hand'],
	},
	{
		reader: 'teams that try Enterprise in one instance, each engineer with a space',
		because: 'the spaces stand where the work runs, and the plan says so',
		answers:
			'impact=experimental&stages=two&capacity=one&people=several&walls=all&own=none&edition=enterprise&sandboxes=yes',
		outcomes: [
			'namespace-per-stage',
			'tenant-per-group',
			'tenant-per-engineer',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'One instance, with a tenant for each team and in it a namespace for each stage',
		count: '1',
		path: 'acme.stage.team.project',
		instances: { kestra: ['marketing', 'finance', 'engineer-1', 'engineer-2'] },
		risks: ['development-breaks-production', 'sandboxes-beside-production', 'readable-secrets'],
	},
	{
		reader: 'a trial with staging and room for several instances',
		because: 'each stage can be a deployment of its own, though nobody relies on it yet',
		answers:
			'impact=experimental&stages=three-plus&capacity=several&people=one-team&walls=none&own=none&edition=enterprise&layout=team',
		outcomes: [
			'instance-per-stage',
			'nothing-to-separate',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'An instance for each stage',
		count: 'S',
		path: 'acme.team.project',
		instances: { development: ['acme'], staging: ['acme'], production: ['acme'] },
	},
	{
		reader: 'somebody who knows nothing yet',
		because: 'two instances are the short answer that is right for almost everyone',
		answers:
			'impact=unknown&stages=unknown&capacity=unknown&people=unknown&walls=unknown&own=unknown&edition=unknown&logins=unknown',
		outcomes: [
			'two-instances',
			'nothing-to-separate',
			'shared-development',
			'by-domain',
			'open-source-fits',
		],
		headline: 'Production, and a development that may be a laptop',
		count: '1',
		path: 'acme.domain.project',
		instances: { development: ['main'], production: ['main'] },
		assumed: ['impact', 'stages', 'people', 'walls', 'own', 'edition', 'logins'],
	},
	{
		reader: 'somebody who cannot tell whether customers must have a platform each',
		because: 'a tenant can be moved out later, so they share one for now',
		answers:
			'impact=critical&stages=two&people=outsiders&walls=all&own=unknown&edition=enterprise&layout=team',
		outcomes: [
			'two-instances',
			'tenant-per-group',
			'shared-development',
			'by-team',
			'enterprise-in-use',
		],
		headline: 'Two instances, with a tenant for each customer',
		count: '2',
		path: 'acme.team.project',
		instances: {
			development: ['customer-a', 'customer-b'],
			production: ['customer-a', 'customer-b'],
		},
		assumed: ['own'],
	},
];

describe.each(cases)('$reader: $because', (told) => {
	const answers: Answers = Object.fromEntries(new URLSearchParams(told.answers));
	const plan = planFor(answers, told.names)!;

	test('has the expected outcomes', () => {
		const { stages, groups, sandboxes, namespaces, edition } = plan.outcomes;
		expect([stages, groups, sandboxes, namespaces, edition]).toEqual(told.outcomes);
	});

	test('has the expected headline, count and names', () => {
		expect(plan.headline).toBe(told.headline);
		expect(plan.count.formula).toBe(told.count);
		expect(plan.path).toBe(told.path);
	});

	test('has these instances with these tenants', () => {
		expect(
			Object.fromEntries(
				plan.topology.instances.map(({ name, tenants }) => [
					name,
					tenants.map((tenant) => tenant.name),
				]),
			),
		).toEqual(told.instances);
	});

	test('names its risks and what it assumed', () => {
		expect(plan.risks.map(({ id }) => id)).toEqual(expect.arrayContaining([...(told.risks ?? [])]));
		expect(plan.assumed).toEqual(told.assumed ?? []);
	});
});
