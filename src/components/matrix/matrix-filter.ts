/**
 * The filter of the isolation matrix: hides the rows and editions that a reader did not choose.
 * It is hidden until its script runs. Its choices are in the address, so that a view can be shared.
 */
class MatrixFilter extends HTMLElement {
	/** Whether a row is shown only because the address points to it. */
	#beyond = false;

	connectedCallback() {
		const template = this.querySelector('template');
		if (!template) return;
		template.replaceWith(template.content);
		const form = this.querySelector('form');
		if (!form) return;

		this.#read(form);
		this.#show(form);
		// A view that was shared is explained; the whole table speaks for itself.
		if (this.#chosen(form)) this.#tell();
		const apply = () => {
			this.#write(form);
			this.#show(form);
			this.#tell();
		};
		// Some browsers fill in or empty the fields of a page that is shown again.
		addEventListener('pageshow', () => this.#show(form));
		form.addEventListener('change', apply);
		form.addEventListener('submit', (event) => event.preventDefault());
		form.querySelector('button')?.addEventListener('click', () => {
			form.reset();
			apply();
		});
		addEventListener('hashchange', () => {
			this.#show(form);
			if (this.#chosen(form)) this.#tell();
		});
		if (location.search) this.#linked()?.scrollIntoView();
	}

	/** The row that the address points to, directly or by one of its cells. */
	#linked() {
		const target = document.getElementById(location.hash.slice(1));
		return target && this.contains(target) ? target.closest('tr') : null;
	}

	#read(form: HTMLFormElement) {
		const query = new URLSearchParams(location.search);
		for (const field of form.querySelectorAll('input')) {
			if (query.getAll(field.name).includes(field.value)) field.checked = true;
		}
	}

	#chosen(form: HTMLFormElement): boolean {
		return [...new FormData(form).values()].some(Boolean);
	}

	#write(form: HTMLFormElement) {
		const address = new URL(location.href);
		address.searchParams.delete('edition');
		address.searchParams.delete('concern');
		for (const [name, value] of new FormData(form)) {
			if (value) address.searchParams.append(name, String(value));
		}
		history.replaceState(history.state, '', address);
	}

	#show(form: HTMLFormElement) {
		const chosen = new FormData(form);
		const edition = chosen.get('edition');
		const concerns = chosen.getAll('concern').map(String);
		const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
		const linked = this.#linked();
		this.#beyond = false;
		for (const row of rows) {
			const about = row.dataset['concerns']?.split(' ') ?? [];
			const fits = concerns.length === 0 || concerns.some((concern) => about.includes(concern));
			row.hidden = !fits && row !== linked;
			if (!fits && row === linked) this.#beyond = true;
		}
		// Entries that repeat the note above the table stay hidden, unless their edition is the only one shown.
		for (const entry of this.querySelectorAll<HTMLElement>('[data-edition]'))
			entry.hidden = edition
				? entry.dataset['edition'] !== edition
				: entry.dataset['once'] !== undefined;
	}

	/** Says how many rows are shown: after a change, not unasked. */
	#tell() {
		const rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')];
		const status = this.querySelector('[role="status"]');
		const shown = rows.filter((row) => !row.hidden).length;
		const beyond = this.#beyond ? ', one of them because the address points to it' : '';
		if (status) status.textContent = `${shown} of ${rows.length} rows shown${beyond}.`;
	}
}

customElements.define('matrix-filter', MatrixFilter);
