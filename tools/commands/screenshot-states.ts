/** A page, or a state of one, that `npm run screenshots` takes pictures of. */
export interface State {
	/** File name of the pictures, without variant and extension. */
	readonly name: string;
	/** Root-relative address. */
	readonly path: string;
	/** Names of the buttons to press, in order, once the page is ready. */
	readonly press?: readonly string[];
}

/** The beginning of most answers. */
const critical = 'impact=critical&stages=two';

/** One page of every kind, and the guide in every kind of state. */
export const states: readonly State[] = [
	{ name: 'home', path: '/' },
	{ name: 'not-found', path: '/no-such-page/' },
	{ name: 'concept', path: '/concepts/tenants/' },
	{ name: 'editions', path: '/concepts/editions/' },
	{ name: 'compare', path: '/concepts/compare/' },
	{ name: 'strategy', path: '/strategies/two-instances/' },
	{ name: 'strategy-groups', path: '/strategies/tenant-per-group/' },
	{ name: 'practice', path: '/practices/promotion/' },
	{ name: 'scenario', path: '/scenarios/ten-customers/' },
	{ name: 'decision-tables', path: '/reference/decision-tables/' },
	{ name: 'glossary', path: '/reference/glossary/' },
	{ name: 'sources', path: '/reference/sources/' },
	{ name: 'links', path: '/reference/links/' },
	{ name: 'presets', path: '/reference/presets/' },
	{ name: 'accessibility', path: '/reference/accessibility/' },
	{ name: 'embed-guide', path: '/embed/guide/' },
	{ name: 'embed-check', path: '/embed/check/tenants/' },
	{ name: 'guide-first-question', path: '/guide/' },
	{ name: 'guide-error', path: '/guide/', press: ['Continue'] },
	{ name: 'guide-middle', path: `/guide/?${critical}` },
	{ name: 'guide-preset', path: '/guide/?impact=critical&set=impact' },
	{ name: 'guide-dropped', path: '/guide/?impact=critical&stages=zzz&colour=blue' },
	{ name: 'guide-earlier', path: `/guide/?${critical}&groups=customers&fate=shared` },
	{
		name: 'result-smallest',
		path: '/guide/?impact=experimental&stages=one&people=one-team&walls=none&own=none&edition=open-source&logins=one-login',
	},
	{
		name: 'result-customers',
		path: `/guide/?${critical}&people=outsiders&walls=all&own=none&edition=enterprise&sandboxes=yes`,
	},
	{
		name: 'result-exception',
		path: `/guide/?${critical}&people=one-team&walls=none&own=some&edition=enterprise`,
	},
	{
		name: 'result-two-editions',
		path: `/guide/?${critical}&people=outsiders&walls=all&own=none&edition=unknown&logins=one-login`,
	},
	{
		name: 'result-largest',
		path: '/guide/?impact=critical&stages=three-plus&people=several&walls=some&own=all&edition=open-source&logins=own-logins&sandboxes=yes&layout=team',
	},
	{
		name: 'result-unknown',
		path: `/guide/?${['impact', 'stages', 'people', 'walls', 'own', 'edition', 'logins'].map((id) => `${id}=unknown`).join('&')}`,
	},
];
