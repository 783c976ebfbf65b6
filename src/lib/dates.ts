/** A day in words, such as “22 November 2026”: the one way this site writes a date. */
export const dayInWords = (day: Date): string =>
	day.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
