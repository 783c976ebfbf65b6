/** What the frontmatter of a page may hold beside Starlight's own fields. */
import { z } from 'astro/zod';

const list = z.array(z.string().min(1)).min(1).exactOptional();

/** Names in place of the defaults: see `Names`. */
const names = z.strictObject({
	company: z.string().min(1).exactOptional(),
	stages: list,
	groups: list,
	exceptions: list,
	hidden: list,
	teams: list,
	domains: list,
	engineers: list,
});

/** The fields that this site adds. Ids in them are checked where they are used, against the model of that build. */
export const pageFields = z.object({
	/** Also the description in link previews. */
	description: z.string().max(200),
	/** On a strategy page: the outcome that the page describes, as `decision.outcome`. */
	outcome: z.string().optional(),
	/** The answers of the plan that the page draws, by question: on a scenario, those of its story. */
	answers: z.record(z.string(), z.string()).optional(),
	/** The names in that plan. */
	names: names.optional(),
});
