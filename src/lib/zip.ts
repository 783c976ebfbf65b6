/** Makes an archive of texts, in a browser and at build time alike. */
import { strToU8, zipSync } from 'fflate';

/**
 * A ZIP archive. The same files and day give the same bytes.
 * @param folder that everything is in
 * @param day of every file, as `YYYY-MM-DD`
 */
export function zipOf(
	folder: string,
	files: readonly { readonly path: string; readonly text: string }[],
	day: string,
): Uint8Array<ArrayBuffer> {
	// An archive has times of a clock without a zone: noon is the same day everywhere.
	const mtime = new Date(`${day}T12:00:00`);
	return zipSync(
		Object.fromEntries(files.map(({ path, text }) => [`${folder}/${path}`, strToU8(text)])),
		{ mtime },
	);
}
