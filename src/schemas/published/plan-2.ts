/**
 * The plan document, in its second version: with exceptions, refinements, and both plans of an undecided edition. The ids are written out: documents of this version keep them, whatever the
 * model has by now.
 */
import { z } from 'astro/zod';
import { address, distinct, id, ownSchema, rules, text } from './common.ts';

const name = text.meta({
	id: 'name',
	description: "A name in the plan: the reader's own, or a default.",
});

const decided = z
	.object({
		outcome: id,
		rule: id.describe('Id of the rule that gave it, unique within the decision.'),
	})
	.meta({ id: 'decided' });

const stage = z
	.object({
		name,
		role: z
			.enum(['development', 'between', 'production', 'everything'])
			.describe('`everything` when one place serves for all work.'),
	})
	.meta({ id: 'stage' });

const namespace = z
	.object({
		path: text.describe('The whole dotted path.'),
		level: z
			.enum(['stage', 'group', 'team', 'domain'])
			.describe('What this level of the path stands for.'),
		stage: stage.optional(),
		group: name.optional(),
		get namespaces() {
			return z.array(namespace).describe('Namespaces below it; none for a leaf.');
		},
	})
	.meta({ id: 'namespace' });

const tenant = z
	.object({
		name,
		purpose: z
			.enum(['main', 'company', 'group', 'engineer'])
			.describe('Whose it is; `group` for a group or an exception.'),
		group: name.optional(),
		namespaces: z.array(namespace).min(1),
	})
	.meta({
		id: 'tenant',
		description: 'A tenant of an instance. Open source has the one tenant `main`.',
	});

const instance = z
	.object({
		name,
		stages: z.array(stage).min(1).describe('The stages it holds.'),
		group: name
			.describe('The group or exception it belongs to, when it belongs to one alone.')
			.optional(),
		added: z
			.literal(true)
			.describe('A development instance that was not asked for and critical work needs.')
			.optional(),
		local: z
			.literal(true)
			.describe('It may be an engineer’s machine or a second container, so that it is not counted.')
			.optional(),
		reach: id.describe('Who may reach it; the words are in the model.'),
		tenants: z.array(tenant).min(1),
	})
	.meta({ id: 'instance', description: 'A full deployment of Kestra.' });

const exception = z
	.object({
		name,
		by: z.enum(['instance', 'tenant']).describe('What sets it apart.'),
		unnamed: z
			.literal(true)
			.describe('The name is a default: which it is was not said.')
			.optional(),
	})
	.meta({ id: 'exception', description: 'One of the few that are set apart from the rest.' });

const topology = z
	.object({
		edition: z.enum(['open-source', 'enterprise']),
		company: name,
		stages: z
			.array(stage)
			.min(1)
			.describe('In order: the first is development, the last production.'),
		groups: z
			.array(name)
			.describe('The teams, sites or customers; none where there is nothing to separate.'),
		exceptions: z
			.array(exception)
			.describe('The few that are set apart from the rest; their boxes have them as group.'),
		instances: z.array(instance).min(1),
		localInstances: z
			.array(name)
			.describe('Engineers whose own machines each run an instance; not counted.'),
	})
	.meta({
		id: 'topology',
		description: 'The plan as a tree: instances, in each its tenants, in each its namespaces.',
	});

const wall = z
	.enum(['nothing', 'namespace', 'tenant', 'instance'])
	.meta({ id: 'wall', description: 'What stands between two sides, weakest first.' });

/** What a plan is, whatever the answers and the edition. */
const plan = {
	decisions: z
		.object({
			stages: decided.describe('What separates development from production.'),
			groups: decided.describe('What separates those who work in it.'),
			exceptions: decided.describe('Whether one or a few are set apart from the rest.'),
			sandboxes: decided.describe('Where engineers try things.'),
			namespaces: decided.describe('How flows are laid out.'),
			edition: decided.describe('Whether the edition fits.'),
		})
		.catchall(decided)
		.describe('What each decision came to, by decision id.'),
	headline: text.describe('The plan in one sentence.'),
	count: z
		.object({
			formula: text.describe(
				'A number, or a formula in N (groups), S (stages) and E (exceptions).',
			),
			letters: z.string().describe('What the letters stand for; empty when there are none.'),
			instances: z
				.int()
				.min(1)
				.nullable()
				.describe('The number; null while what the formula counts has not been named.'),
			besidesLocal: z
				.boolean()
				.describe('Whether there is a development beside them that may be an engineer’s machine.'),
		})
		.describe('How many instances have to stand.'),
	namespacePattern: text.describe(
		'The pattern every namespace follows, such as `acme.team.project`.',
	),
	topology,
	separation: z
		.object({
			production: wall.describe('Production from everything before it.'),
			'stages-before': wall.describe('The stages before production from each other.').optional(),
			'groups-in-production': wall
				.describe('The groups from each other, where their work counts.')
				.optional(),
			'groups-before': wall.describe('The groups from each other, before production.').optional(),
			exceptions: wall
				.describe('The exceptions from the rest, where their work counts.')
				.optional(),
			engineers: wall.describe('Engineers’ trials from the work that counts.').optional(),
		})
		.catchall(wall)
		.describe(
			'What stands at each divide of the plan; a divide that the plan does not have is left out.',
		),
	risks: distinct(id).describe('The risks it accepts, the gravest first.'),
	nextSteps: distinct(id).describe('What to do next, in order.'),
};

/** A plan and its answers. */
export const plan2 = z
	.object({
		$schema: ownSchema,
		guide: address.describe('Opens the guide with these answers.'),
		model: address.describe('The questions and rules as data.'),
		rules,
		answers: z
			.record(id, id.describe('Id of a value, or `unknown`.'))
			.describe(
				'The answers as given, by question id. A question that is not here was not asked, because nothing hung on it.',
			),
		assumed: z
			.record(id, z.object({ value: id, because: text.describe('Completes “because …”.') }))
			.describe(
				'What the plan takes in the place of answers given as `unknown` that make a difference, by question id.',
			),
		refined: z
			.record(id, id)
			.describe(
				'The refinements that have their default, by question id; the reader may change them.',
			),
		...plan,
		editions: z
			.object({
				same: z.boolean().describe('Whether both come to the same layout, names of tenants apart.'),
				worth: z
					.array(text)
					.describe('What the paid edition buys for these answers, in sentences.'),
				'open-source': z.object(plan),
				enterprise: z.object(plan),
			})
			.describe('The plans of both editions, where the edition was not decided.')
			.optional(),
		today: z
			.object({ stages: id, groups: id })
			.describe('The layout there is today, when it was said.')
			.optional(),
	})
	.meta({
		title: 'A plan for splitting Kestra into instances, tenants and namespaces',
		description:
			'The answers given in the guide and the plan they come to. Ids of questions, values, outcomes, rules, risks and next steps are explained by the document at `model`. New properties may be added; the ones described here stay.',
	});
