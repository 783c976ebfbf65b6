/** Turns chosen answers into a link to the guide, also as Markdown. */
import { nextQuestion } from '~/guide/engine/engine.ts';
import { link } from '~/guide/export/markdown.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import { guideAddress } from '~/guide/url/query.ts';

class PresetBuilder extends HTMLElement {
	connectedCallback() {
		const template = this.querySelector('template');
		if (!template) return;
		template.replaceWith(template.content);
		const form = this.querySelector('form');
		form?.addEventListener('change', () => this.#show(form));
		form?.addEventListener('submit', (event) => event.preventDefault());
		this.addEventListener('click', ({ target }) => {
			const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
			if (button) void this.#copy(button);
		});
		if (!form) return;
		this.#show(form);
		// Browsers fill in again what was chosen before another page was visited.
		addEventListener('pageshow', () => this.#show(form));
	}

	#show(form: HTMLFormElement) {
		const chosen = [...new FormData(form)].filter(([, value]) => value !== '');
		const answers = Object.fromEntries(chosen.map(([id, value]) => [id, String(value)]));
		const given = Object.keys(answers);
		const path = guideAddress(answers, given.length > 0 ? [['set', given.join('.')]] : []);
		const address = (this.dataset['guideAddress'] ?? '') + path.slice('/guide/'.length);
		this.#field('preset-link').value = address;
		this.#field('preset-markdown').value = link('Which Kestra environments do you need?', address);
		const open = this.querySelector<HTMLAnchorElement>('[data-open]');
		if (open) open.search = path.slice('/guide/'.length);

		const next = kestra.questions.find(({ id }) => id === nextQuestion(kestra, answers));
		this.#say(
			given.length === 0
				? 'Nothing chosen yet: this is the plain link.'
				: next
					? `The guide begins with: ${next.asks}`
					: 'Nothing is left to ask: the guide opens at the plan.',
		);
	}

	async #copy(button: HTMLElement) {
		const field = this.#field(button.dataset['copy'] ?? '');
		try {
			await navigator.clipboard.writeText(field.value);
			this.#say('Copied.');
		} catch {
			field.select();
			this.#say('Selected: copy it from the field.');
		}
	}

	#field(id: string) {
		return this.querySelector<HTMLTextAreaElement>(`#${id}`)!;
	}

	#say(words: string) {
		const status = this.querySelector('[data-says]');
		if (status) status.textContent = words;
	}
}

customElements.define('preset-builder', PresetBuilder);
