/**
 * When the fragment of the address is not on the page, follows its redirect, or shows a note.
 * The redirects of this page's places are in the page itself, with the base path in their addresses.
 */
import { fragmentOf, withoutEnding } from '~/lib/fragment.ts';

const note = document.querySelector<HTMLElement>('[data-lost]');
/** Rendered at all times, so that screen readers announce what is put into it. */
const words = note?.querySelector<HTMLElement>('[role="status"]');
const ways = note?.querySelector<HTMLElement>('[data-ways]');

function hide(): void {
	if (!words || !ways) return;
	words.textContent = '';
	ways.hidden = true;
}

function look(): void {
	if (!note || !words || !ways) return;
	hide();
	const id = fragmentOf(location.hash);
	// The parts of a plan come with its script, which opens the one that the address names.
	if (id === undefined || id.startsWith('dg-') || document.getElementById(id)) return;
	const moved = JSON.parse(note.dataset['lost'] ?? '{}') as Readonly<Record<string, string>>;
	const cut = withoutEnding(id);
	const known = [id, cut].find((each) => Object.hasOwn(moved, each));
	const target = known === undefined ? undefined : moved[known];
	if (target !== undefined) {
		const to = new URL(target, location.href);
		if (to.pathname === location.pathname) to.search = location.search;
		location.replace(to);
		return;
	}
	if (cut !== id && document.getElementById(cut)) {
		location.replace(`#${cut}`);
		return;
	}
	ways.hidden = false;
	const shown = id.length > 40 ? `${id.slice(0, 40)}…` : id;
	words.textContent = `There is no section “${shown}” on this page.`;
}

note?.addEventListener('click', ({ target }) => {
	if (target instanceof Element && target.closest('button')) hide();
});
addEventListener('hashchange', look);
look();
