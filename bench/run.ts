/**
 * Measures the built site and a bare Starlight site with the same words, and prints tables, or with `--json`
 * the numbers. `--quick` measures less often; names (`weight phone steps builds`) select parts.
 * The numbers are also written to `.cache/bench/result.json`. Needs a built site: run `npm run build` first.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import budgets from '../tests/budgets.json' with { type: 'json' };
import { type Weight, weigh } from '../tests/support/weigh.ts';
import { findBrowser } from '../tools/lib/browser.ts';
import { base, dist } from '../tools/lib/site.ts';
import { buildBare } from './parts/bare.ts';
import { type Built, buildGrown, work } from './parts/build.ts';
import { type Compressed, serveCompressed } from './parts/compressed.ts';
import { asOnAPhone, type Phone } from './parts/lighthouse.ts';
import { kilobytes, ratio, table } from './parts/numbers.ts';
import { type Steps, stepTimes } from './parts/steps.ts';

const parts = ['weight', 'phone', 'steps', 'builds'] as const;
type Part = (typeof parts)[number];

const flags = process.argv.slice(2);
const quick = flags.includes('--quick');
const named = flags.filter((flag) => !flag.startsWith('--'));
const wants = (part: Part) => named.length === 0 || named.includes(part);
const say = (text: string) => {
	if (!flags.includes('--json')) console.log(text);
};

const unknown = named.filter((name) => !(parts as readonly string[]).includes(name));
if (unknown.length > 0)
	throw new Error(`There is no part ${unknown.join(', ')}: there are ${parts.join(', ')}.`);
if (base !== '/') throw new Error('Measure a site built for the root of a host: leave BASE out.');

const kinds = Object.entries(budgets.pages).map(([kind, { path }]) => ({ kind, path }));
/** The bare site has no interactive guide, so the query makes no difference there. */
const pathOnly = (path: string) => path.split('?')[0] ?? path;

interface Kind {
	readonly kind: string;
	readonly ours: Weight;
	readonly bare: Weight;
}

async function weights(ours: Compressed, bare: Compressed): Promise<readonly Kind[]> {
	const browser = await chromium.launch(await findBrowser());
	const of = async (site: Compressed, path: string) => {
		const context = await browser.newContext();
		const weight = await weigh(await context.newPage(), site, path);
		await context.close();
		return weight;
	};
	const found: Kind[] = [];
	for (const { kind, path } of kinds)
		found.push({ kind, ours: await of(ours, path), bare: await of(bare, pathOnly(path)) });
	await browser.close();
	return found;
}

function sayWeights(found: readonly Kind[]): void {
	say('Bytes over the wire, thousands with Brotli, and requests, until the network is quiet');
	say(
		table([
			[
				'page',
				'HTML',
				'CSS',
				'script',
				'fonts',
				'all',
				'requests',
				'bare',
				'ratio',
				'script ratio',
			],
			...found.map(({ kind, ours, bare }) => [
				kind,
				...[ours.html, ours.css, ours.js, ours.font, ours.total].map(kilobytes),
				String(ours.requests),
				`${kilobytes(bare.total)} (${bare.requests})`,
				ratio(ours.total, bare.total),
				ratio(ours.js, bare.js),
			]),
		]),
	);
	const script = (kind: string) => found.find((each) => each.kind === kind)?.ours.js ?? 0;
	say(
		`The island of the guide: ${kilobytes(script('guide') - script('concept'))} thousand bytes more script than a page to read; with its result ${kilobytes(script('guide, answered') - script('concept'))}.\n`,
	);
}

interface OnPhone {
	readonly kind: string;
	readonly ours: Phone;
	readonly bare: Phone | undefined;
}

async function phones(ours: Compressed, bare: Compressed): Promise<readonly OnPhone[]> {
	const runs = quick ? 1 : 5;
	const address = (site: Compressed, path: string) => site.address + path.slice(1);
	const looked = quick ? kinds.filter(({ kind }) => /^(concept|guide)/.test(kind)) : kinds;
	const alike = looked.filter(({ path }) => !path.includes('?'));
	const of = new Map([
		...(await asOnAPhone(
			looked.map(({ path }) => address(ours, path)),
			runs,
		)),
		// One run is enough for the comparison.
		...(await asOnAPhone(
			alike.map(({ path }) => address(bare, path)),
			1,
		)),
	]);
	return looked.map(({ kind, path }) => ({
		kind,
		ours: of.get(address(ours, path))!,
		bare: of.get(address(bare, path)),
	}));
}

