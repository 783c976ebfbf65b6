/** What only the reader's browser knows. */
import { withBase } from '~/lib/address.ts';

/** A root-relative address as a full one, below the address at which the site is being read. */
export const fullAddress = (address: string): string =>
	new URL(withBase(address), location.href).href;

/** The reader's own day, as `YYYY-MM-DD`. */
export function readersDay(): string {
	const now = new Date();
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
