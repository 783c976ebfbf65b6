/** The second click of a double click, when the first one replaced what was under the pointer. */
import { cleanup, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ignoringSecondClicks } from '../../src/components/guide/state/second-click.ts';

const pressed = vi.fn();
const clicks = ignoringSecondClicks();

/** Two steps, each with a button of its own; a third button always stays. */
function Steps() {
	const [step, setStep] = useState('first');
	return (
		<div {...clicks}>
			<button
				key={step}
				type="button"
				onClick={() => {
					pressed(step);
					setStep('second');
				}}
			>
				{step}
			</button>
			<button type="button" onClick={() => pressed('stays')}>
				stays
			</button>
		</div>
	);
}

let time: number;
beforeEach(() => {
	// Each test starts long after the clicks of the one before.
	time = (time ?? 0) + 60_000;
	pressed.mockReset();
	render(<Steps />);
});
afterEach(cleanup);

/** Presses and lets go; returns whether the press may move focus. */
async function click(name: string, { after = 100, x = 10, detail = 1 } = {}): Promise<boolean> {
	time += after;
	const event = (type: string) => {
		const made = new MouseEvent(type, {
			bubbles: true,
			cancelable: true,
			clientX: x,
			clientY: 10,
			detail,
		});
		Object.defineProperty(made, 'timeStamp', { value: time });
		return made;
	};
	const button = await screen.findByRole('button', { name });
	const moves = button.dispatchEvent(event('mousedown'));
	button.dispatchEvent(event('click'));
	return moves;
}

const seen = () => pressed.mock.calls.flat();

test('it does nothing, and leaves focus where it is', async () => {
	expect(await click('first')).toBe(true);
	expect(await click('second', { detail: 2 })).toBe(false);
	expect(seen()).toEqual(['first']);
});

test('a third click on the same place counts once the time is over', async () => {
	await click('first');
	await click('second', { detail: 2 });
	await click('second', { after: 600 });
	expect(seen()).toEqual(['first', 'second']);
});

test.each([
	['later', { after: 600 }],
	['elsewhere', { x: 40 }],
	['with the keyboard', { detail: 0 }],
])('a click %s counts', async (_, how) => {
	await click('first');
	expect(await click('second', how)).toBe(true);
	expect(seen()).toEqual(['first', 'second']);
});

test('a double click on what stays counts twice', async () => {
	await click('stays');
	await click('stays', { detail: 2 });
	expect(seen()).toEqual(['stays', 'stays']);
});
