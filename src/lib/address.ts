/**
 * Adds the site's base path to a root-relative address.
 * @param address such as `/concepts/tenants/#when`; other addresses are returned unchanged
 */
export function withBase(address: string): string {
	const base = import.meta.env.BASE_URL.replace(/\/$/, '');
	return address.startsWith('/') ? base + address : address;
}
