import type { StarlightRouteData } from '@astrojs/starlight/route-data';

type Menu = StarlightRouteData['sidebar'];

/** Long groups of pages are reduced to their first page, which lists them. */
const long = ['Scenarios', 'Experiments'];

/** The menu as the home page has it: short enough to be seen at once. */
export const shortMenu = (sidebar: Menu): Menu =>
	sidebar.map((group) =>
		group.type === 'group' && long.includes(group.label)
			? { ...group, entries: group.entries.slice(0, 1) }
			: group,
	);
