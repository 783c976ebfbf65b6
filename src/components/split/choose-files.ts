/** The element in which the reader chooses files: hands them to the check, which it fetches with the first ones. */
import type { Given } from './given.ts';

class SplitCheckElement extends HTMLElement {
	connectedCallback(): void {
		this.addEventListener('change', ({ target }) => {
			if (!(target instanceof HTMLInputElement) || !target.matches('[data-split-files]')) return;
			const files = [...(target.files ?? [])];
			// Choosing the same folder again, after a change in it, must be a change.
			target.value = '';
			if (files.length > 0) void this.#check({ files });
		});
		this.addEventListener('submit', (event) => {
			event.preventDefault();
			const text = this.querySelector('textarea')?.value ?? '';
			if (text.trim() !== '') void this.#check({ text });
		});
		const box = this.querySelector('[data-split-drop]');
		for (const name of ['dragenter', 'dragover'])
			box?.addEventListener(name, (event) => {
				event.preventDefault();
				box.toggleAttribute('data-over', true);
			});
		for (const name of ['dragleave', 'drop'])
			box?.addEventListener(name, () => box.removeAttribute('data-over'));
		box?.addEventListener('drop', (event) => {
			if (!(event instanceof DragEvent) || !event.dataTransfer) return;
			event.preventDefault();
			// The list is emptied when this event ends: take the entries at once.
			const entries = [...event.dataTransfer.items].flatMap(
				(item) => item.webkitGetAsEntry?.() ?? [],
			);
			const files = [...event.dataTransfer.files];
			if (entries.length > 0) void this.#check({ entries });
			else if (files.length > 0) void this.#check({ files });
		});
	}

	async #check(given: Given): Promise<void> {
		const place = this.querySelector<HTMLElement>('[data-split-app]');
		const late = this.querySelector<HTMLElement>('[data-split-late]');
		if (!place || !late) return;
		late.hidden = true;
		try {
			const { showCheck } = await import('./show-check.tsx');
			showCheck(place, given);
		} catch {
			late.hidden = false;
		}
	}
}

customElements.define('split-check', SplitCheckElement);
