/**
 * When the fragment of the address is not on the page, follows its redirect, or shows a note.
 * The redirects of this page's places are in the page itself, with the base path in their addresses.
 */
import { fragmentOf } from '~/lib/fragment.ts';

const note = document.querySelector<HTMLElement>('[data-lost]');
const words = note?.querySelector<HTMLElement>('[role="status"]');

function look(): void {
	if (!note || !words) return;
	note.hidden = true;
	words.textContent = '';
	const id = fragmentOf(location.hash);
	// The parts of a plan come with its script, which opens the one that the address names.
	if (id === undefined || id.startsWith('dg-') || document.getElementById(id)) return;
	const moved = JSON.parse(note.dataset['lost'] ?? '{}') as Readonly<Record<string, string>>;
	const target = Object.hasOwn(moved, id) ? moved[id] : undefined;
	if (target !== undefined) {
		const to = new URL(target, location.href);
		if (to.pathname === location.pathname) to.search = location.search;
		location.replace(to);
		return;
	}
	note.hidden = false;
	const shown = id.length > 40 ? `${id.slice(0, 40)}…` : id;
	words.textContent = `There is no section “${shown}” on this page.`;
}

note?.addEventListener('click', ({ target }) => {
	if (target instanceof Element && target.closest('button')) note.hidden = true;
});
addEventListener('hashchange', look);
look();
