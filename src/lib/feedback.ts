/** What a reader's message starts with. */
export interface Message {
	readonly title: string;
	readonly body: string;
}

/**
 * A link that opens a message already begun: a new issue on GitHub, Gitea or GitLab, or a mail.
 * @param to the address of a new issue, or a `mailto:`
 */
export function feedbackLink(to: string, { title, body }: Message): string {
	const [titleField, bodyField] = to.startsWith('mailto:')
		? ['subject', 'body']
		: to.includes('/-/issues')
			? ['issue[title]', 'issue[description]']
			: ['title', 'body'];
	// Mail programs read "+" as a plus, so spaces are written as %20.
	const field = (name: string, words: string) => `${name}=${encodeURIComponent(words)}`;
	return `${to}${to.includes('?') ? '&' : '?'}${field(titleField, title)}&${field(bodyField, body)}`;
}
