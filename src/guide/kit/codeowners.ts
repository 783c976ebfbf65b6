/** Who approves a change to what: the file that both GitHub and GitLab read. */
import type { KitFile } from './kit-file.ts';
import type { Delivery } from './places.ts';

/** The file: a line for each owner’s folder, one for the rest. */
export function codeownersFile(deliveries: readonly Delivery[]): KitFile {
	const owners = [
		...new Set(deliveries.flatMap(({ owner }) => (owner === undefined ? [] : [owner]))),
	];
	return {
		path: 'CODEOWNERS',
		text: [
			'# Who approves a change. It counts only where the branch main is protected and asks for the owners’ approval.',
			'# The last line that fits a file decides.',
			'* @FILL_IN_PLATFORM_TEAM',
			...owners.map((owner) => `/flows/${owner}/ @FILL_IN_OWNERS`),
			'',
		].join('\n'),
	};
}
