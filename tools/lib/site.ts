import { resolve } from 'node:path';
import { root } from './root.ts';
import { baseOf } from './settings.ts';

/** The path below which the site is built and served: `BASE`, with a slash at both ends. */
export const base = baseOf(process.env);

/** The folder that holds the built site: `DIST`, or `dist`. */
export const dist = resolve(root, process.env['DIST'] ?? 'dist');
