/** Filters the lists of links as the reader types, and adds to each link a button that copies its Markdown. */

/** How long a button shows “Copied”, in milliseconds. */
const copiedFor = 2000;

/** When no browser changes fields any more that are shown again, in milliseconds. */
const afterShown = 300;

/** The sections of the page below an element: a heading and what stands before the next, as its siblings. */
function sectionsBelow(element: HTMLElement): readonly HTMLElement[][] {
	const sections: HTMLElement[][] = [];
	for (let next = element.nextElementSibling; next; next = next.nextElementSibling) {
		if (!(next instanceof HTMLElement)) continue;
		if (next.matches('h2, h3, :has(> :is(h2, h3))')) sections.push([]);
		sections.at(-1)?.push(next);
	}
	return sections;
}

class LinkFilter extends HTMLElement {
	connectedCallback() {
		const template = this.querySelector('template');
		if (!template) return;
		template.replaceWith(template.content);
		const input = this.querySelector('input');
		const status = this.querySelector<HTMLElement>('[role="status"]');
		if (!input || !status) return;

		const items = [...document.querySelectorAll<HTMLElement>('.link-list li')];
		// Computed at the first input, because reading the text of hundreds of rows takes time on a phone.
		let rows: { row: HTMLElement; words: string }[] = [];
		const all = `${items.length} addresses.`;
		const groups = [...document.querySelectorAll<HTMLElement>('[data-link-group]')];

		const reserved = new Map(
			groups.map((group) => [group, group.style.getPropertyValue('--rows')]),
		);
		const kinds = sectionsBelow(this).flatMap((parts) => {
			const lists = parts.flatMap((part) => [
				...(part.matches('.link-list') ? [part] : []),
				...part.querySelectorAll<HTMLElement>('.link-list'),
			]);
			return lists.length ? [{ parts, lists }] : [];
		});

		const apply = () => {
			if (rows.length === 0)
				rows = items.map((row) => ({
					row,
					words: row.querySelector('code')?.textContent?.toLowerCase() ?? '',
				}));
			const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
			let shown = 0;
			for (const { row, words } of rows) {
				row.hidden = !wanted.every((word) => words.includes(word));
				if (!row.hidden) shown++;
			}
			for (const group of groups) {
				const { length } = group.querySelectorAll('li:not([hidden])');
				group.hidden = length === 0;
				// The height that is kept for a group until it is in sight.
				const rows = wanted.length ? String(length + 1) : (reserved.get(group) ?? '');
				group.style.setProperty('--rows', rows);
			}
			for (const list of document.querySelectorAll<HTMLElement>('.link-list'))
				list.dataset['empty'] = String(!list.querySelector('li:not([hidden])'));
			for (const { parts, lists } of kinds) {
				const empty = lists.every(({ dataset }) => dataset['empty'] === 'true');
				for (const part of parts) part.hidden = empty;
			}
			// Nothing is said to a reader who has not filtered.
			if (wanted.length === 0 && status.textContent === '') return;
			status.textContent =
				wanted.length === 0
					? all
					: shown === 0
						? 'No address has these words.'
						: `${shown} of ${items.length} addresses.`;
		};
		input.addEventListener('input', apply);
		this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
		// Some browsers empty or fill in the field of a page that is shown again, WebKit after it has been shown.
		addEventListener('pageshow', ({ persisted }) => {
			if (persisted || input.value) apply();
			if (persisted) setTimeout(apply, afterShown);
		});
		void addCopyButtons(items);
	}
}

/** Adds a button to each row, in batches, so that the page stays responsive. */
async function addCopyButtons(rows: readonly HTMLElement[]): Promise<void> {
	const atOnce = 50;
	for (const [index, row] of rows.entries()) {
		if (index % atOnce === 0) await new Promise((go) => setTimeout(go));
		row.append(copyButton(row.querySelector('a')?.textContent ?? ''));
	}
}

function copyButton(title: string): HTMLButtonElement {
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = 'Copy';
	button.setAttribute('aria-label', `Copy Markdown: ${title}`);
	return button;
}

document.addEventListener('click', async ({ target }) => {
	const button = target instanceof Element ? target.closest('.link-list button') : null;
	const code = button?.parentElement?.querySelector('code');
	if (!button || !code) return;
	try {
		await navigator.clipboard.writeText(code.textContent ?? '');
		button.textContent = 'Copied';
	} catch {
		getSelection()?.selectAllChildren(code);
		button.textContent = 'Selected';
	}
	setTimeout(() => {
		button.textContent = 'Copy';
	}, copiedFor);
});

customElements.define('link-filter', LinkFilter);
