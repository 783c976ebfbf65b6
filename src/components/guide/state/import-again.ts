/**
 * Imports a part of the island again after it has not arrived. Firefox and WebKit remember the failure of an address, so
 * the address is changed where it can be told; what the part imports itself is shared all the same.
 * @param load the import that failed
 * @param error what it failed with
 * @param times how often it has failed; each time has an address of its own
 */
export async function importAgain<Module>(
	load: () => Promise<Module>,
	error: unknown,
	times: number,
): Promise<Module> {
	const written = String(load);
	// Firefox and Chromium say what did not arrive; WebKit does not, but the function that imports it does.
	const [said] = /https?:\/\/[^\s"']+\.js/.exec(String(error)) ?? [];
	const [, file] = /import\(["'`]([^"'`]+\.js)["'`]\)/.exec(written) ?? [];
	const here = new URL(import.meta.url);
	const address = said ? new URL(said) : file && new URL(file, here);
	if (!address || address.origin !== here.origin) return load();
	const all = (await import(/* @vite-ignore */ `${address.href}?again=${times}`)) as Record<
		string,
		unknown
	>;
	// A file that holds several modules exports each under a short name, which the function picks.
	const [, , picked] = /\.then\(\(?(\w+)\)?\s*=>\s*\1\.([\w$]+)\)/.exec(written) ?? [];
	return (picked === undefined ? all : all[picked]) as Module;
}

/** How long it waits before it asks again by itself, in milliseconds. */
const pause = 1000;

/**
 * An import that can be repeated. What has not arrived is asked for once more by itself: a connection that was closed just
 * then fails once, and the reader need not hear of it. After that, the next call asks again.
 * @param load nothing but one import
 */
export function repeatable<Module>(load: () => Promise<Module>): () => Promise<Module> {
	let times = 0;
	let error: unknown;
	const attempt = async () => {
		try {
			return await (times === 0 ? load() : importAgain(load, error, times));
		} catch (reason) {
			// A repeated import fails with its own, changed address.
			error ??= reason;
			times++;
			throw reason;
		}
	};
	return () => attempt().catch(() => new Promise((done) => setTimeout(done, pause)).then(attempt));
}
