import { dayInWords } from './lib/dates.ts';

/** The name of the site. */
export const siteTitle = 'Kestra environments';

/** The Kestra version that the guide was checked against, and when. Change it only after checking again. */
export const checked = {
	/** The Kestra version. */
	version: '2.0',
	/** The day of the check, as `YYYY-MM-DD`. */
	day: '2026-11-22',
} as const;

/** The day of the check in words, such as “22 November 2026”. */
export const checkedOn = dayInWords(new Date(checked.day));
