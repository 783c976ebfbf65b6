/** The pages of the site in every engine. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { customers } from '../browser/addresses.ts';
import { pages, readingPages } from '../built.ts';
import { run, until } from './driver.ts';
import { openResult } from './guide.ts';
import { expectNoProblems, type Part } from './walk.ts';

/** The search by keyboard. */
export const search: Part = ({ driver, site }) => {
	test('the search opens, finds and closes by keyboard', async () => {
		const browser = driver();
		await browser.open(site().address('/concepts/tenants/'));
		const isOpen = () =>
			document.querySelector<HTMLDialogElement>('site-search dialog')?.open ?? false;
		await browser.press('Control+k');
		await until(browser, 'the search is open', isOpen);
		// From an empty field and from one with words.
		await browser.press('Escape');
		expect(await run(browser, isOpen)).toBe(false);
		await browser.press('Control+k');
		await browser.type('several instances');
		await until(
			browser,
			'something is found',
			() => !!document.querySelector('site-search dialog ol > li a'),
		);
		await browser.press('Escape');
		expect(await run(browser, isOpen)).toBe(false);
		await browser.press('Control+k', 'ArrowDown');
		const target = await run(
			browser,
			() => (document.activeElement as HTMLAnchorElement | null)?.pathname ?? '',
		);
		expect(target).toMatch(/\/[a-z]+\//);
		await expectNoProblems(browser);
		await browser.press('Enter');
		await until(
			browser,
			'the found page is open',
			(path) => location.pathname === path && document.readyState === 'complete',
			target,
		);
		await expectNoProblems(browser);
	});
};

/** Where the target of the address is: in view below the header, in front of everything, and with nothing closed around it. */
const landed = () => {
	const id = decodeURIComponent(location.hash.slice(1));
	const target = document.getElementById(id);
	if (!target) return `there is no #${id}`;
	const closed = target.closest('details:not([open])');
	if (closed && !closed.querySelector('summary')?.contains(target)) return 'it is closed';
	if (closed) return 'its part is closed';
	const { left, top } = target.getClientRects()[0] ?? { left: -1, top: -1 };
	const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
	if (top < 0 || top > (atEnd ? innerHeight - 20 : 240)) return `it is at ${Math.round(top)}`;
	const shown = document.elementFromPoint(left + 8, top + 12);
	return target.contains(shown) || shown?.contains(target) ? '' : 'it is covered';
};

/** Links to parts of long pages, on a laptop and on a phone. */
export const linksToParts: Part = ({ driver, site }) => {
	const parts = [
		`/guide/?${customers}#dg-answers`,
		`/guide/?${customers}#dg-next`,
		`/guide/?${customers}#dg-risks`,
		'/concepts/compare/#secrets',
		'/reference/links/#sources',
		'/practices/names/#rules',
		'/reference/accessibility/#report',
	];
	test.each([
		['a laptop', 1280],
		['a phone', 460],
	] as const)('a link to a part leads there on %s', async (_what, width) => {
		const browser = driver();
		await browser.resize(width, 800);
		const missed: string[] = [];
		for (const part of parts) {
			await browser.open(site().address('/robots.txt'));
			if (part.startsWith('/guide/')) await openResult(browser, site().address(part));
			else await browser.open(site().address(part));
			// What loads late has come by then, on a machine that is not busy with something else as well.
			let where = 'not looked at';
			for (let looks = 0; where && looks < 8; looks++) {
				await new Promise((done) => setTimeout(done, 600));
				where = await run(browser, landed);
			}
			if (where) missed.push(`${part}: ${where}`);
			const lost = await run(browser, () => document.querySelector('[data-lost] p')?.textContent);
			if (lost) missed.push(`${part}: ${lost}`);
		}
		await browser.resize(1280, 800);
		expect(missed).toEqual([]);
	});

	test('a reload in the middle of a result stays there', async () => {
		const browser = driver();
		await openResult(browser, site().address(`/guide/?${customers}`));
		await run(browser, () => {
			for (const part of document.querySelectorAll<HTMLDetailsElement>('.dg-part'))
				part.open = true;
			document.querySelector('#dg-risks')?.scrollIntoView();
		});
		await new Promise((done) => setTimeout(done, 600));
		const before = Number(await run(browser, () => scrollY));
		expect(before).toBeGreaterThan(800);
		await browser.reload();
		await until(
			browser,
			'the result has its parts',
			() => !!document.querySelector('.dg-parts[data-drawn]'),
		);
		await new Promise((done) => setTimeout(done, 600));
		const top = Number(
			await run(browser, () => document.querySelector('#dg-risks')?.getBoundingClientRect().top),
		);
		expect(top).toBeGreaterThanOrEqual(0);
		expect(top).toBeLessThan(240);
	});
};

/** The drill, left and come back to. */
export const drill: Part = ({ driver, site }) => {
	test('the drill shows one failure after Back, in its fields and in its picture', async () => {
		const browser = driver();
		await browser.open(site().address('/concepts/compare/'));
		await run(browser, () => document.querySelector('.dg-drill')?.scrollIntoView());
		await until(browser, 'the drill is ready', () => !!document.querySelector('.dg-drill:enabled'));
		await browser.click('.dg-drill .dg-choices:nth-of-type(2) label:nth-of-type(3)');
		const shown = () => {
			const drill = document.querySelector('.dg-drill:enabled');
			const chosen = drill?.querySelector<HTMLInputElement>('input[name$=failure]:checked');
			return drill && [chosen?.value, drill.querySelector('.dg-controls .dg-tells')?.textContent];
		};
		const fresh = JSON.stringify(await run(browser, shown));
		await until(
			browser,
			'the choice is drawn',
			() =>
				document.querySelector<HTMLInputElement>('.dg-drill input[name$=failure]:checked')
					?.value !== 'instance-down',
		);
		await new Promise((done) => setTimeout(done, 300));
		const chosen = JSON.stringify(await run(browser, shown));
		expect(fresh).not.toBe('null');
		await browser.open(site().address('/concepts/tenants/'));
		await browser.back();
		await until(browser, 'the page is back', () => location.pathname.endsWith('/compare/'));
		await run(browser, () => document.querySelector('.dg-drill')?.scrollIntoView());
		await until(browser, 'the drill is ready', () => !!document.querySelector('.dg-drill:enabled'));
		await new Promise((done) => setTimeout(done, 300));
		const after = (await run(browser, shown)) ?? [];
		// Either as it was left, or from the beginning; never the field of one and the words of the other.
		const first = await run(browser, () => {
			const radio = document.querySelector<HTMLInputElement>('.dg-drill input[name$=failure]');
			return radio?.value;
		});
		if (JSON.stringify(after) !== chosen) {
			expect(after[0]).toBe('instance-down');
			expect(first).toBeTypeOf('string');
			await browser.open(site().address('/concepts/compare/'));
			await run(browser, () => document.querySelector('.dg-drill')?.scrollIntoView());
			await until(
				browser,
				'the drill is ready',
				() => !!document.querySelector('.dg-drill:enabled'),
			);
			expect(after).toEqual(await run(browser, shown));
		}
		await expectNoProblems(browser);
	});

	test('the list of addresses shows what its field says after Back', async () => {
		const browser = driver();
		await browser.open(site().address('/reference/links/'));
		await until(browser, 'the field is there', () => !!document.querySelector('link-filter input'));
		await browser.click('link-filter input');
		await browser.type('tenants');
		await until(
			browser,
			'the list is filtered',
			() => !!document.querySelector('.link-list li[hidden]'),
		);
		await browser.open(site().address('/concepts/tenants/'));
		await browser.back();
		await until(browser, 'the page is back', () => !!document.querySelector('link-filter input'));
		await new Promise((done) => setTimeout(done, 500));
		const [words, hidden] = await run(browser, () => [
			document.querySelector<HTMLInputElement>('link-filter input')?.value,
			document.querySelectorAll('.link-list li[hidden]').length,
		]);
		expect(words === '').toBe(hidden === 0);
	});
};

/** The guide in a frame of another site. */
export const embed: Part = ({ driver, site }) => {
	test('the guide is answered in a frame on another origin', async () => {
		const browser = driver();
		const html = `<!doctype html><html lang="en"><title>Intranet</title><iframe width="900" height="900" src="${site().address('/embed/guide/?theme=light')}"></iframe>`;
		const server = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
		});
		await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
		onTestFinished(() => {
			server.closeAllConnections();
			server.close();
		});
		await browser.open(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
		await browser.frame('iframe');
		const question = () =>
			!document.querySelector('astro-island[ssr]') &&
			document.querySelector<HTMLElement>('[data-guide=question]')?.dataset['question'];
		const first = await until(browser, 'the first question is shown', question);
		await browser.click('.dg-question .dg-option label');
		await browser.click('.dg-question button[type=submit]');
		await until(
			browser,
			'the next question is shown',
			(before) => {
				const now = document.querySelector<HTMLElement>('[data-guide=question]');
				return now && now.dataset['question'] !== before;
			},
			first,
		);
		await expectNoProblems(browser);
		await browser.frame();
		expect(await run(browser, () => document.title)).toBe('Intranet');
	});
};

