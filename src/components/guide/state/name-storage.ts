/** The reader's own names, stored in the browser. Where storage is refused or full, nothing is stored and nothing fails. */

const key = 'kestra-environments.names';

/** The stored text, if there is any. */
export function readStoredNames(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Stores a text, or removes what is stored. */
export function storeNames(text: string | undefined): void {
	try {
		if (text === undefined) localStorage.removeItem(key);
		else localStorage.setItem(key, text);
	} catch {}
}
