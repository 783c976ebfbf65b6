/** Makes self links copy the full address and announces it. The browser still follows the link. */

/** How long the message is shown, in milliseconds. */
const saidFor = 4000;

const said = document.querySelector<HTMLElement>('[data-link-said]');
let timer: ReturnType<typeof setTimeout> | undefined;

function say(words: string): void {
	if (!said) return;
	clearTimeout(timer);
	said.textContent = words;
	timer = setTimeout(() => {
		said.textContent = '';
	}, saidFor);
}

document.addEventListener('click', async (event) => {
	if (!(event.target instanceof Element) || event.button !== 0) return;
	if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
	const link = event.target.closest<HTMLAnchorElement>('a.self-link, a.sl-anchor-link');
	if (!link) return;
	// Without the query, which is not part of the place.
	const address = location.origin + location.pathname + link.hash;
	try {
		await navigator.clipboard.writeText(address);
		say('Link copied.');
	} catch {
		say('The link is in the address bar: copy it from there.');
	}
});
