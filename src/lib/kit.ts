/** The kit of a plan, for the release of Kestra that the guide was checked against. */

import { kitOf } from '../guide/kit/kit.ts';
import type { KitFile, KitSource } from '../guide/kit/kit-file.ts';
import { checked } from '../site.ts';

/** The folder that an archive unpacks to; also its name. */
export const kitFolder = 'kestra-environments';

/** The files of a kit. */
export const kitFiles = (source: Omit<KitSource, 'kestra'>): readonly KitFile[] =>
	kitOf({ ...source, kestra: checked });
