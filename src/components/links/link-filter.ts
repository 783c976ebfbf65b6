/** Filters the lists of links as the reader types, and adds to each link a button that copies its Markdown. */

/** How long “Copied” stands on a button, in milliseconds. */
const copiedFor = 2000;

class LinkFilter extends HTMLElement {
	connectedCallback() {
		const template = this.querySelector('template');
		if (!template) return;
		template.replaceWith(template.content);
		const input = this.querySelector('input');
		const status = this.querySelector<HTMLElement>('[role="status"]');
		if (!input || !status) return;

		const rows = [...document.querySelectorAll<HTMLElement>('.link-list li')].map((row) => {
			const code = row.querySelector('code');
			row.append(copyButton(row.querySelector('a')?.textContent ?? ''));
			return { row, words: (code?.textContent ?? '').toLowerCase() };
		});
		const groups = [...document.querySelectorAll<HTMLElement>('[data-link-group]')];

		const apply = () => {
			const wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
			let shown = 0;
			for (const { row, words } of rows) {
				row.hidden = !wanted.every((word) => words.includes(word));
				if (!row.hidden) shown++;
			}
			for (const group of groups) group.hidden = !group.querySelector('li:not([hidden])');
			for (const list of document.querySelectorAll<HTMLElement>('.link-list'))
				list.dataset['empty'] = String(!list.querySelector('li:not([hidden])'));
			status.textContent =
				wanted.length === 0
					? `${rows.length} addresses.`
					: shown === 0
						? 'No address has these words.'
						: `${shown} of ${rows.length} addresses.`;
		};
		input.addEventListener('input', apply);
		this.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
		apply();
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
