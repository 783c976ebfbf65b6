import { expect, test } from 'vitest';
import { feedbackLink } from '../../src/lib/feedback.ts';
import { wordsOf } from '../../src/lib/search.ts';

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

test('an excerpt becomes marked and unmarked text, whatever its markup', () => {
	expect(wordsOf('a <mark>tenant</mark> of &lt;b&gt; <img src=x onerror=alert(1)>')).toEqual([
		{ text: 'a ', marked: false },
		{ text: 'tenant', marked: true },
		{ text: ' of <b> ', marked: false },
		{ text: '', marked: false },
	]);
});
