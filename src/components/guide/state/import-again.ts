/**
 * Imports a part of the island again after it has not arrived. Firefox and WebKit remember the failure of an address, so
 * the address is changed where the error tells it; what the part imports itself is shared all the same.
 * @param load the import that failed
 * @param error what it failed with
 * @param times how often it has failed; each time has an address of its own
 */
export function importAgain<Module>(
	load: () => Promise<Module>,
	error: unknown,
	times: number,
): Promise<Module> {
	const [address] = /https?:\/\/[^\s"']+\.js/.exec(String(error)) ?? [];
	return address && new URL(address).origin === new URL(import.meta.url).origin
		? (import(/* @vite-ignore */ `${address}?again=${times}`) as Promise<Module>)
		: load();
}
