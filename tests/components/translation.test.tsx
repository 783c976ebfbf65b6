import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Drill } from '../../src/components/failures/Drill.tsx';
import { NameChecker } from '../../src/components/names/NameChecker.tsx';
import { translated } from '../support/translated.ts';

afterEach(cleanup);

const textOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The same steps on an island as it is and on one that a browser has translated before each step. */
function texts(show: () => Element, steps: readonly (() => void)[]) {
	const walk = (translate: boolean) => {
		const island = show();
		const said = steps.map((step) => {
			if (translate) expect(translated(island)).toBeGreaterThan(0);
			step();
			return textOf(island);
		});
		cleanup();
		return said;
	};
	return { plain: walk(false), translated: walk(true) };
}

const radios = (name: RegExp) =>
	[...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')].filter((radio) =>
		name.test(radio.name),
	);
const pick = (name: RegExp, index: number) => () => void fireEvent.click(radios(name)[index]!);
const press = (index: number) => () =>
	void fireEvent.click(document.querySelectorAll('button.dg-box-name')[index]!);
const choose = (index: number, option: number) => () => {
	const select = document.querySelectorAll('select')[index]!;
	fireEvent.change(select, { target: { value: select.options[option]!.value } });
};

test('the drill says what is true on a page that the browser has translated', () => {
	const { plain, translated: after } = texts(
		() => render(<Drill />).container,
		[
			press(1),
			pick(/failure/, 2),
			press(0),
			pick(/failure/, 1),
			pick(/failure/, 4),
			choose(0, 1),
			pick(/edition/, 1),
			press(2),
			choose(2, 0),
			pick(/edition/, 0),
			() => void fireEvent.click(screen.getByRole('button', { name: /Reset/ })),
			press(1),
			pick(/failure/, 0),
		],
	);
	expect(new Set(plain).size).toBeGreaterThan(5);
	expect(after).toEqual(plain);
});

test('the name checker says what is true on a page that the browser has translated', () => {
	const check =
		(name: string, kind = 0) =>
		() => {
			const [select] = document.querySelectorAll('select');
			const field = document.querySelector<HTMLInputElement>('input[name=name]')!;
			select!.value = select!.options[kind]!.value;
			field.value = name;
			fireEvent.submit(field.form!);
		};
	const { plain, translated: after } = texts(
		() => render(<NameChecker />).container,
		[
			check('acme.projectA'),
			check('Ünïcode Name'),
			() => void fireEvent.click(screen.getByRole('button', { name: /Use this name/ })),
			check(''),
			check('acme', 1),
			check('acme', 0),
		],
	);
	expect(new Set(plain).size).toBeGreaterThan(4);
	expect(after).toEqual(plain);
});

test('names are not translated', () => {
	render(<Drill />);
	for (const name of document.querySelectorAll('.dg-box-name'))
		expect(name.getAttribute('translate'), textOf(name)).toBe('no');
	expect(document.querySelectorAll('.dg-box-name').length).toBeGreaterThan(4);
});
