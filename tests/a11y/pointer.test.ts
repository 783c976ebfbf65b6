/**
 * Every sort of control on one page of each kind, and every element with a hover style: what appears on hover or focus,
 * and what a press does that is released elsewhere.
 */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import budgets from '../budgets.json' with { type: 'json' };
import { ready } from '../support/browser/guide.ts';
import { oneWindow } from '../support/browser/page.ts';
import { unfold } from '../support/browser/result.ts';
import { sampleRows } from '../support/browser/sample.ts';

/** How a page has changed since it was remembered. */
interface Change {
	/** Whether the address, an answer, a choice or the text changed, or something was expanded or copied. */
	readonly changed: boolean;
	/** Numbers of the elements that have become visible. */
	readonly appeared: readonly number[];
}

/** An element to point at, and where, in pixels. */
interface Place {
	readonly x: number;
	readonly y: number;
	/** The start of its markup. */
	readonly is: string;
	/** Whether it is a control, which can take focus. */
	readonly control: boolean;
}

interface Probe {
	/** Scrolls to every part that loads only when near, and waits until the page no longer changes. */
	settle(): Promise<void>;
	/**
	 * Finds what to try: one of each sort.
	 * @param known sorts that were already tried
	 * @returns the known sorts followed by the new ones
	 */
	find(known: readonly string[]): readonly string[];
	/** Scrolls to an element that was found, and gives the point to hover; undefined when no point on it can be hovered. */
	meet(target: number): Place | undefined;
	focus(target: number): void;
	remember(): void;
	change(): Change;
	/** Words that the elements cover. */
	covered(elements: readonly number[]): readonly string[];
	/** The middle of an element, in pixels. */
	middle(element: number): readonly [x: number, y: number];
}

