/** The picture of a page in link previews: its title and description, and its plan if it has one. */
import type { Topology } from '~/guide/kestra/topology.ts';
import { box, colours, type Element } from './element.ts';
import { isLow, planPicture } from './plan-drawing.ts';

/** Size of the picture in pixels, as link previews expect it. */
export const size = { width: 1200, height: 630 } as const;

/** The contents of a picture. */
export interface Card {
	/** Name of the site. */
	readonly site: string;
	readonly title: string;
	readonly description: string;
	readonly topology?: Topology | undefined;
}

/** The three levels, one inside the other: the site's mark. */
const mark = (edge: number): Element =>
	box(
		{
			width: edge,
			height: edge,
			padding: edge * 0.13,
			border: `${edge * 0.1}px solid ${colours.instance}`,
			backgroundColor: colours.instanceFill,
		},
		box(
			{
				flexGrow: 1,
				padding: edge * 0.1,
				border: `${edge * 0.08}px solid ${colours.tenant}`,
				borderRadius: edge * 0.18,
				backgroundColor: colours.tenantFill,
			},
			box({ flexGrow: 1, backgroundColor: colours.namespace }),
		),
	);

const siteName = (site: string): Element =>
	box(
		{ alignItems: 'center', gap: 16, color: colours.ink, fontSize: 26, fontWeight: 600 },
		mark(40),
		site,
	);

/** The elements of a picture. */
export function card({ site, title, description, topology }: Card): Element {
	const page = {
		...size,
		flexDirection: 'column',
		padding: '48px 60px 0',
		borderTop: `12px solid ${colours.accent}`,
		backgroundColor: colours.paper,
		color: colours.ink,
		fontFamily: 'Inter',
		overflow: 'hidden',
	} as const;
	const heading = (fontSize: number) =>
		box(
			{
				display: 'block',
				marginTop: 24,
				fontSize,
				fontWeight: 700,
				lineHeight: 1.15,
				letterSpacing: -fontSize * 0.02,
				lineClamp: topology ? 1 : 3,
			},
			title,
		);
	const words = (fontSize: number, lineClamp: number) =>
		box(
			{
				display: 'block',
				marginTop: 24,
				color: colours.muted,
				fontSize,
				lineHeight: 1.4,
				lineClamp,
			},
			description,
		);
	if (topology)
		return box(
			page,
			siteName(site),
			heading(title.length > 34 ? 46 : 56),
			box({ flexDirection: 'column', marginTop: 28 }, planPicture(topology)),
			...(isLow(topology) ? [words(26, 2)] : []),
		);
	return box(
		page,
		siteName(site),
		box(
			{ flexGrow: 1, alignItems: 'center', gap: 56, paddingBottom: 48 },
			box(
				{ flexDirection: 'column', flexGrow: 1, flexBasis: 0 },
				heading(title.length > 40 ? 56 : 66),
				words(30, 4),
			),
			mark(230),
		),
	);
}
