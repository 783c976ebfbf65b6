/** The prepared text of a reader's message. */
export interface Message {
	readonly title: string;
	readonly body: string;
}

/**
 * A link that opens a prepared message: a new issue on GitHub, Gitea or GitLab, or a mail.
 * @param to the address of a new issue, or a `mailto:`
 */
export function feedbackLink(to: string, { title, body }: Message): string {
	const [titleField, bodyField] = to.startsWith('mailto:')
		? ['subject', 'body']
		: to.includes('/-/issues')
			? ['issue[title]', 'issue[description]']
			: ['title', 'body'];
	// Mail programs do not decode "+", so spaces are encoded as %20.
	const field = (name: string, words: string) => `${name}=${encodeURIComponent(words)}`;
	return `${to}${to.includes('?') ? '&' : '?'}${field(titleField, title)}&${field(bodyField, body)}`;
}
