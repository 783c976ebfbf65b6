// @ts-check
import { satteri } from '@astrojs/markdown-satteri';
import preact from '@astrojs/preact';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig, envField } from 'astro/config';
import { siteTitle } from './src/site.ts';
import { addresses } from './tools/integrations/addresses/integration.ts';
import { csp } from './tools/integrations/csp.ts';
import { examplePlans } from './tools/integrations/example-plans.ts';
import { baseLinks } from './tools/integrations/markdown/base-links.ts';
import { noBreakBeforeCite } from './tools/integrations/markdown/no-break-before-cite.ts';
import { scrollTables } from './tools/integrations/markdown/scroll-tables.ts';
import { mendStarlight } from './tools/integrations/mend-starlight.ts';
import { plainText } from './tools/integrations/plain-text/integration.ts';
import { preloads } from './tools/integrations/preloads.ts';
import { searchIndex } from './tools/integrations/search-index/integration.ts';
import { searchScript } from './tools/integrations/search-script.ts';
import { sharedParts } from './tools/integrations/shared-parts/integration.ts';
import { wholeFiles } from './tools/integrations/whole-files.ts';
import { scriptFiles } from './tools/lib/script-files.ts';
import { baseOf, feedbackOf, repositoryOf, siteOf } from './tools/lib/settings.ts';

/** Where the site will be served. Canonical addresses, the sitemap and unfurled links are made from it. */
const site = siteOf(process.env);
/** The path below which it will be served, with a slash at both ends. */
const base = baseOf(process.env);
/** Where the site is kept: pages link to their file in it. */
const repository = repositoryOf(process.env);

const description = 'How to split Kestra into instances, tenants and namespaces.';

export default defineConfig({
	site,
	base,
	trailingSlash: 'always',
	cacheDir: './.cache/astro',
	// Styles in files of their own are fetched once and kept.
	build: { concurrency: 2, inlineStylesheets: 'never' },
	env: {
		schema: {
			/** Where readers say whether a page was helpful: the address of a new issue, or a `mailto:`. */
			FEEDBACK: envField.string({
				context: 'server',
				access: 'public',
				// Checked, so that a wrong one stops the build.
				default: feedbackOf(process.env),
			}),
		},
	},
	markdown: {
		processor: satteri({
			features: { headingAttributes: true },
			hastPlugins: [baseLinks(base), noBreakBeforeCite(), scrollTables()],
		}),
	},
	integrations: [
		examplePlans(),
		starlight({
			title: siteTitle,
			description,
			// Built by `searchIndex`, below.
			pagefind: false,
			customCss: ['./src/styles/site.css'],
			editLink: { baseUrl: `${repository}/edit/main/` },
			lastUpdated: true,
			routeMiddleware: './src/lib/menu.ts',
			expressiveCode: {
				// Long lines wrap: a sample that scrolls sideways is hard to read on a phone and to reach by keyboard.
				defaultProps: { wrap: true },
				useThemedScrollbars: false,
				// Unused.
				textMarkers: false,
			},
			components: {
				Footer: './src/components/page/Footer.astro',
				Head: './src/components/page/Head.astro',
				Hero: './src/components/page/Hero.astro',
				Sidebar: './src/components/page/Sidebar.astro',
				Search: './src/components/page/Search.astro',
				SiteTitle: './src/components/page/SiteTitle.astro',
			},
			sidebar: [
				{ label: 'Decide', items: [{ slug: 'guide' }] },
				{ label: 'Understand', items: [{ autogenerate: { directory: 'concepts' } }] },
				{ label: 'Strategies', items: [{ autogenerate: { directory: 'strategies' } }] },
				{ label: 'Do', items: [{ autogenerate: { directory: 'practices' } }] },
				{ label: 'Scenarios', items: [{ autogenerate: { directory: 'scenarios' } }] },
				{
					label: 'Experiments',
					collapsed: true,
					items: [{ autogenerate: { directory: 'experiments' } }],
				},
				{ label: 'Look up', items: [{ autogenerate: { directory: 'reference' } }] },
			],
		}),
		// Pages for frames repeat parts of pages that are in the sitemap.
		sitemap({ filter: (page) => !new URL(page).pathname.startsWith(`${base}embed/`) }),
		preact(),
		addresses({ site, base }),
		plainText({ site, base, title: siteTitle, description }),
		searchScript(),
		preloads(base),
		mendStarlight(),
		sharedParts(base),
		csp(),
		searchIndex(),
		wholeFiles(),
	],
	vite: {
		cacheDir: '.cache/vite',
		// What unpacks a ZIP is a file of its own, which the worker fetches when it meets one.
		worker: { format: 'es' },
		build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
		environments: {
			client: {
				build: {
					rolldownOptions: {
						output: { codeSplitting: { groups: scriptFiles } },
					},
				},
			},
		},
	},
});