/** Runs in each page before its own scripts. */
function installProbe(): void {
	let copied = 0;
	Object.defineProperty(navigator, 'clipboard', {
		value: { writeText: async () => void copied++ },
	});
	const controls = 'a[href], button, summary, label, input, select, textarea, [tabindex="0"]';
	const targets: Element[] = [];
	let then: { readonly state: string; readonly seen: ReadonlySet<Element> };
	let appeared: readonly Element[] = [];

	/** Selectors of elements with a hover style. */
	const hovered = (rules: CSSRuleList): string[] =>
		[...rules].flatMap((rule) => [
			...(rule instanceof CSSStyleRule && rule.selectorText.includes(':hover')
				? rule.selectorText.split(/,(?![^(]*\))/).map((each) => each.split(':hover')[0]!)
				: []),
			...('cssRules' in rule ? hovered(rule.cssRules as CSSRuleList) : []),
		]);
	const all = (selector: string) => {
		try {
			return [...document.querySelectorAll(selector)];
		} catch {
			// A `:hover` inside `:is()` leaves half a selector; what it would match are controls, which are found anyway.
			return [];
		}
	};
	const sortOf = (element: Element) =>
		[element, element.parentElement, element.closest('header, nav, main, footer')]
			.map((each) => `${each?.tagName}.${each?.getAttribute('class') ?? ''}`)
			.concat(element.getAttribute('type') ?? '')
			.join(' ');
	const look = () => {
		const fields = all('input, select, textarea') as HTMLInputElement[];
		const folds = all('details, dialog, [popover], [aria-expanded]');
		const shown = all('body *').filter((each) =>
			each.checkVisibility({ visibilityProperty: true }),
		);
		const words = shown.flatMap(({ childNodes }) =>
			[...childNodes].flatMap((each) => (each instanceof Text ? each.data : [])),
		);
		return {
			state: JSON.stringify([
				location.href,
				copied,
				document.documentElement.dataset,
				fields.map(({ checked, value }) => [checked, value]),
				folds.map((each) => [
					each.hasAttribute('open'),
					each.matches(':popover-open'),
					each.getAttribute('aria-expanded'),
				]),
				words,
			]),
			seen: new Set(shown.filter((each) => each.checkVisibility({ opacityProperty: true }))),
		};
	};
	const probe: Probe = {
		settle: async () => {
			for (const island of all('astro-island[ssr]')) {
				island.firstElementChild?.scrollIntoView();
				await new Promise((near) => setTimeout(near, 50));
			}
			const quiet = 200;
			await new Promise<void>((settled) => {
				let timer = setTimeout(settled, quiet);
				new MutationObserver(() => {
					clearTimeout(timer);
					timer = setTimeout(settled, quiet);
				}).observe(document.body, { subtree: true, childList: true });
			});
		},
		find: (known) => {
			const sorts = new Set(known);
			const below = [...document.styleSheets].flatMap(({ cssRules }) => hovered(cssRules));
			for (const element of [controls, ...new Set(below)].flatMap(all)) {
				const sort = sortOf(element);
				if (sorts.has(sort) || !element.checkVisibility({ visibilityProperty: true })) continue;
				sorts.add(sort);
				targets.push(element);
			}
			return [...sorts];
		},
		meet: (target) => {
			const element = targets[target]!;
			const tall = element.getBoundingClientRect().height > innerHeight / 2;
			element.scrollIntoView({ block: tall ? 'start' : 'center', behavior: 'instant' });
			for (const { left, top, width, height } of element.getClientRects())
				for (const part of [0.5, 0.1, 0.9]) {
					const [x, y] = [left + width * part, top + Math.min(height, innerHeight / 2) / 2];
					if (element.contains(document.elementFromPoint(x, y)))
						return {
							x,
							y,
							is: element.outerHTML.slice(0, 120),
							control: element.matches(controls),
						};
				}
			return undefined;
		},
		focus: (target) => (targets[target] as HTMLElement).focus({ preventScroll: true }),
		remember: () => {
			then = look();
		},
		change: () => {
			const now = look();
			appeared = [...now.seen].filter((each) => !then.seen.has(each));
			return { changed: now.state !== then.state, appeared: [...appeared.keys()] };
		},
		covered: (numbers) => {
			const elements = numbers.map((number) => appeared[number]!);
			const range = document.createRange();
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const on: string[] = [];
			for (let text = texts.nextNode(); text; text = texts.nextNode()) {
				const words = text.textContent?.trim().slice(0, 40);
				if (!words || elements.some((element) => element.contains(text))) continue;
				range.selectNodeContents(text);
				const lines = [...range.getClientRects()].filter(({ width }) => width > 1);
				for (const box of elements.map((element) => element.getBoundingClientRect()))
					if (
						lines.some(
							({ left, right, top, bottom }) =>
								Math.min(right, box.right) - Math.max(left, box.left) > 2 &&
								Math.min(bottom, box.bottom) - Math.max(top, box.top) > 4,
						)
					)
						on.push(words);
			}
			return on;
		},
		middle: (number) => {
			const { left, top, width, height } = appeared[number]!.getBoundingClientRect();
			return [left + width / 2, top + height / 2];
		},
	};
	Object.assign(window, { probe });
}

/** Calls the probe in a page. */
function ask<Name extends keyof Probe>(
	page: Page,
	name: Name,
	...what: Parameters<Probe[Name]>
): Promise<Awaited<ReturnType<Probe[Name]>>> {
	return page.evaluate(
		([method, values]) => {
			const { probe } = window as unknown as Record<
				'probe',
				Record<string, (...all: unknown[]) => unknown>
			>;
			return probe[method as string]!(...(values as unknown[]));
		},
		[name, what] as const,
	) as Promise<Awaited<ReturnType<Probe[Name]>>>;
}

/** Moves the pointer away, into the corner of the window. */
async function away(page: Page): Promise<void> {
	const { width, height } = page.viewportSize()!;
	await page.mouse.move(width - 2, height - 2);
}