function sayPhones(found: readonly OnPhone[]): void {
	say('Lighthouse as on a phone: scores, and milliseconds (bare Starlight in brackets)');
	const milliseconds = (value: number | undefined) =>
		value === undefined ? '' : String(Math.round(value));
	say(
		table([
			[
				'page',
				'performance',
				'accessibility',
				'practices',
				'SEO',
				'LCP',
				'CLS',
				'TBT',
				'LCP ratio',
			],
			...found.map(({ kind, ours, bare }) => [
				kind,
				...[ours.performance, ours.accessibility, ours.practices, ours.seo].map((score) =>
					String(Math.round(score)),
				),
				`${milliseconds(ours.lcp)} (${milliseconds(bare?.lcp)})`,
				ours.cls.toFixed(3),
				`${milliseconds(ours.tbt)} (${milliseconds(bare?.tbt)})`,
				bare ? ratio(ours.lcp, bare.lcp) : '',
			]),
		]),
	);
	say('');
}

function saySteps({ laidOut, painted, result }: Steps): void {
	say('The guide at a sixth of the speed of this machine, milliseconds from pressing Continue');
	const row = (what: string, { times, median, p95, max }: Steps['painted']) => [
		what,
		String(times),
		...[median, p95, max].map((value) => value.toFixed(1)),
	];
	say(
		table([
			['until', 'times', 'median', 'p95', 'max'],
			row('the next question is laid out', laidOut),
			row('the next question is painted', painted),
			row('the result is painted', result),
		]),
	);
	say('');
}

function builds(bare: Built | undefined): readonly (Built & { more: number })[] {
	const found = (quick ? [10] : [10, 100, 1000]).map((more) => ({ more, ...buildGrown(more) }));
	say('Builds of this site with more pages');
	say(
		table([
			['pages', 'seconds', 'files', 'MB'],
			...[
				...found.map((each) => [`${each.pages} (${each.more} more)`, each] as const),
				...(bare ? [[`${bare.pages}, bare Starlight`, bare] as const] : []),
			].map(([what, { seconds, files, bytes }]) => [
				what,
				seconds.toFixed(1),
				String(files),
				(bytes / 1e6).toFixed(1),
			]),
		]),
	);
	say('');
	return found;
}

const result: Record<string, unknown> = {
	date: new Date().toISOString().slice(0, 10),
	machine: `${cpus()[0]?.model.trim() || 'unknown processor'}, ${availableParallelism()} cores, Node ${process.versions.node}`,
};
mkdirSync(work, { recursive: true });
say(`${result['date']}, ${result['machine']}\n`);

let bareBuilt: Built | undefined;
if (wants('weight') || wants('phone') || wants('builds')) bareBuilt = buildBare(dist);
const ours = await serveCompressed(dist);
try {
	if (bareBuilt && (wants('weight') || wants('phone'))) {
		const bare = await serveCompressed(bareBuilt.dist);
		try {
			if (wants('weight')) {
				const found = await weights(ours, bare);
				result['weight'] = found;
				sayWeights(found);
			}
			if (wants('phone')) {
				const found = await phones(ours, bare).catch((error: unknown) => String(error));
				result['phone'] = found;
				if (typeof found === 'string') say(`Lighthouse is left out. ${found}\n`);
				else sayPhones(found);
			}
		} finally {
			bare.close();
		}
	}
	if (wants('steps')) {
		const found = await stepTimes(`${ours.address}guide/`, quick ? 3 : 20);
		result['steps'] = found;
		saySteps(found);
	}
} finally {
	ours.close();
}
if (wants('builds')) result['builds'] = { bare: bareBuilt, grown: builds(bareBuilt) };

const numbers = JSON.stringify(result, undefined, 2);
writeFileSync(join(work, 'result.json'), `${numbers}\n`);
if (flags.includes('--json')) console.log(numbers);
