import type { Question } from '../engine/model.ts';

/**
 * The questions of the guide: facts about the work first, the edition last, then the refinements, which a plan sets to a
 * default and the reader changes on it. Ids are public: they are part of addresses.
 */
export const questions = [
	{
		id: 'impact',
		asks: 'If these flows stopped for a day, or ran wrongly for one, would anybody be in trouble?',
		short: 'If the flows fail',
		why: 'What somebody depends on must not fail because somebody else is trying something out.',
		note: 'Answer for the most important flow.',
		ordered: true,
		values: [
			{
				id: 'experimental',
				label: 'No, a nuisance at most',
				short: 'A nuisance at most',
				means:
					'Somebody grumbles, or you mend it when you see it: an experiment, a course, a prototype, a report that can be sent again.',
			},
			{
				id: 'critical',
				label: 'Yes',
				short: 'Somebody is in trouble',
				means:
					'Somebody loses money, cannot do their work, or has to go without: customers, colleagues, other systems, or your own household.',
			},
		],
		default: {
			value: 'critical',
			because:
				'protecting flows that turn out to matter little costs less than losing ones that matter',
		},
		unknown: { label: 'I don’t know', means: 'The plan takes “Yes”.' },
		whom: 'the people who use what the flows deliver',
		since: '1.0.0',
	},
	{
		id: 'stages',
		asks: 'Where is a new version of a flow tried out before it does its real work, and by whom?',
		short: 'Trying a new version',
		why: 'A further place to try things pays only where somebody checks there.',
		note: 'Say what you want once this is set up. If it differs from flow to flow, answer for the strictest.',
		ordered: true,
		values: [
			{
				id: 'one',
				label: 'Nowhere else',
				short: 'Where it runs',
				means:
					'It is changed, and at most tried, where it runs, perhaps on a copy of the flow or the data. Enough where nobody is in trouble.',
			},
			{
				id: 'two',
				label: 'In one place kept for that',
				short: 'In one place kept for that',
				means:
					'By the people who build it, on one test or staging system or each on their own machine; others may look on. Choose this if a trial must never reach real people, data or money, and also if you planned dev and test but the same people use both.',
			},
			{
				id: 'three-plus',
				label: 'In one place, and then in a further one by somebody else',
				short: 'In one place, then checked by others in a further one',
				means:
					'Testers, another department or a customer check there, a rule demands it, or all software in your house takes that path: development, then acceptance (UAT) or staging, then production.',
			},
		],
		default: {
			value: 'two',
			because: 'one place to try things is the least that is advised',
		},
		unknown: {
			label: 'Advise me',
			means: 'The plan takes “In one place kept for that”, the least that is advised.',
		},
		whom: 'whoever releases changes, and whoever has to approve them',
		since: '1.0.0',
	},
	{
		id: 'capacity',
		asks: 'Can the place to try things have a Kestra of its own?',
		short: 'A second Kestra',
		why: 'Only a second instance keeps what you try from taking the rest down.',
		note: 'An instance is a deployment with its own database, not a machine: two fit on one server, and a laptop with Docker Compose counts.',
		ordered: true,
		values: [
			{
				id: 'one',
				label: 'No, or not yet',
				short: 'Not yet',
				means: 'There will be one deployment of Kestra for everything.',
			},
			{
				id: 'several',
				label: 'Yes',
				short: 'Possible',
				means: 'A second deployment is possible, wherever it stands.',
			},
		],
		default: {
			value: 'several',
			because:
				'a laptop with Docker Compose is already a second instance, so there is nearly always room for one',
		},
		unknown: { label: 'I don’t know', means: 'The plan takes “Yes”.' },
		whom: 'whoever runs your servers or your cluster',
		since: '1.0.0',
	},
	{
		id: 'people',
		asks: 'Once this is set up, who works in the Kestra that does the real work: builds flows, starts them or looks at their runs?',
		short: 'Who works in it',
		why: 'People who work in it need an order they can find their way in, and perhaps rights.',
		note: 'Whoever only receives results, checks in a testing place, or wants to know that the night went well does not count. Freelancers and agencies who work for you belong to your teams.',
		ordered: true,
		values: [
			{
				id: 'one-team',
				label: 'One team',
				short: 'One team',
				means:
					'Or one person; even where its members have different tasks or rights, or the flows serve many customers, countries or departments.',
			},
			{
				id: 'several',
				label: 'Several teams, departments, sites or companies',
				short: 'Several teams or sites',
				means:
					'Each with flows or duties of its own, such as one that builds and another that only starts or looks.',
			},
			{
				id: 'outsiders',
				label: 'Customers or partners as well',
				short: 'Customers or partners too',
				means:
					'Those you work for log in, to see, start or build flows of their own; participants of a course too.',
			},
		],
		default: {
			value: 'one-team',
			because: 'an order for teams that nobody can name is not needed yet',
		},
		unknown: { label: 'I don’t know', means: 'The plan takes “One team”.' },
		whom: 'whoever decides who may use the platform',
		since: '2.0.0',
	},
	{
		id: 'walls',
		asks: 'In the real work, must anything be hidden, so that others who work in Kestra cannot see its flows and runs?',
		short: 'What must be hidden',
		why: 'A wall is worth its price only where a contract, a law, an auditor or real distrust asks for it.',
		note: 'Only keys kept apart, or nothing mixed up? Choose No, the plan says how. Seeing is fine, only changing is not? No: that is a matter of rights.',
		more: 'Must it stay in a country or a network? That is the next question, unless others may not even look at it. Has somebody only asked who can read it? Choose No until they demand it; names can be kept out of logs. Only one person, such as a freelancer, may see less than the rest of a team? Choose No: in Enterprise a role limited to a namespace does that. A contract that says just “kept separate”? Choose “I don’t know” and ask what it means.',
		ordered: true,
		values: [
			{
				id: 'none',
				label: 'No',
				short: 'Nothing',
				means: 'They may see each other’s, or only one team works in it.',
			},
			{
				id: 'some',
				label: 'One or a few',
				short: 'One or a few',
				means:
					'Such as finance, personnel or fraud, the few customers who log in, or one whose contract says who may see its data; the rest may be seen.',
			},
			{
				id: 'all',
				label: 'Each from every other',
				short: 'Each from every other',
				means:
					'Such as customers or authorities who have it in writing. With only two sides and no rest, choose this.',
			},
		],
		default: {
			value: 'none',
			because: 'a wall that nothing demands only costs, and one can be added',
		},
		unknown: { label: 'I don’t know', means: 'The plan takes “No”.' },
		whom: 'whoever signs the contracts, or the security officer',
		since: '2.0.0',
	},
	{
		id: 'own',
		asks: 'In the real work, is there anything that cannot run in one Kestra with the rest?',
		short: 'What cannot share',
		why: 'What shares a Kestra goes down together, is upgraded together, stands in one place and network, and is open to the same administrators.',
		note: 'Places to try and to check have a Kestra of their own anyway. Heavy work, special machines, an old library? Choose No: limits and containers do it, unless a wait of minutes does harm.',
		more: 'Stood still once for an upgrade? No: upgrades are tried in development first. Everything stands inside your own network? No reason by itself. Somebody would merely like a machine of their own? No. Must others not see it? That was the question before. Count those who may share with each other as one, and answer for the day it is finished.',
		ordered: true,
		values: [
			{
				id: 'none',
				label: 'No, it can all share',
				short: 'Nothing, it can all share',
				means: 'One outage, one upgrade date and one place for all of it is acceptable.',
			},
			{
				id: 'some',
				label: 'One or a few',
				short: 'One or a few',
				means:
					'It must stand in another place or network than the rest, or go on when the line between them is cut; does harm when it waits even minutes, as with patients or trading; must be upgraded at its own hour; would put the rest under its inspection rules; is another company’s own work, which it runs itself; or must be out of your administrators’ reach. Customers who only log in are no reason.',
			},
			{
				id: 'all',
				label: 'Each of them',
				short: 'Each needs its own',
				means:
					'Each team, company, site or customer has such a reason. With only two, choose this if neither can join the other, such as two companies that each run their own.',
			},
		],
		default: {
			value: 'none',
			because: 'one can be moved out later',
		},
		unknown: { label: 'I don’t know', means: 'The plan takes “No”: one can be moved out later.' },
		whom: 'whoever signs the contracts, and legal or compliance',
		since: '2.0.0',
	},
	{
		id: 'edition',
		asks: 'Will it be Enterprise or Cloud, the paid editions?',
		short: 'Edition',
		why: 'Only they have several tenants, logins and permissions, so the edition decides what can be kept apart inside one instance.',
		ordered: false,
		values: [
			{
				id: 'open-source',
				label: 'No, it stays the free edition',
				short: 'Open source',
				means: 'At least for now. One tenant, one shared login, namespaces without permissions.',
			},
			{
				id: 'enterprise',
				label: 'Yes, we have it, or may buy it if there is a reason',
				short: 'Enterprise or Cloud',
				means:
					'Tenants, users, roles, an audit log, secrets for each namespace, support; with Cloud somebody else runs the server.',
			},
		],
		default: {
			value: 'open-source',
			because: 'what works in the free edition needs no licence',
		},
		unknown: {
			label: 'Not decided',
			means:
				'Nobody can say yet whether there is money for it. You get both plans, and what the difference buys.',
		},
		whom: 'whoever holds the budget for tools',
		since: '1.0.0',
	},
	{
		id: 'logins',
		asks: 'Must each person have a login of their own in the Kestra that does the real work?',
		short: 'Logins',
		why: 'The free edition has one login that everybody shares.',
		ordered: true,
		values: [
			{
				id: 'one-login',
				label: 'No',
				short: 'One shared login',
				means:
					'One shared login will do, even if Kestra then cannot say who changed or started something. Who changed a flow can be seen in Git.',
			},
			{
				id: 'own-logins',
				label: 'Yes',
				short: 'A login for each person',
				means:
					'People need different rights, or company accounts (single sign-on), or somebody asks for proof of who did what.',
			},
		],
		default: {
			value: 'one-login',
			because: 'nobody has asked for proof of who did what',
		},
		unknown: { label: 'I don’t know', means: 'The plan takes “No”, and says what that means.' },
		whom: 'the auditor or the security officer',
		since: '2.0.0',
	},
	{
		id: 'sandboxes',
		asks: 'Do your engineers get in each other’s way in development?',
		short: 'Engineers’ places',
		why: 'Engineers who try things in one shared place overwrite each other’s flows.',
		ordered: true,
		values: [
			{
				id: 'no',
				label: 'No, one place for all',
				short: 'One place for all',
				means: 'Sharing development works for them.',
			},
			{
				id: 'yes',
				label: 'Yes, a place for each',
				short: 'A place for each',
				means: 'Each engineer tries things without disturbing the others.',
			},
		],
		default: { value: 'no', because: 'places can be added at any time without moving anything' },
		unknown: { label: 'I don’t know', means: 'The plan takes one place for all.' },
		whom: 'the engineers',
		refinement: [{ when: {}, value: 'no' }],
		since: '1.0.0',
	},
	{
		id: 'layout',
		asks: 'How do people look for a flow?',
		short: 'Order of flows',
		why: 'A namespace cannot be changed once a flow is saved, so it should follow what changes least.',
		ordered: false,
		values: [
			{
				id: 'team',
				label: 'By the team that owns it',
				short: 'By team',
				means: '“That is one of marketing’s flows.” Good where permissions follow teams.',
			},
			{
				id: 'domain',
				label: 'By what it is about',
				short: 'By domain',
				means:
					'“That is one of the billing flows.” Good where teams change more often than the business; a domain may be a customer or a country.',
			},
		],
		default: { value: 'domain', because: 'one team finds its flows by what they are about' },
		unknown: { label: 'I don’t know', means: 'The plan takes what suits the people in it.' },
		whom: 'the people who will look for the flows',
		refinement: [
			{ when: { answers: { people: ['several'] } }, value: 'team' },
			{ when: {}, value: 'domain' },
		],
		since: '1.0.0',
	},
	{
		id: 'development',
		asks: 'Where is the work developed of those that have a production instance of their own?',
		short: 'Development of each',
		why: 'One development is less to run; a development for each keeps their trials apart and can have its own version.',
		ordered: true,
		values: [
			{
				id: 'together',
				label: 'In one development for all',
				short: 'Together',
				means: 'Only engineers use it, and they may see each other’s work.',
			},
			{
				id: 'apart',
				label: 'In a development for each',
				short: 'Apart',
				means: 'Each has engineers, a version or secrets of its own from the first trial on.',
			},
		],
		default: { value: 'together', because: 'one development is less to run' },
		unknown: { label: 'I don’t know', means: 'The plan takes what suits the people in it.' },
		whom: 'the engineers',
		refinement: [
			{
				when: { answers: { people: ['several'] }, outcomes: { groups: ['instance-per-group'] } },
				value: 'apart',
			},
			{ when: {}, value: 'together' },
		],
		since: '2.0.0',
	},
	{
		id: 'called',
		asks: 'What are the parts called?',
		short: 'What the parts are called',
		why: 'The plan should use your word.',
		ordered: false,
		values: [
			{ id: 'team', label: 'Team', short: 'Team', means: 'Teams of one company.' },
			{ id: 'department', label: 'Department', short: 'Department', means: 'Departments.' },
			{ id: 'project', label: 'Project', short: 'Project', means: 'Projects.' },
			{ id: 'site', label: 'Site', short: 'Site', means: 'Plants, branches, laboratories.' },
			{ id: 'company', label: 'Company', short: 'Company', means: 'Companies of a group.' },
			{ id: 'country', label: 'Country', short: 'Country', means: 'Countries or regions.' },
			{ id: 'customer', label: 'Customer', short: 'Customer', means: 'Customers or clients.' },
			{ id: 'work', label: 'Kind of work', short: 'Kind of work', means: 'Kinds of work.' },
			{ id: 'part', label: 'Part', short: 'Part', means: 'Whatever the parts are.' },
		],
		default: { value: 'part', because: 'nothing says what the parts are' },
		unknown: { label: 'I don’t know', means: 'The plan takes what your answers suggest.' },
		whom: 'anybody who works in it',
		refinement: [
			{ when: { answers: { people: ['several'] } }, value: 'team' },
			{ when: { answers: { people: ['outsiders'] } }, value: 'customer' },
			{ when: {}, value: 'part' },
		],
		since: '2.0.0',
	},
] as const satisfies readonly Question[];

/** Id of a question. */
export type QuestionId = (typeof questions)[number]['id'];

/** An answer to `called`: what the parts that a plan separates are called. */
export type Called = Extract<(typeof questions)[number], { id: 'called' }>['values'][number]['id'];
