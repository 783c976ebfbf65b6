/** Values that only the reader's browser has. */
import { withBase } from '~/lib/address.ts';

/** A root-relative address as a full one, on the host that served the page. */
export const fullAddress = (address: string): string =>
	new URL(withBase(address), location.href).href;

/** Today in the reader's time zone, as `YYYY-MM-DD`. */
export function readersDay(): string {
	const now = new Date();
	const two = (part: number) => String(part).padStart(2, '0');
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Gives the reader a file to keep. */
export function download(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// By then the browser has started the download.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
