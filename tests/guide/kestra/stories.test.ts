/**
 * Organisations that told their story in their own words, the answers somebody gave for them, and what an architect who
 * does not know the guide advised. The plan has to agree with the advice, or with something that it calls defensible.
 */
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../src/guide/engine/model.ts';
import type { Names } from '../../../src/guide/kestra/names.ts';
import { planFor } from '../../../src/guide/plan/plan.ts';

interface Story {
	readonly who: string;
	/** What the architect advised, and why. */
	readonly advice: string;
	/** In the format of an address; several where the edition is open, with the plan of each. */
	readonly plans: Readonly<Record<string, string>>;
	readonly names?: Names;
	/** Number of instances the advice comes to, where the story gives the numbers. */
	readonly instances?: number;
	/** Why another plan than the advice is right as well; absent where they agree. */
	readonly defensible?: string;
}

const laptop = 'Production, and a development that may be a laptop';

const stories: readonly Story[] = [
	{
		who: 'a home automation of 25 flows that one person edits live',
		advice: 'one instance: nobody to separate, and it is fixed at breakfast',
		plans: {
			'impact=experimental&stages=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				'One instance',
		},
		instances: 1,
	},
	{
		who: 'two people who send mailings to customers from one box',
		advice: 'two instances, development on their laptops: a trial must never reach real customers',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				laptop,
		},
	},
	{
		who: 'a marketing agency with fourteen competing advertisers who get a PDF',
		advice: 'two instances, a tenant for each advertiser, because keys must not be mixed up',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=enterprise':
				'Two instances',
			'impact=critical&stages=two&people=one-team&walls=all&own=none&edition=enterprise&called=customer':
				'Two instances, with a tenant for each customer',
		},
		defensible:
			'one tenant with a secret and a namespace for each advertiser: only their own analysts log in',
	},
	{
		who: 'dental software that runs the same flow for 210 practices',
		advice: 'two instances, nothing separated: a practice is an input',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				laptop,
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=enterprise':
				'Two instances',
		},
	},
	{
		who: 'a bank with four prescribed stages and an information barrier',
		advice: 'four instances, a tenant behind the barrier: its existence must be hidden',
		plans: {
			'impact=critical&stages=three-plus&people=several&walls=some&own=none&edition=enterprise':
				'An instance for each stage, with a namespace for each team, and a tenant of its own for each exception',
		},
		names: {
			stages: ['development', 'integration', 'acceptance', 'production'],
			hidden: ['treasury'],
		},
		instances: 4,
	},
	{
		who: 'two authorities under secrecy, the licence undecided',
		advice: 'a tenant each with Enterprise, an instance each without',
		plans: {
			'impact=critical&stages=two&people=several&walls=all&own=none&edition=enterprise&called=department':
				'Two instances, with a tenant for each department',
			'impact=critical&stages=two&people=several&walls=all&own=none&edition=open-source&logins=one-login':
				'Two instances for each team',
		},
	},
	{
		who: 'nine countries whose closing runs wait for each other',
		advice: 'two instances, a namespace for each country with roles: their flows call each other',
		plans: {
			'impact=critical&stages=two&people=several&walls=none&own=none&edition=enterprise&called=country':
				'Two instances, with a namespace for each country',
		},
		instances: 2,
	},
	{
		who: 'a central data team of an online shop that changes subjects',
		advice: 'two instances, nothing separated: boundaries would be in the way',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=enterprise':
				'Two instances',
		},
		instances: 2,
	},
	{
		who: 'researchers whose sweeps delay the scoring that sets bids',
		advice: 'an instance for scoring of its own: load and access point the same way',
		plans: {
			'impact=critical&stages=two&people=several&walls=none&own=some&edition=open-source&logins=one-login':
				'Two instances, with a namespace for each team, and one of its own for each exception',
		},
		defensible:
			'research keeps a production of its own beside development; merging the two is one switch fewer',
	},
	{
		who: 'a bootcamp that is wiped every Friday',
		advice: 'one instance, a tenant for each participant: same names, no peeking',
		plans: {
			'impact=experimental&stages=one&people=several&walls=all&own=none&edition=enterprise&called=part':
				'One instance, with a tenant for each part',
		},
		instances: 1,
	},
	{
		who: 'a plant with one server and an apprentice',
		advice: 'production on the server, development on the apprentice’s machine',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				laptop,
		},
	},
	{
		who: 'forty product teams that get a corner by self-service',
		advice: 'three instances, a namespace for each team',
		plans: {
			'impact=critical&stages=three-plus&people=several&walls=none&own=none&edition=enterprise':
				'An instance for each stage, with a namespace for each team',
		},
		names: { stages: ['dev', 'staging', 'prod'] },
		instances: 3,
	},
	{
		who: 'a broker on Cloud who found tenants called dev, stage and prod',
		advice: 'two instances: a maintenance window hits all tenants',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=enterprise':
				'Two instances',
		},
		instances: 2,
	},
	{
		who: 'six squads that call one library hundreds of times a day',
		advice: 'two instances, a namespace for each squad: calls rule tenants out',
		plans: {
			'impact=critical&stages=two&people=several&walls=none&own=none&edition=enterprise':
				'Two instances, with a namespace for each team',
		},
		instances: 2,
	},
	{
		who: 'a holding with payroll and a deal team that administrators may not read',
		advice: 'a tenant for payroll, an instance for the deal team',
		plans: {
			'impact=critical&stages=two&people=several&walls=some&own=some&edition=enterprise':
				'Two instances, with a namespace for each team, one of its own for each exception, and a tenant of its own for what else must be hidden',
		},
		names: { exceptions: ['deals'], hidden: ['payroll'] },
		instances: 3,
	},
	{
		who: 'dental software where nine of 180 practices have a special step',
		advice: 'two instances, no exceptions: the nine get a switch in the flow',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				laptop,
		},
	},
	{
		who: 'a coffee shop that charged 61 people twice',
		advice: 'a test where the real key does not exist: a laptop is enough',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				laptop,
		},
	},
	{
		who: 'a building society with three network zones and a risk desk',
		advice: 'three instances, namespaces by kind of work, no exception for the risk desk',
		plans: {
			'impact=critical&stages=three-plus&people=several&walls=none&own=none&edition=enterprise':
				'An instance for each stage, with a namespace for each team',
		},
		names: { stages: ['development', 'acceptance', 'live'] },
		instances: 3,
	},
	{
		who: 'thirty cron scripts for a house, and a drawing with three stages',
		advice: 'one instance; a throw-away container for new versions',
		plans: {
			'impact=experimental&stages=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				'One instance',
			'impact=critical&stages=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				laptop,
		},
		defensible: 'with a cold house as trouble, a development that may be a laptop',
	},
	{
		who: 'six engineers who save over each other’s flows',
		advice: 'two instances, and a place for each engineer in development',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=none&edition=open-source&logins=one-login&sandboxes=yes':
				laptop,
		},
	},
	{
		who: 'an IT service for 23 firms, some of which log in, and one that supplies the army',
		advice: 'two instances with a tenant for each firm, and one of its own for the optics company',
		plans: {
			'impact=critical&stages=two&people=outsiders&walls=all&own=some&edition=enterprise':
				'Two instances, with a tenant for each customer, and one of its own for each exception',
		},
		names: { exceptions: ['optics'] },
		instances: 3,
	},
	{
		who: 'a publisher where a freelancer read the payroll password',
		advice: 'finance apart for now on the free edition, roles and namespaces later',
		plans: {
			'impact=critical&stages=two&people=several&walls=some&own=none&edition=open-source&logins=own-logins':
				'Two instances, with a namespace for each team, and one of its own for each exception',
			'impact=critical&stages=two&people=several&walls=some&own=none&edition=enterprise':
				'Two instances, with a namespace for each team, and a tenant of its own for each exception',
		},
	},
	{
		who: 'sick-leave data of which three contracts say Frankfurt',
		advice: 'an instance in Dublin, one in Frankfurt, one for tests',
		plans: {
			'impact=critical&stages=two&people=one-team&walls=none&own=some&edition=enterprise':
				'Two instances, and one of its own for each exception',
		},
		names: { exceptions: ['frankfurt'] },
		instances: 3,
	},
	{
		who: 'broadcast figures at nine or eleven, and a slide with five stages',
		advice: 'two instances: exactly two people outside ever check',
		plans: {
			'impact=experimental&stages=two&capacity=several&people=one-team&walls=none&own=none&edition=open-source&logins=one-login':
				laptop,
		},
	},
	{
		who: 'an insurer and the satellite firm it bought, whose bursts and deployments do not fit',
		advice: 'an instance for each stage of both: neither can join the other',
		plans: {
			'impact=critical&stages=two&people=several&walls=none&own=all&edition=enterprise&called=company':
				'Two instances for each company',
		},
		names: { groups: ['insurer', 'toulouse'] },
		instances: 4,
	},
];

describe.each(stories)('$who: $advice', ({ plans, names, instances }) => {
	test.each(Object.entries(plans))('%s gives what was advised', (query, headline) => {
		const answers: Answers = Object.fromEntries(new URLSearchParams(query));
		const plan = planFor(answers, names)!;
		expect(plan.headline).toBe(headline);
		if (instances !== undefined) expect(plan.count.instances).toBe(instances);
	});
});

test('all but a few stories get the advice itself', () => {
	const others = stories.filter(({ defensible }) => defensible !== undefined);
	expect(stories.length - others.length).toBeGreaterThanOrEqual(22);
});
