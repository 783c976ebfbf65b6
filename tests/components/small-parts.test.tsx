import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { EffectTag } from '../../src/components/failures/EffectTag.tsx';
import { ImpactView } from '../../src/components/failures/ImpactView.tsx';
import { WorstCases } from '../../src/components/failures/WorstCases.tsx';
import { Quoting } from '../../src/components/names/IsolatedQuotes.tsx';
import { type IconName, LevelIcon } from '../../src/components/plan/Icon.tsx';
import { StageTag, stageWord } from '../../src/components/plan/StageTag.tsx';
import { drawnSiblings, mostDrawn } from '../../src/components/plan/siblings.ts';
import { InlineCode } from '../../src/components/prose/InlineCode.tsx';
import { affected, failuresOf, worstCases } from '../../src/guide/insight/failure-impact.ts';
import { layouts } from '../../src/guide/insight/layouts.ts';
import { boxesOf } from '../../src/guide/plan/boxes.ts';

afterEach(cleanup);

const icons: readonly IconName[] =
	'instance tenant namespace production development between everything untouched at-risk down people key laptop pipeline git failure'.split(
		' ',
	) as IconName[];

test('no two icons are alike, and screen readers hear none', () => {
	const drawn = icons.map((name) => {
		const { container } = render(<LevelIcon name={name} />);
		const svg = container.querySelector('svg')!;
		expect(svg.getAttribute('aria-hidden')).toBe('true');
		return svg.innerHTML;
	});
	expect(new Set(drawn).size).toBe(icons.length);
});

test.each([
	[{ name: 'production', role: 'production' }, 'Production'],
	[{ name: 'prod', role: 'production' }, 'Prod'],
	[{ name: 'live', role: 'production' }, 'Live (production)'],
	[{ name: 'dev', role: 'development' }, 'Dev'],
	[{ name: 'staging', role: 'between' }, 'Staging'],
] as const)('the stage %o is called “%s”', (stage, word) => {
	expect(stageWord(stage)).toBe(word);
	const { container } = render(<StageTag stage={stage} />);
	expect(container.textContent.trim()).toBe(word);
	expect(container.querySelector('[data-stage]')?.getAttribute('data-stage')).toBe(stage.role);
});

test('backticks mark code, and nothing becomes markup', () => {
	const { container } = render(<InlineCode text="Write `a <b>` or `c`, not <i>d</i>." />);
	expect([...container.querySelectorAll('code')].map((code) => code.textContent)).toEqual([
		'a <b>',
		'c',
	]);
	expect(container.textContent).toBe('Write a <b> or c, not <i>d</i>.');
	expect(container.querySelector('i')).toBeNull();
});

test('quoted text is isolated from the direction of the sentence', () => {
	const hebrew = '“\u05d0\u05d1”';
	const { container } = render(<Quoting text={`${hebrew} is not “b”.`} />);
	expect([...container.querySelectorAll('bdi')].map((quote) => quote.textContent)).toEqual([
		hebrew,
		'“b”',
	]);
	expect(container.textContent).toBe(`${hebrew} is not “b”.`);
});

test('siblings that are alike are drawn as one when there are too many, where the first stands', () => {
	const few = Array.from({ length: mostDrawn }, (_, at) => `a${at}`);
	const alike = (item: string) => item[0];
	expect(drawnSiblings(few, alike).map(({ all }) => all.length)).toEqual(few.map(() => 1));
	const many = ['b0', ...few, 'b1', 'a9'];
	expect(drawnSiblings(many, alike)).toEqual([
		{ shown: 'b0', all: ['b0'] },
		{ shown: 'a0', all: [...few, 'a9'] },
		{ shown: 'b1', all: ['b1'] },
	]);
	const apart = drawnSiblings(
		many,
		(item) => (item === 'a1' ? undefined : item[0]),
		() => 1,
	);
	expect(apart.map(({ shown }) => shown)).toEqual(['b0', 'a0', 'a1']);
});

test('an effect has a word, its own unless another is given', () => {
	const words = (['untouched', 'at-risk', 'down'] as const).map((effect) => {
		const { container } = render(<EffectTag effect={effect} />);
		return container.textContent.trim();
	});
	expect(new Set(words).size).toBe(3);
	const { container } = render(<EffectTag effect="down" word="Deleted" />);
	expect(container.textContent.trim()).toBe('Deleted');
});

test('every failure is summed up, with its boxes counted and rows of the matrix', () => {
	// Drawing every layout takes long, and a seventh of them are of both editions and of all sizes.
	for (const { id, topology } of layouts.filter((_, at) => at % 7 === 0))
		for (const failure of failuresOf(topology.edition)) {
			const [box] = boxesOf(topology);
			const { container } = render(
				<ImpactView topology={topology} failure={failure} where={box!.id} label="Layout" />,
			);
			const name = `${failure.id} in ${id}`;
			expect(container.textContent, name).not.toMatch(/undefined|NaN|\[object/);
			const effects = [...affected(topology, failure, box!.id).values()];
			const down = effects.filter(({ effect }) => effect === 'down').length;
			expect(container.querySelector('.dg-counts')?.textContent, name).toMatch(
				new RegExp(`^${down} `),
			);
			expect(container.querySelectorAll('a').length, name).toBeGreaterThan(0);
			cleanup();
		}
});

test('a layout in which nothing has happened shows no effect', () => {
	const { topology } = layouts[0]!;
	const [failure] = failuresOf(topology.edition);
	const { container } = render(
		<ImpactView topology={topology} failure={failure!} where={undefined} label="Layout" />,
	);
	expect(container.querySelectorAll('[data-box]').length).toBeGreaterThan(0);
	expect(container.querySelector('[data-effect]')).toBeNull();
});

test('the worst cases of every layout are told, those among groups where there are groups', () => {
	const groups = new Set<boolean>();
	for (const { id, topology } of layouts) {
		const { container } = render(<WorstCases topology={topology} />);
		const cases = worstCases(topology);
		const among = cases.filter((each) => each.groups).length;
		groups.add(among > 0);
		expect(container.querySelectorAll('li'), id).toHaveLength(cases.length + among);
		expect(container.textContent, id).not.toMatch(/undefined|NaN|\[object/);
		cleanup();
	}
	expect(groups).toEqual(new Set([true, false]));
});
