/** The element in which the reader chooses files: hands them to the check, which it fetches with the first ones. */
import { withBase } from '~/lib/address.ts';
import { repeatable } from '../guide/state/import-again.ts';
import type { Given } from './given.ts';
import type { CheckedPlan } from './parts-of-plan.ts';

const loadPlan = repeatable(() => import('./parts-of-plan.ts'));
const loadCheck = repeatable(() => import('./show-check.tsx'));

class SplitCheckElement extends HTMLElement {
	#plan: Promise<CheckedPlan | undefined> = Promise.resolve(undefined);

	connectedCallback(): void {
		this.#plan = this.#takePlan();
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
			void this.#check({ text });
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

	/** The plan that the address brings, if it brings one; said on the page, and its parts are taken for the check. */
	async #takePlan(): Promise<CheckedPlan | undefined> {
		const said = this.querySelector<HTMLElement>('[data-split-plan]');
		if (!said || location.search.length < 2) return undefined;
		try {
			const { partsOfPlan } = await loadPlan();
			const plan = partsOfPlan(location.search);
			if (!plan) return undefined;
			const link = said.querySelector('a')!;
			link.textContent = plan.title;
			link.href = withBase(plan.address);
			for (const each of said.querySelectorAll<HTMLElement>('[data-split-naming]'))
				each.hidden = each.dataset['splitNaming'] !== plan.naming;
			said.hidden = false;
			return plan;
		} catch {
			// Without its script the reader says what the parts are, as everybody does who comes without a plan.
			return undefined;
		}
	}

	async #check(given: Given): Promise<void> {
		const place = this.querySelector<HTMLElement>('[data-split-app]');
		const late = this.querySelector<HTMLElement>('[data-split-late]');
		if (!place || !late) return;
		late.hidden = true;
		try {
			const { showCheck } = await loadCheck();
			showCheck(place, given, await this.#plan);
		} catch {
			late.hidden = false;
		}
	}
}

customElements.define('split-check', SplitCheckElement);
