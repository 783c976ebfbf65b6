/** The engines of browsers that the site is walked through in, and what each needs on this machine. */
import { findProgram } from './find-program.ts';

/** Firefox: Debian's long-term release, or another. */
export const findFirefox = (): string | undefined =>
	findProgram('firefox-esr') ?? findProgram('firefox');

/** What an engine's driver needs and this machine does not have, in words; undefined when all is there. */
export const engineLacks: Readonly<Record<'firefox' | 'webkit', () => string | undefined>> = {
	firefox: () => (findFirefox() ? undefined : 'Firefox is not installed'),
	webkit: () => {
		const missing = ['WebKitWebDriver', 'Xvfb'].filter((name) => !findProgram(name));
		return missing.length === 0 ? undefined : `${missing.join(' and ')} not installed`;
	},
};
