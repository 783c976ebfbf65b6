/** The settings that the environment gives a build, checked: a wrong one stops it instead of breaking every link. */

/** Variables as the environment has them. */
type Environment = Readonly<Record<string, string | undefined>>;

const wrong = (name: string, value: string, shape: string): Error =>
	new Error(`${name} is "${value}". It must be ${shape}.`);

/** An address with one of these schemes and nothing hidden in it; undefined when the text is none. */
function urlOf(text: string, schemes: readonly string[]): URL | undefined {
	if (!URL.canParse(text) || /[\s\\]/.test(text)) return undefined;
	const url = new URL(text);
	const isOpen = url.username === '' && url.password === '';
	// What a shell did not fill in, such as `$HOST`, and quotation marks are no host.
	const hasHost = url.protocol === 'mailto:' || /^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(url.hostname);
	return schemes.includes(url.protocol) && isOpen && hasHost ? url : undefined;
}

/**
 * `SITE`: scheme and host, without a slash at the end.
 * @throws with the name of the variable and what it must look like
 */
export function siteOf(environment: Environment): string {
	const text = environment['SITE'] ?? 'https://kestra-environments.example.com';
	const url = urlOf(text, ['http:', 'https:']);
	if (!url || url.href !== `${url.origin}/` || /[?#]/.test(text))
		throw wrong(
			'SITE',
			text,
			'a scheme and a host, such as https://handbook.example.com; a path below it goes into BASE',
		);
	return url.origin;
}

/**
 * `BASE`: a path with a slash at both ends. The one at the end may be left out, and nothing stands for the root.
 * @throws with the name of the variable and what it must look like
 */
export function baseOf(environment: Environment): string {
	const text = environment['BASE'] || '/';
	if (!/^(\/[\w.~-]+)*\/?$/.test(text) || /\/\.{1,2}(\/|$)/.test(text))
		throw wrong(
			'BASE',
			text,
			`a path with a slash at both ends, such as /docs/environments/, of letters, digits, dots, hyphens and underscores${
				/^[a-z]:[/\\]/i.test(text)
					? '. Git Bash on Windows makes a path of the disk of it: set MSYS_NO_PATHCONV=1'
					: ''
			}`,
		);
	return text.endsWith('/') ? text : `${text}/`;
}

/**
 * `REPOSITORY`: the address of the repository, without a slash at the end.
 * @throws with the name of the variable and what it must look like
 */
export function repositoryOf(environment: Environment): string {
	const text = environment['REPOSITORY'] ?? 'https://github.com/example/kestra-environments';
	const url = urlOf(text, ['http:', 'https:']);
	if (!url || url.pathname === '/' || /[?#]/.test(text))
		throw wrong('REPOSITORY', text, 'an address, such as https://github.com/your/repository');
	// Addresses to clone from end so, those of pages do not.
	return text.replace(/\/+$/, '').replace(/\.git$/, '');
}

/**
 * `FEEDBACK`: where readers report mistakes; the repository's issues unless set.
 * @throws with the name of the variable and what it must look like
 */
export function feedbackOf(environment: Environment): string {
	const text = environment['FEEDBACK'] ?? `${repositoryOf(environment)}/issues/new`;
	const url = urlOf(text, ['http:', 'https:', 'mailto:']);
	const isMail = url?.protocol === 'mailto:';
	if (!url || text.includes('#') || (isMail && !/^mailto:[^?@]+@[^?@]+$/i.test(text)))
		throw wrong(
			'FEEDBACK',
			text,
			'the address of a new issue, or mailto: followed by an e-mail address',
		);
	return text;
}
