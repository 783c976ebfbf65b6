/** The YAML files in a ZIP. */
import { unzipSync } from 'fflate';
import { mostCharacters } from '~/split/read-file.ts';
import { isSkipped } from '~/split/skipped.ts';

/** A file of a ZIP, or why it was not taken. */
export type Unzipped =
	| { readonly name: string; readonly content: string }
	| { readonly name: string; readonly why: string };

/** A ZIP may claim little and hold much: no more than this is unpacked, in bytes. */
const mostUnpacked = 256 * 1024 * 1024;

/**
 * The YAML files of a ZIP. Throws when it is none, or is damaged.
 * @param bytes the whole ZIP
 */
export function filesInZip(bytes: Uint8Array): Unzipped[] {
	const refused: Unzipped[] = [];
	let left = mostUnpacked;
	const files = unzipSync(bytes, {
		filter: ({ name, originalSize }) => {
			if (!/\.ya?ml$/i.test(name) || isSkipped(name)) return false;
			if (originalSize > mostCharacters * 4 || originalSize > left) {
				refused.push({ name, why: 'It is too large' });
				return false;
			}
			left -= originalSize;
			return true;
		},
	});
	const text = new TextDecoder();
	return [
		...Object.entries(files).map(([name, content]) => ({ name, content: text.decode(content) })),
		...refused,
	].map((each) => ({ ...each, name: readableName(each.name) }));
}

/**
 * A name as it was meant. Programs such as Info-ZIP write names in UTF-8 without the flag that says so; they arrive with
 * a character for each byte. Names in other encodings stay as they are.
 */
function readableName(name: string): string {
	const codes = [...name].map((character) => character.codePointAt(0)!);
	if (codes.some((code) => code > 0xff)) return name;
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(codes));
	} catch {
		return name;
	}
}
