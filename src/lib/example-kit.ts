/** The kit of a strategy page's example plan, made at build time. */

import { rulesDate } from '../guide/kestra/decision-model.ts';
import { defaultWay } from '../guide/kit/choices.ts';
import type { KitFile } from '../guide/kit/kit-file.ts';
import type { ExamplePage } from './example-plan.ts';
import { requiredExampleOf } from './example-plan.ts';
import { kitFiles } from './kit.ts';

/** The day in its record: that of the rules, so that building again gives the same bytes. */
export const kitDay = rulesDate;

/**
 * The files of the plan in a page's frontmatter, in the way to production that suits it.
 * @param address makes a full address of a root-relative one
 * @throws when the page has no answers, or some that leave a question open; the message names the file
 */
export function exampleKitOf(
	page: ExamplePage,
	address: (rootRelative: string) => string,
	titles: Readonly<Record<string, string>>,
): readonly KitFile[] {
	const { answers, plan } = requiredExampleOf(page);
	return kitFiles({ given: answers, plan, way: defaultWay(plan), address, date: kitDay, titles });
}
