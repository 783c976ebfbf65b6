import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { OnDemand } from '../../src/components/guide/result/OnDemand.tsx';

afterEach(cleanup);

/** Opens a part whose script fails to arrive so many times. */
function open(failures: number) {
	let asked = 0;
	render(
		<OnDemand
			summary="A part"
			holds="What is in it."
			about="What it is."
			load={async () => {
				asked += 1;
				if (asked <= failures) throw new TypeError('Importing a module script failed.');
				return { words: 'It has arrived.' };
			}}
		>
			{({ words }) => <p>{words}</p>}
		</OnDemand>,
	);
	const details = screen.getByText('A part').closest('details')!;
	details.open = true;
	fireEvent(details, new Event('toggle'));
}

/** Each time it asks once more by itself, after a moment. */
const later = { timeout: 10_000 };

test('a part whose script has not arrived is fetched again by itself', async () => {
	open(1);
	await screen.findByText('It has arrived.', undefined, later);
	expect(screen.queryByRole('button')).toBeNull();
});

test('what has not arrived by itself is fetched again when asked for', async () => {
	open(2);
	fireEvent.click(await screen.findByRole('button', { name: 'Try again' }, later));
	await screen.findByText('It has arrived.');
	expect(screen.queryByRole('button')).toBeNull();
});

test('when that fails too, a reload is offered, because a newer version may be online', async () => {
	open(4);
	fireEvent.click(await screen.findByRole('button', { name: 'Try again' }, later));
	await screen.findByRole('button', { name: 'Reload the page' }, later);
	await screen.findByText(/newer version/);
	expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});
