import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nextQuestion } from '../../src/guide/engine/engine.ts';
import type { Answers } from '../../src/guide/engine/model.ts';
import { kestra } from '../../src/guide/kestra/decision-model.ts';
import { planFor } from '../../src/guide/plan/plan.ts';

/** Every link that opens a plan in the guide, with a complete set of answers. */
const links = globSync('src/content/docs/**/*.mdx').flatMap((file) =>
	[...readFileSync(file, 'utf8').matchAll(/\[Open this plan[^\]]*\]\(\/guide\/\?([^)#]*)\)/g)].map(
		([, query = '']) => ({ file, query }),
	),
);

test('pages open plans in the guide', () => expect(links.length).toBeGreaterThan(0));

test.each(links)('$file answers exactly the questions asked, in order: $query', ({ query }) => {
	const answers: Answers = Object.fromEntries(new URLSearchParams(query));
	let given: Answers = {};
	for (
		let question = nextQuestion(kestra, given);
		question;
		question = nextQuestion(kestra, given)
	) {
		const answer = answers[question];
		expect(answer, question).toBeDefined();
		given = { ...given, [question]: answer };
	}
	// What a plan can be refined by may stand in the link too.
	for (const { id, refinement } of kestra.questions)
		if (refinement && answers[id] !== undefined) given = { ...given, [id]: answers[id] };
	expect(new URLSearchParams(given as Record<string, string>).toString()).toBe(query);
	expect(planFor(given)).toBeDefined();
});