/** Opens an address in a frame of the page, which measures it. Its window is as wide as the frame. */
const framed = (address: string, sandbox: string | null) => {
	document.body.replaceChildren();
	const frame = document.createElement('iframe');
	frame.style.cssText = 'border: 0; width: 1280px; height: 800px';
	if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
	frame.addEventListener('load', () => {
		frame.dataset['loaded'] = 'yes';
	});
	frame.src = address;
	document.body.append(frame);
};
const loaded = () => document.querySelector('iframe[data-loaded]') !== null;

/** The site for readers whose browser runs no script. */
export const withoutScript: Part = ({ driver, site }) => {
	test('without script a page is whole and light, and the guide leads to the tables', async () => {
		const browser = driver();
		for (const path of ['/concepts/tenants/', '/guide/', '/reference/decision-tables/']) {
			await browser.open(site().address('/robots.txt'));
			// A frame whose sandbox allows no script: a page can look into it, which no driver can without script.
			await run(browser, framed, site().address(path), 'allow-same-origin');
			await until(browser, 'the page is loaded', loaded);
			const [ran, words, theme, tables, height] = await run(browser, () => {
				const page = document.querySelector('iframe')!.contentDocument!;
				return [
					'kestraEnvironmentsProblems' in document.querySelector('iframe')!.contentWindow!,
					page.querySelector('main')?.textContent?.length ?? 0,
					page.documentElement.dataset['theme'],
					[...page.querySelectorAll('noscript')].map((note) => note.children.length),
					page.querySelector<HTMLElement>('main')?.offsetHeight ?? 0,
				] as const;
			});
			expect(ran, path).toBe(false);
			expect(words, path).toBeGreaterThan(500);
			expect(theme, path).toBe('light');
			expect(height, path).toBeGreaterThan(300);
			// Parsed as elements, so that readers see it.
			if (path === '/guide/') expect(Math.max(...tables)).toBeGreaterThan(0);
		}
	});
};

