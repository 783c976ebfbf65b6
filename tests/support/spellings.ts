/** What stands for a slash or a backslash somewhere on the way to a server. */
const slashes = [
	'/',
	'//',
	'///',
	'\\',
	'/\\',
	'\\/',
	'%2f',
	'%2F',
	'/%2f',
	'%5c',
	'/%5C',
	'%255c',
];
/** What leads back up from a made-up first folder. */
const ups = ['..', '%2e%2e', '.%2e', '%2E.', './..', '..%2f.'];
/** Another site, as a path may spell it. */
const elsewhere = ['evil.test', 'evil.test:80', '@evil.test', 'evil.test%00', 'evil.test%09'];

/**
 * Spellings of the path of a folder without the slash at its end, which a careless redirect would make an address of
 * another site. Each begins with a slash, as a request's path does.
 * @param base the path below which the site is served, without a slash at the end
 */
export function spellingsOf(folder: string, base: string): readonly string[] {
	const within = `${base.slice(1)}${base === '' ? '' : '/'}${folder}`;
	const led = slashes.flatMap((slash) => [
		`${slash}${within}`,
		...elsewhere.flatMap((host) =>
			ups.flatMap((up) =>
				['/', '%2f', '\\', '%5c'].map((between) => `${slash}${host}/${up}${between}${within}`),
			),
		),
		`${base}${slash}evil.test/..${slash}${folder}`,
		`${base}/${slash}${folder}`,
		// Ends of names that servers redirect to their own spelling, behind what browsers leave out.
		...['', '/%09', '/%0a'].flatMap((unseen) =>
			['404.html/', 'index.html/', 'x%2f..%2f..', '..%2f'].map(
				(end) => `${unseen}${slash}evil.test/${end}`,
			),
		),
	]);
	return [...new Set(led.map((path) => (path.startsWith('/') ? path : `/${path}`)))];
}
