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
 * A day in words, such as “22 November 2026”: the date format of the whole site. Does not use `Intl`, whose setup
 * takes a tenth of a second on a phone.
 * @param day read in UTC
 */
export const dayInWords = (day: Date): string =>
	`${day.getUTCDate()} ${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
