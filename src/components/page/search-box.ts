/** The search box: opens its dialog, searches while the reader types, and lists what was found. */
import type { Finds, Found, FoundPage } from '~/lib/search.ts';

type Search = typeof import('~/lib/search.ts');

/** Pages shown at first, and with each press of "Show more". */
const step = 8;

let loading: Promise<Search> | undefined;
let tries = 0;

/** Fetches the search, once; a failure is not kept, so that readers can try again. */
function load(): Promise<Search> {
	// Some browsers remember a script that could not be fetched; another address makes them ask again.
	const again = tries++ ? `?${tries}` : '';
	const address = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/search.js${again}`;
	loading ??= (import(/* @vite-ignore */ address) as Promise<Search>).catch((error: unknown) => {
		loading = undefined;
		throw error;
	});
	return loading;
}

class SiteSearch extends HTMLElement {
	connectedCallback() {
		const get = <T extends Element>(selector: string) => this.querySelector<T>(selector)!;
		const dialog = get<HTMLDialogElement>('dialog');
		const input = get<HTMLInputElement>('input');
		const status = get('[role="status"]');
		const list = get<HTMLOListElement>('ol');
		const more = get<HTMLButtonElement>('.more');
		const likely = get<HTMLElement>('.likely');
		const spelling = get<HTMLElement>('.spelling');
		const opener = get<HTMLButtonElement>('.open');
		let finds: Finds | undefined;
		let asked = '';
		let timer: ReturnType<typeof setTimeout> | undefined;

		if (/Mac|iP(hone|od|ad)/.test(navigator.platform)) {
			get('[data-key]').textContent = '⌘';
			opener.setAttribute('aria-keyshortcuts', 'Meta+K');
		}

		const failed = () => {
			asked = '';
			status.textContent = import.meta.env.DEV
				? 'Search works in the built site: there is no index in development.'
				: 'Search could not be loaded. Check the connection and type again.';
		};

		const open = () => {
			if (dialog.open) return;
			dialog.showModal();
			document.body.toggleAttribute('data-search-open', true);
			input.select();
			load()
				.then((search) => search.loadIndex())
				.then(look, failed);
		};

		const showMore = () => {
			const pages = finds?.pages ?? [];
			list.append(...pages.slice(list.children.length, list.children.length + step).map(entry));
			more.hidden = list.children.length >= pages.length;
		};

		/** Searches for the text in the field, unless it is the same as the last time. */
		const look = async () => {
			const words = input.value.trim();
			if (words === asked) return;
			asked = words;
			try {
				const found = words ? await (await load()).find(words) : undefined;
				if (words !== asked) return;
				finds = found;
				list.replaceChildren();
				showMore();
				// Where nothing is found, there is still a way on.
				likely.hidden = Boolean(found?.pages.length);
				spelling.hidden = found?.instead === undefined;
				get('.spelling button').textContent = `Search for “${found?.instead}”`;
				status.textContent = found ? summary(words, found) : '';
			} catch {
				failed();
			}
		};

		const links = () =>
			[...dialog.querySelectorAll<HTMLAnchorElement>('a')].filter((link) => link.checkVisibility());

		input.addEventListener('input', () => {
			clearTimeout(timer);
			timer = setTimeout(look, 120);
		});
		get('form').addEventListener('submit', async (event) => {
			event.preventDefault();
			clearTimeout(timer);
			await look();
			list.querySelector('a')?.focus();
		});
		get('.spelling button').addEventListener('click', () => {
			input.value = finds?.instead ?? input.value;
			input.focus();
			void look();
		});
		more.addEventListener('click', () => {
			const first = list.children.length;
			showMore();
			list.children[first]?.querySelector('a')?.focus();
		});
		dialog.addEventListener('keydown', (event) => {
			// A field of type "search" keeps Escape for itself in WebKit, to empty it, even when it is empty.
			if (event.key === 'Escape' && !event.isComposing) {
				event.preventDefault();
				dialog.close();
			}
			if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
			const order: HTMLElement[] = [input, ...links()];
			const at = order.indexOf(document.activeElement as HTMLElement);
			const next = order[at + (event.key === 'ArrowDown' ? 1 : -1)];
			if (at < 0 || !next) return;
			event.preventDefault();
			next.focus();
		});
		dialog.addEventListener('click', ({ target }) => {
			// Outside the contents, the target of a click is the dialog itself.
			if (target === dialog || (target instanceof Element && target.closest('a, [data-close]')))
				dialog.close();
		});
		dialog.addEventListener('close', () =>
			document.body.toggleAttribute('data-search-open', false),
		);
		document.addEventListener('click', ({ target }) => {
			if (target instanceof Element && target.closest('[data-search-open]:not(body)')) open();
		});
		addEventListener('keydown', (event) => {
			if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 'k' || event.shiftKey)
				return;
			event.preventDefault();
			if (dialog.open) dialog.close();
			else open();
		});
	}
}

/** What was found, in words: how many pages, which of the reader's words none of them has, and a better spelling. */
function summary(words: string, { pages, all, missing, instead }: Finds): string {
	const { length } = pages;
	const meant = instead === undefined ? '' : ` Did you mean “${instead}”?`;
	if (!length) return `Nothing found for “${words}”.${meant || ' Try other words, or begin here.'}`;
	const count =
		length < all ? `The best ${length} of ${all} pages` : `${all} ${all === 1 ? 'page' : 'pages'}`;
	const without = missing.length
		? `, without ${missing.map((word) => `“${word}”`).join(', ')}.`
		: '';
	return `${count} for “${words}”${without}${meant}`;
}

/**
 * A found page as a list item: a link to its best section, by page and section, or to the page where that is the better
 * place, and links to further sections.
 */
function entry(page: FoundPage): HTMLLIElement {
	const best = page.whole ? undefined : page.sections[0];
	const others = best ? page.sections.slice(1) : page.sections;
	const item = document.createElement('li');
	item.append(best ? link(best, page.title) : link(page));
	if (others.length) {
		const sections = document.createElement('ul');
		sections.append(
			...others.map((section) => {
				const item = document.createElement('li');
				item.append(link(section));
				return item;
			}),
		);
		item.append(sections);
	}
	return item;
}

function link({ title, address, excerpt }: Found, page?: string): HTMLAnchorElement {
	const link = document.createElement('a');
	const name = document.createElement('strong');
	const words = document.createElement('span');
	name.textContent = page ? `${page}: ${title}` : title;
	words.append(
		...excerpt.map(({ text, marked }) => {
			if (!marked) return text;
			const mark = document.createElement('mark');
			mark.textContent = text;
			return mark;
		}),
	);
	link.href = address;
	link.append(name, ' ', words);
	return link;
}

customElements.define('site-search', SiteSearch);
