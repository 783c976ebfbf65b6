/** Names of icons: a level, a stage's role, an effect of a failure, or people and machines around a plan. */
export type IconName =
	| 'instance'
	| 'tenant'
	| 'namespace'
	| 'production'
	| 'development'
	| 'between'
	| 'everything'
	| 'untouched'
	| 'at-risk'
	| 'down'
	| 'people'
	| 'key'
	| 'laptop'
	| 'pipeline'
	| 'git'
	| 'failure';

/** Line drawings on a grid of 16 units; `solid` parts are filled. */
const drawings: Readonly<Record<IconName, { readonly lines: string; readonly solid?: string }>> = {
	// A rack: square corners, two units.
	instance: { lines: 'M2 2.5h12v11H2zM2 8h12M4.5 5.25h.01M4.5 10.75h.01M7.5 5.25H11M7.5 10.75H11' },
	// A room: round corners, a keyhole.
	tenant: {
		lines:
			'M5.5 2h5A3.5 3.5 0 0 1 14 5.5v5a3.5 3.5 0 0 1-3.5 3.5h-5A3.5 3.5 0 0 1 2 10.5v-5A3.5 3.5 0 0 1 5.5 2zM8 8.5v2.75',
		solid: 'M8 5a1.75 1.75 0 1 1 0 3.5A1.75 1.75 0 0 1 8 5z',
	},
	// A folder.
	namespace: { lines: 'M2 13V3.5h4.25L8 5.5h6V13zM2 8h12' },
	// Progress towards production: an empty, a half and a full disc.
	development: { lines: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z' },
	between: {
		lines: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
		solid: 'M8 2.5a5.5 5.5 0 0 0 0 11z',
	},
	production: { lines: '', solid: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5z' },
	everything: {
		lines: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z',
		solid: 'M8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z',
	},
	untouched: { lines: 'm3 8.5 3.25 3.25L13 4.75' },
	'at-risk': { lines: 'M8 2.25 14.25 13.5H1.75zM8 6.5v3.25M8 11.75h.01' },
	down: { lines: 'm3.5 3.5 9 9m0-9-9 9' },
	people: {
		lines:
			'M6 7.75a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM1.75 13.5a4.25 4.25 0 0 1 8.5 0M10.5 3a2.5 2.5 0 0 1 0 4.5M12 9.75a4.25 4.25 0 0 1 2.25 3.75',
	},
	key: { lines: 'M5 13.25a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM7.25 8.25 13 2.5M10.5 5l2.25 2.25' },
	laptop: { lines: 'M3.5 3.5h9v7h-9zM1.5 13h13' },
	// A branch.
	git: {
		lines:
			'M4 5.5a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM12 14a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM4 5.5V9a3 3 0 0 0 3 3h3',
	},
	// Delivery to where it counts.
	pipeline: { lines: 'M1.75 8h8.5M7 4.5 10.5 8 7 11.5M14 2.5v11' },
	failure: { lines: 'M9 1.75 3.5 9H8l-1 5.25L12.5 7H8z' },
};

/** A small icon beside a word. Decorative, so it is hidden from screen readers. */
export function LevelIcon({ name }: { readonly name: IconName }) {
	const { lines, solid } = drawings[name];
	return (
		<svg class="dg-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
			{lines && (
				<path
					d={lines}
					fill="none"
					stroke="currentColor"
					stroke-width="1.5"
					stroke-linecap="round"
					stroke-linejoin="round"
				/>
			)}
			{solid && <path d={solid} fill="currentColor" />}
		</svg>
	);
}
