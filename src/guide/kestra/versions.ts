/** Versions of the rules, such as `1.2.3`. */

/** Whether a text is a version. */
export const isVersion = (text: string): boolean => /^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(text);

/** Compares two versions: negative when the first is older, zero when they are equal. */
export function compareVersions(one: string, other: string): number {
	const [a, b] = [one, other].map((version) => version.split('.').map(Number));
	for (const part of [0, 1, 2]) {
		const difference = (a![part] ?? 0) - (b![part] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
