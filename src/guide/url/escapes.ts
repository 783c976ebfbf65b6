/** Undoes what HTML, JSON, scripts and servers put in the place of signs. Pure, and never throws. */

const character = (code: string, base: number): string => String.fromCharCode(parseInt(code, base));

/** A text with the signs that HTML, JSON and scripts escape. HTML may have escaped the `&` of an escape as well. */
export const withSigns = (text: string): string =>
	text
		.replace(/&(?:amp;|#0*38;|#x0*26;)+/gi, '&')
		.replace(/&#0*(\d{2,3});/g, (_, code: string) => character(code, 10))
		.replace(/&#x0*([\da-f]{2});/gi, (_, code: string) => character(code, 16))
		.replace(/&(equals|quest);/gi, (_, name: string) =>
			name.toLowerCase() === 'quest' ? '?' : '=',
		)
		.replace(/\\+(?:u00|x)([2-7][\da-f])/gi, (_, code: string) => character(code, 16));

/** Percent-decoded where that is possible, so that a stray `%` elsewhere in a text does no harm. */
export const percentDecoded = (text: string): string =>
	text.replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
		try {
			return decodeURIComponent(escaped);
		} catch {
			return escaped;
		}
	});

/** Servers that lead on through others escape an address once for each. */
const mostTimes = 3;

/** A text without any of these escapes, however often it was escaped. */
export function bare(text: string): string {
	let rest = text;
	for (let times = 0; times < mostTimes; times++) rest = withSigns(percentDecoded(rest));
	return rest;
}
