import { readFileSync } from 'node:fs';

/** What an inline script is run with: its document, and the origin that it has there. */
type Run = (document: Document, origin: string) => void;

/**
 * The inline scripts of an Astro component, each as a function, in order.
 * @param count how many it has
 * @throws when it has another number of them
 */
export function inlineScripts(file: string, count: number): readonly Run[] {
	const scripts = [
		...readFileSync(file, 'utf8').matchAll(/<script is:inline>([\s\S]*?)<\/script>/g),
	];
	if (scripts.length !== count) throw new Error(`${file} has ${scripts.length} inline scripts.`);
	return scripts.map(([, body = '']) => new Function('document', 'origin', body) as Run);
}