/** How many addresses are opened at three widths. */
const most = 50;

/** Fifty addresses, evenly taken from all pages, with every page for frames. */
function someAddresses(): readonly string[] {
	const always = [
		`/guide/?${customers}`,
		...pages.filter(({ path }) => path.startsWith('/embed/')).map(({ path }) => path),
	];
	const room = most - always.length;
	const step = Math.max(1, readingPages.length / room);
	const others = Array.from({ length: Math.min(room, readingPages.length) }, (_, index) => {
		return readingPages[Math.floor(index * step)]!.path;
	});
	return [...always, ...others];
}

/** Fifty addresses at three widths. */
export const fiftyAddresses: Part = ({ driver, site }) => {
	test('fifty addresses fit three widths and report no problem', { timeout: 120_000 }, async () => {
		const browser = driver();
		const addresses = someAddresses();
		expect(addresses.length).toBe(most);
		await browser.open(site().address('/robots.txt'));
		const wrong: string[] = [];
		for (const path of addresses) {
			await run(browser, framed, site().address(path), null);
			await until(browser, `${path} is loaded`, loaded);
			if (path.startsWith('/guide/?'))
				await until(
					browser,
					'the result has its parts',
					() =>
						!!document
							.querySelector('iframe')
							?.contentDocument?.querySelector('.dg-parts[data-drawn]'),
				);
			const [wider, problems] = await run(browser, () => {
				const frame = document.querySelector('iframe')!;
				const page = frame.contentDocument!;
				const wider = [1280, 390, 320].flatMap((width) => {
					frame.style.width = `${width}px`;
					const { scrollWidth, clientWidth } = page.documentElement;
					return scrollWidth > clientWidth ? [`${scrollWidth} at ${width}`] : [];
				});
				const inside = frame.contentWindow as unknown as Record<string, string[] | undefined>;
				return [wider, inside['kestraEnvironmentsProblems'] ?? ['nobody listens']] as const;
			});
			wrong.push(...[...wider, ...problems].map((what) => `${path}: ${what}`));
		}
		expect(wrong).toEqual([]);
	});

	test('what reports problems and measures widths finds them', async () => {
		const browser = driver();
		await browser.open(site().address('/concepts/tenants/'));
		await expectNoProblems(browser);
		await run(browser, () => {
			console.error('said');
			const script = document.createElement('script');
			script.textContent = 'document.title = "ran"';
			document.body.append(script);
			setTimeout(() => {
				throw new Error('thrown');
			});
		});
		await until(browser, 'three problems are known', () => {
			const known = window as unknown as { kestraEnvironmentsProblems: string[] };
			const all = known.kestraEnvironmentsProblems.join();
			return /said/.test(all) && /policy: script-src/.test(all) && /thrown/.test(all);
		});
		expect(await run(browser, () => document.title)).not.toBe('ran');
		await run(browser, framed, site().address('/concepts/tenants/'), null);
		await until(browser, 'the page is loaded', loaded);
		const wide = await run(browser, () => {
			const page = document.querySelector('iframe')!.contentDocument!;
			page.body.insertAdjacentHTML('beforeend', '<div style="width: 2000px; height: 1px"></div>');
			return page.documentElement.scrollWidth > page.documentElement.clientWidth;
		});
		expect(wide).toBe(true);
	});
};
