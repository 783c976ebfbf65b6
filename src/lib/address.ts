/**
 * A root-relative address as the browser needs it: below the base path the site was built for.
 * @param address such as `/concepts/tenants/#when`; other addresses come back unchanged
 */
export function withBase(address: string): string {
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	return address.startsWith('/') ? base + address : address;
}
