/**
 * What a plan does about each answer, so that everything a reader said comes back in it: what must be hidden and with
 * what, what cannot share, who checks, who may do what, and what the notes of the questions promised.
 */
import type { Condition } from '../engine/model.ts';
import type { QuestionId } from './questions.ts';

/** What a plan does about an answer. */
export interface AnswerNote {
	readonly id: string;
	/** The question whose answer it is about. */
	readonly question: QuestionId;
	/** It is part of the plan when any of these holds. */
	readonly when: readonly Condition[];
	/** One to three sentences. */
	readonly says: string;
	/** Root-relative address of the section that says how. */
	readonly section: string;
}

const onOpenSource = { edition: ['open-source'] } as const;
const onEnterprise = { edition: ['enterprise'] } as const;

const withDevelopment = { stages: ['two-instances', 'instance-per-stage'] } as const;
const allInOne = { stages: ['single-instance', 'namespace-per-stage'] } as const;

/** Every note, in the order of the questions. */
export const answerNotes: readonly AnswerNote[] = [
	{
		id: 'nuisance',
		question: 'impact',
		when: [{ answers: { impact: ['experimental'] } }],
		says: 'Nobody is in trouble when a flow fails, so the plan has no more than you asked for. The day somebody depends on one, answer this question again.',
		section: '/practices/moving/',
	},
	{
		id: 'tried-where-it-runs',
		question: 'stages',
		when: [{ answers: { stages: ['one'], impact: ['experimental'] } }],
		says: 'You try things where they run: copy the flow, switch its schedule off, and let it work on a copy of the data.',
		section: '/strategies/single-instance/#production',
	},
	{
		id: 'last-step-for-real',
		question: 'stages',
		when: [{ answers: { stages: ['one'], impact: ['critical'] } }],
		says: 'You try things where they run. From now on a change is tried in development with test accounts; a last step that can only be run for real is a task of its own, run by hand the first time, on one record.',
		section: '/practices/promotion/',
	},
	{
		id: 'path-to-production',
		question: 'stages',
		when: [{ answers: { stages: ['two'] }, outcomes: { stages: ['two-instances'] } }],
		says: 'A version gets from development to production through Git: the history says who changed it and who said yes.',
		section: '/practices/promotion/',
	},
	{
		id: 'who-checks',
		question: 'stages',
		when: [{ answers: { stages: ['three-plus'] }, outcomes: { stages: ['instance-per-stage'] } }],
		says: 'Others check in an instance of their own, which stands in production’s network if the check needs its systems, and holds test accounts. What they approved, with name and day, is in Git, and the same text goes on to production.',
		section: '/strategies/instance-per-stage/#production',
	},
	{
		id: 'checked-in-one-instance',
		question: 'stages',
		when: [{ answers: { stages: ['three-plus'] }, outcomes: { stages: ['namespace-per-stage'] } }],
		says: 'Others check in a branch of namespaces of its own. It shares the one Kestra with what is tried and with the real work, so all of them stand still together.',
		section: '/strategies/namespace-per-stage/#production',
	},
	{
		id: 'one-kestra-for-now',
		question: 'capacity',
		when: [{ answers: { capacity: ['one'], impact: ['experimental'] } }],
		says: 'There is one Kestra for now. A laptop with Docker Compose would already be a second one.',
		section: '/concepts/instances/#only-one-server',
	},
	{
		id: 'rights-of-teams',
		question: 'people',
		when: [
			{
				answers: { people: ['several'], ...onEnterprise },
				outcomes: { groups: ['namespace-per-group'] },
			},
		],
		says: 'Each works in a branch of namespaces of its own: roles say who may look, start and change there, and allowed namespaces who may use its flows and secrets.',
		section: '/practices/production-access/#enterprise',
	},
	{
		id: 'owners-in-git',
		question: 'people',
		when: [
			{
				answers: { people: ['several'], ...onOpenSource },
				outcomes: { groups: ['namespace-per-group'] },
			},
		],
		says: 'Each works in a branch of namespaces and a folder in Git of its own. The free edition has no rights, so the owners of the folders decide in Git who may change what.',
		section: '/practices/production-access/#open-source',
	},
	{
		id: 'outsiders-by-form',
		question: 'people',
		when: [
			{
				answers: { people: ['outsiders'], ...onOpenSource },
				outcomes: { groups: ['namespace-per-group'] },
			},
		],
		says: 'The free edition has one login, so customers or partners without an instance of their own stay outside: a form or a ticket starts the flow for them by webhook. A namespace for each keeps their flows in order.',
		section: '/practices/production-access/#open-source',
	},
	{
		id: 'outsiders-see-their-own',
		question: 'people',
		when: [{ answers: { people: ['outsiders'] }, outcomes: { groups: ['tenant-per-group'] } }],
		says: 'Customers or partners who log in see their tenant and nothing else. You can work in all of them, in one at a time.',
		section: '/concepts/tenants/#customers',
	},
	{
		id: 'tenant-of-each',
		question: 'people',
		when: [{ answers: { people: ['several'] }, outcomes: { groups: ['tenant-per-group'] } }],
		says: 'Each works in a tenant of its own. Whoever works for several needs a role in each of their tenants.',
		section: '/concepts/tenants/#separates',
	},
	{
		id: 'instance-of-each',
		question: 'people',
		when: [
			{
				answers: { people: ['several', 'outsiders'] },
				outcomes: { groups: ['instance-per-group'] },
			},
		],
		says: 'Each works in an instance of its own, where nobody else logs in. Whoever works for several has a login in each.',
		section: '/strategies/instance-per-group/#get',
	},
	{
		id: 'keys-and-mix-ups',
		question: 'walls',
		when: [{ answers: { walls: ['none'], ...onOpenSource }, outcomes: withDevelopment }],
		says: 'Nothing has to be hidden. Against a mix-up of keys and customers: a secret and a start of its own for each, test accounts in development, and a flow that checks for whom it runs.',
		section: '/practices/secrets/#which',
	},
	{
		id: 'keys-closed',
		question: 'walls',
		when: [{ answers: { walls: ['none'], ...onEnterprise }, outcomes: withDevelopment }],
		says: 'Nothing has to be hidden, and keys are kept apart all the same: a namespace with secrets of its own for each, which allowed namespaces close to the others. Against a mix-up: test accounts in development, and a flow that checks for whom it runs.',
		section: '/practices/secrets/#which',
	},
	{
		id: 'keys-in-one-place',
		question: 'walls',
		when: [{ answers: { walls: ['none'] }, outcomes: allInOne }],
		says: 'Nothing has to be hidden. Against a mix-up of keys: a secret of its own for each purpose, and test accounts for whatever is only tried.',
		section: '/practices/secrets/#which',
	},
	{
		id: 'few-hidden-by-tenant',
		question: 'walls',
		when: [{ outcomes: { hidden: ['tenant'] } }],
		says: 'What must be hidden has a tenant of its own, and the rest share one: other users do not learn that it exists. Flows outside cannot call its flows as subflows.',
		section: '/strategies/tenant-per-group/#exceptions',
	},
	{
		id: 'hidden-with-its-instance',
		question: 'walls',
		when: [{ outcomes: { hidden: ['tenant'], exceptions: ['instance-per-exception'] } }],
		says: 'Is what must be hidden the same as what cannot share? Then its own instance hides it already, and it needs no tenant besides.',
		section: '/strategies/instance-per-group/#exceptions',
	},
	{
		id: 'few-hidden-by-instance',
		question: 'walls',
		when: [{ outcomes: { hidden: ['instance'] } }],
		says: 'What must be hidden has an instance of its own, because the free edition hides nothing inside one. Enterprise would do it with a tenant.',
		section: '/strategies/instance-per-group/#exceptions',
	},
	{
		id: 'few-hidden-already',
		question: 'walls',
		when: [
			{
				answers: { walls: ['some'] },
				outcomes: { groups: ['tenant-per-group', 'instance-per-group'] },
			},
		],
		says: 'What must be hidden is: each has a place of its own in this plan.',
		section: '/concepts/tenants/#separates',
	},
	{
		id: 'all-hidden-by-tenant',
		question: 'walls',
		when: [{ answers: { walls: ['all'] }, outcomes: { groups: ['tenant-per-group'] } }],
		says: 'Each is hidden from every other by a tenant. What is the same for all stands in Git once and is delivered into each.',
		section: '/concepts/tenants/#separates',
	},
	{
		id: 'all-hidden-by-instance',
		question: 'walls',
		when: [{ answers: { walls: ['all'] }, outcomes: { groups: ['instance-per-group'] } }],
		says: 'Each is hidden from every other by an instance, with an administrator of its own if you want that too.',
		section: '/strategies/instance-per-group/#get',
	},
	{
		id: 'load-and-libraries',
		question: 'own',
		when: [{ answers: { own: ['none'] }, outcomes: withDevelopment }],
		says: 'Neither load nor version nor place asks for a Kestra of its own: heavy work is held back by concurrency limits, in Enterprise also by workers of its own and quotas; special machines and old libraries live in the container of the flow that needs them. Upgrades are tried in development first.',
		section: '/practices/upgrades/#order',
	},
	{
		id: 'load-in-one-place',
		question: 'own',
		when: [{ answers: { own: ['none'] }, outcomes: allInOne }],
		says: 'Neither load nor version nor place asks for a Kestra of its own: heavy work is held back by concurrency limits, in Enterprise also by workers of its own and quotas; special machines and old libraries live in the container of the flow that needs them. An upgrade changes everything in an instance at once: back up the database and the storage before it.',
		section: '/practices/upgrades/#order',
	},
	{
		id: 'few-apart',
		question: 'own',
		when: [{ answers: { own: ['some'] }, outcomes: { exceptions: ['instance-per-exception'] } }],
		says: 'What cannot share has an instance of its own, at its own place, hour and, if needed, with its own administrators. Those that need the same place or hour share one. Changes to it are tried in development as those of the rest are, unless you choose a development for each on this plan.',
		section: '/strategies/instance-per-group/#exceptions',
	},
	{
		id: 'few-apart-already',
		question: 'own',
		when: [{ answers: { own: ['some'] }, outcomes: { groups: ['instance-per-group'] } }],
		says: 'What cannot share does not: each has an instance of its own in this plan.',
		section: '/concepts/instances/#one-for-each-group',
	},
	{
		id: 'each-apart',
		question: 'own',
		when: [{ answers: { own: ['all'] } }],
		says: 'Each has an instance of its own: its own outages, upgrade date, place, network and administrators.',
		section: '/strategies/instance-per-group/#get',
	},
	{
		id: 'what-enterprise-brings',
		question: 'edition',
		when: [{ answers: onEnterprise }],
		says: 'Each person has a login and a role, the audit log says who did what, and each namespace can have secrets of its own.',
		section: '/concepts/editions/#enterprise',
	},
	{
		id: 'who-did-what',
		question: 'logins',
		when: [{ answers: { logins: ['own-logins'], ...onOpenSource } }],
		says: 'Each person needs a login, and the free edition has one for all. Until you have Enterprise, your company’s sign-in in front of Kestra says who came in, and Git says who changed what; who started a flow is written down nowhere.',
		section: '/concepts/editions/#enterprise-needed',
	},
	{
		id: 'one-login',
		question: 'logins',
		when: [{ answers: { logins: ['one-login'], ...onOpenSource }, outcomes: withDevelopment }],
		says: 'One login will do: production’s is kept by a few people and the pipeline, and Git says who changed a flow.',
		section: '/practices/production-access/#open-source',
	},
	{
		id: 'one-login-in-one-place',
		question: 'logins',
		when: [{ answers: { logins: ['one-login'], ...onOpenSource }, outcomes: allInOne }],
		says: 'One login will do. Where more than one person knows it, Git says who changed a flow.',
		section: '/practices/production-access/#open-source',
	},
	{
		id: 'place-for-each-engineer',
		question: 'sandboxes',
		when: [{ answers: { sandboxes: ['yes'], ...onEnterprise } }],
		says: 'Each engineer has a tenant for trials in development; what is finished is merged in Git and tried once together.',
		section: '/strategies/tenant-per-engineer/',
	},
	{
		id: 'instance-for-each-engineer',
		question: 'sandboxes',
		when: [{ answers: { sandboxes: ['yes'], ...onOpenSource } }],
		says: 'Each engineer has a small instance for trials, on their own machine or side by side on one server; what is finished is merged in Git and tried once together.',
		section: '/strategies/local-instance-per-engineer/',
	},
	{
		id: 'development-apart',
		question: 'development',
		when: [
			{
				answers: { development: ['apart'] },
				outcomes: { development: ['own'], stages: ['two-instances', 'instance-per-stage'] },
			},
		],
		says: 'Whatever has a production of its own has a development of its own as well, on its version and with its secrets.',
		section: '/practices/upgrades/',
	},
];
