const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

/**
 * A day in words, such as “22 November 2026”: the one way this site writes a date. Not by `Intl`, which takes a phone a
 * tenth of a second to set up.
 * @param day by its date in UTC
 */
export const dayInWords = (day: Date): string =>
	`${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
