import { readFileSync } from 'node:fs';

/** What an inline script is run with: its document, and the origin that it has there. */
type Run = (document: Document, origin: string) => void;

/**
 * The inline script of an Astro component, as a function.
 * @throws when the component does not have exactly one
 */
export function inlineScript(file: string): Run {
	const scripts = [
		...readFileSync(file, 'utf8').matchAll(/<script is:inline>([\s\S]*?)<\/script>/g),
	];
	if (scripts.length !== 1) throw new Error(`${file} has ${scripts.length} inline scripts.`);
	return new Function('document', 'origin', scripts[0]![1]!) as Run;
}
