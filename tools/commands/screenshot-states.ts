/** A page, or a state of one, that `npm run screenshots` takes pictures of. */
export interface State {
	/** File name of the pictures, without variant and extension. */
	readonly name: string;
	/** Root-relative address. */
	readonly path: string;
	/** Names of the buttons to press, in order, once the page is ready. */
	readonly press?: readonly string[];
}

const critical = 'edition=enterprise&impact=critical&stages=two';

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
	{ name: 'guide-preset', path: '/guide/?edition=enterprise&set=edition' },
	{ name: 'guide-dropped', path: '/guide/?edition=zzz&impact=critical&colour=blue' },
	{
		name: 'result-smallest',
		path: '/guide/?edition=open-source&impact=experimental&stages=one&groups=one-team&sandboxes=no&layout=team',
	},
	{
		name: 'result-customers',
		path: `/guide/?${critical}&groups=customers&fate=shared&visibility=separate&sandboxes=yes&layout=domain`,
	},
	{
		name: 'result-largest',
		path: '/guide/?edition=open-source&impact=critical&stages=three-plus&groups=countries&visibility=separate&sandboxes=yes&layout=team',
	},
	{
		name: 'result-unknown',
		path: '/guide/?edition=unknown&impact=unknown&stages=unknown&capacity=unknown&groups=unknown&visibility=unknown&fate=unknown&sandboxes=unknown&layout=unknown',
	},
];
