/**
 * Writes files of environment variables that Docker Compose and `kubectl create … --from-env-file` read alike. One of
 * the two takes a line as it is and the other knows quotes, so values that mean the same to both need no quotes.
 */

/** Names and values, in order; a line without a name is a comment. */
export type EnvLine = readonly [name: string, value: string] | string;

/** The characters that both readers take as they are. */
const plain = /^[\w.:/@+=? -]*$/;

/**
 * A file of variables.
 * @throws on a value that the two readers would understand differently
 */
export function envFile(head: string, lines: readonly EnvLine[]): string {
	const texts = lines.map((line) => {
		if (typeof line === 'string') return comment(line);
		const [name, value] = line;
		if (!plain.test(value) || value !== value.trim())
			throw new Error(`${name} would be ${JSON.stringify(value)}, which needs quotes.`);
		return `${name}=${value}`;
	});
	return `${[comment(head), ...texts].join('\n')}\n`;
}

const comment = (text: string) =>
	text
		.split(/[\n\r\u2028\u2029]+/)
		.map((line) => `# ${line}`)
		.join('\n');