/** What is wrong with what appeared: it covers words, or disappears when the pointer moves onto it. */
async function intruding(page: Page, appeared: readonly number[]): Promise<readonly string[]> {
	if (appeared.length === 0) return [];
	const covered = await ask(page, 'covered', appeared);
	await page.mouse.move(...(await ask(page, 'middle', appeared[0]!)));
	const { appeared: still } = await ask(page, 'change');
	return [
		...covered.map((words) => `what it brings lies on “${words}”`),
		...(still.length < appeared.length ? ['what it brings cannot be pointed at'] : []),
	];
}

/** The problems of one target, one sentence each. */
async function faultsOf(page: Page, target: number): Promise<readonly string[]> {
	await away(page);
	const place = await ask(page, 'meet', target);
	if (!place) return [];
	await ask(page, 'remember');
	const wrong: string[] = [];

	await page.mouse.move(place.x, place.y);
	const below = await ask(page, 'change');
	if (below.changed) wrong.push('pointing at it changes something');
	wrong.push(...(await intruding(page, below.appeared)));

	if (place.control) {
		await page.mouse.move(place.x, place.y);
		await page.mouse.down();
		await away(page);
		await page.mouse.up();
		if ((await ask(page, 'change')).changed) {
			wrong.push('a press let go elsewhere counts');
			await ask(page, 'remember');
		}
		await ask(page, 'focus', target);
		const focused = await ask(page, 'change');
		if (focused.changed) wrong.push('focus changes something');
		wrong.push(...(await intruding(page, focused.appeared)));
	}
	return wrong.map((each) => `${place.is}: ${each}`);
}

const kinds = [
	...Object.entries(budgets.pages).map(([kind, { path }]) => [kind, path, 1280] as const),
	['home on a phone', '/', 390] as const,
];
const open = oneWindow({ reducedMotion: 'reduce', before: `(${installProbe})()` });
let known: readonly string[] = [];

test.each(kinds)(
	'%s shows nothing in the way of words on hover or focus, and takes no press that is let go elsewhere',
	async (_kind, path, width) => {
		const { page } = await open(path);
		await page.setViewportSize({ width, height: 800 });
		if (path.startsWith('/guide/')) await ready(page);
		if (path.includes('?')) {
			await unfold(page, 'Make it yours', '.dg-name-list');
			await unfold(page, 'Compare with another plan', '.dg-compare');
			await unfold(page, 'Start from what you have', '.dg-current');
			await unfold(page, 'What fails together', '[data-drill]:enabled');
		}
		await sampleRows(page);
		// Otherwise what is laid out only when near would count as having appeared.
		await page.addStyleTag({ content: '* { content-visibility: visible !important }' });
		await ask(page, 'settle');
		const sorts = await ask(page, 'find', known);
		const found: string[] = [];
		for (let target = 0; target < sorts.length - known.length; target++)
			found.push(...(await faultsOf(page, target)));
		known = sorts;
		expect(found).toEqual([]);
	},
);

test('finds what covers words, what cannot be pointed at and what acts too early', async () => {
	const { page } = await open('/');
	await page.evaluate(() => {
		document.body.innerHTML = `
			<style>
				i { position: absolute; top: 0; left: 0; opacity: 0 }
				a:is(:hover, :focus) + i { opacity: 1 }
			</style>
			<p>Words</p>
			<p style="padding: 2rem"><a href="#tip">Tip</a><i>More on words</i></p>
			<button>Count</button>`;
		const button = document.querySelector('button')!;
		button.addEventListener('pointerdown', () => button.append('!'));
	});
	const found: string[] = [];
	for (const target of (await ask(page, 'find', [])).keys())
		found.push(...(await faultsOf(page, target)));
	const short = found.map((fault) => fault.replace(/^<(\w+).*>: /s, '$1: '));
	expect(short).toEqual([
		'a: what it brings lies on “Words”',
		'a: what it brings cannot be pointed at',
		'a: what it brings lies on “Words”',
		'button: a press let go elsewhere counts',
	]);
});
