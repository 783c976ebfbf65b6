/** The part of `checked` in `src/site.ts` that samples name. */
interface KestraRelease {
	readonly version: string;
	readonly release: string;
}

/**
 * A sample with the Kestra version filled in. Where a sample names the version that the guide was checked against, its
 * file has `@kestra.version@` (as `9.8`) or `@kestra.release@` (as `9.8.7`).
 * @throws on any other mark of that form, which is a slip of the pen
 */
export const filledSample = (text: string, { version, release }: KestraRelease): string =>
	text.replace(/@kestra\.(\w+)@/g, (mark, name: string) => {
		if (name === 'version') return version;
		if (name === 'release') return release;
		throw new Error(`A sample has ${mark}; there are @kestra.version@ and @kestra.release@.`);
	});
