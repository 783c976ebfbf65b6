import { expect, test } from 'vitest';
import { feedbackLink } from '../../src/lib/feedback.ts';

const message = { title: 'Helpful: a & b', body: 'Page: /guide/\n\nWhat + why?' };

test.each([
	['https://github.com/example/guide/issues/new', 'title', 'body'],
	['https://gitlab.example.com/team/guide/-/issues/new', 'issue[title]', 'issue[description]'],
	['https://git.example.com/guide/issues/new?template=page', 'title', 'body'],
	['mailto:docs@example.com', 'subject', 'body'],
])('a message to %s opens with its words in it', (to, title, body) => {
	const link = feedbackLink(to, message);
	expect(link.startsWith(to)).toBe(true);
	expect(link).not.toContain('+');
	const { searchParams } = new URL(link);
	expect(searchParams.get(title)).toBe(message.title);
	expect(searchParams.get(body)).toBe(message.body);
});
