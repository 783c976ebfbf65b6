import text from '~/content/redirects.yaml?raw';
import { readRedirects } from './read-redirects.ts';

/** Every redirect of this site, for pages. */
export const redirects = readRedirects(text);
