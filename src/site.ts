import { dayInWords } from './lib/dates.ts';

/** The name of the site. */
export const siteTitle = 'Kestra environments';

/**
 * The release of Kestra that the guide was checked against; change it only after checking again. This is the one place:
 * pages, samples and link previews take it from here, and a test finds those that do not.
 */
const release = '2.0.7';

/** The Kestra version that the guide was checked against, and when. */
export const checked = {
	/** As in the tag of an image, such as `2.0.0`. */
	release,
	/** As in a sentence, such as `2.0`. */
	version: release.replace(/\.\d+$/, ''),
	/** The day of the check, as `YYYY-MM-DD`. */
	day: '2026-11-25',
} as const;

/** The day of the check in words, such as “22 November 2026”. */
export const checkedOn = dayInWords(new Date(checked.day));
