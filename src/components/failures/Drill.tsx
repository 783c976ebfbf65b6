import { useEffect, useState } from 'preact/hooks';
import {
	boxAt,
	counterpart,
	courseOf,
	failuresOf,
	impactSummary,
	leafAt,
	placeOf,
} from '~/guide/insight/failure-impact.ts';
import type { GroupSplit, Split, StageSplit } from '~/guide/insight/layouts.ts';
import { admits, groupSplits, layoutOf, stageSplits } from '~/guide/insight/layouts.ts';
import type { Failure } from '~/guide/kestra/failures.ts';
import { decisionOf } from '~/guide/kestra/lookup.ts';
import type { Edition } from '~/guide/kestra/matrix-types.ts';
import { editions, matrixWords } from '~/guide/kestra/matrix-types.ts';
import type { Topology } from '~/guide/kestra/topology.ts';
import type { BoxId } from '~/guide/plan/boxes.ts';
import { boxesOf } from '~/guide/plan/boxes.ts';
import { leavesOf } from '~/guide/plan/isolation.ts';
import { withBase } from '~/lib/address.ts';
import { useShownAgain } from '~/lib/use-shown-again.ts';
import { ImpactView } from './ImpactView.tsx';
import { WorstCases } from './WorstCases.tsx';

/** What a side shows: the reader's own plan, or a layout by what separates its stages and its groups. */
interface Choice {
	readonly stages: StageSplit | 'own';
	readonly groups: GroupSplit;
}

/** The box where the failure happens, and its side. */
interface ChosenOrigin {
	readonly side: 0 | 1;
	readonly box: BoxId;
}

interface Props {
	/** The reader's own plan, offered beside the layouts. */
	readonly own?: Topology;
	/** Unique on the page; prefix of element ids. */
	readonly id?: string;
}

type Sides = readonly [Choice, Choice];

const sideNames = ['First layout', 'Second layout'] as const;

/** Shows the same failure, at the same place, in two layouts side by side. */
export function Drill({ own, id = 'drill' }: Props) {
	const [ready, setReady] = useState(false);
	useEffect(() => setReady(true), []);
	const [edition, setEdition] = useState<Edition>(own?.edition ?? 'enterprise');
	const [failureId, setFailureId] = useState('instance-down');
	const [sides, setSides] = useState<Sides>([
		{ stages: own ? 'own' : 'namespace-per-stage', groups: 'nothing-to-separate' },
		{ stages: own ? contrastTo(own) : 'two-instances', groups: 'nothing-to-separate' },
	]);
	// Until the reader chooses a place, the first box of the first side is the example.
	const [chosen, setChosen] = useState<ChosenOrigin | 'example' | 'none'>('example');
	const [acted, setActed] = useState(false);
	const shownAgain = useShownAgain();

	const known = failuresOf(edition);
	const failure = known.find((each) => each.id === failureId) ?? known[0]!;
	const topologies = sides.map((choice) => drawn(choice, edition, own));
	const origin = originsOf(chosen, topologies);
	const says = origin
		? sentences(failure, topologies, origin)
		: 'Nothing has happened. Press the name of a box.';

	const act = (change: () => void) => {
		setActed(true);
		change();
	};
	/** Changes the layouts and keeps the failure where it was: at the same stage of the same group. */
	const redraw = (next: Sides, nextEdition: Edition) =>
		act(() => {
			setSides(next);
			setEdition(nextEdition);
			if (origin && typeof chosen === 'object') {
				const leaf = leafAt(topologies[chosen.side]!, origin[chosen.side]!);
				const topology = drawn(next[chosen.side], nextEdition, own);
				setChosen({ ...chosen, box: boxAt(topology, counterpart(leaf, topology)) });
			}
		});

	return (
		<fieldset class="dg-drill not-content" disabled={!ready} data-drill={id}>
			<legend class="sr-only">Let something go wrong and see what fails together</legend>
			{own && <WorstCases topology={own} />}
			<div class="dg-controls" key={`controls ${shownAgain}`}>
				{!own && (
					<Choices
						name={`${id}-edition`}
						legend="Edition"
						options={editions.map((each) => ({ id: each, title: matrixWords.editions[each] }))}
						chosen={edition}
						onChoose={(chosen) => redraw(sides, chosen)}
					/>
				)}
				<Choices
					name={`${id}-failure`}
					legend="What happens"
					options={known}
					chosen={failure.id}
					onChoose={(chosen) => act(() => setFailureId(chosen))}
				/>
				<p class="dg-tells" key={`${failure.id} ${edition}`}>
					{courseOf(failure, edition).tells}{' '}
					<span class="dg-with-script">Press the name of a box to let it happen there.</span>
				</p>
			</div>
			<div class="dg-drill-sides">
				{sides.map((choice, index) => {
					const side = index as 0 | 1;
					return (
						<section class="dg-side" key={side} aria-label={sideNames[side]} data-side={side + 1}>
							<Layout
								key={shownAgain}
								choice={choice}
								edition={edition}
								hasOwn={own !== undefined}
								onChange={(changed) =>
									redraw(side === 0 ? [changed, sides[1]] : [sides[0], changed], edition)
								}
							/>
							<ImpactView
								topology={topologies[side]!}
								failure={failure}
								where={origin?.[side]}
								label={sideNames[side]}
								onOrigin={(box) => act(() => setChosen({ side, box }))}
							/>
						</section>
					);
				})}
			</div>
			<p class="dg-tells" key={`helps ${failure.id} ${edition}`}>
				<strong>What helps.</strong> {courseOf(failure, edition).helps} Separate instances are drawn
				as they should be: each with{' '}
				<a href={withBase('/concepts/instances/#own-database')}>
					a database, a storage and workers of its own
				</a>
				.
			</p>
			<button type="button" class="dg-reset" onClick={() => act(() => setChosen('none'))}>
				Reset
			</button>
			<p class="sr-only" role="status">
				{acted && <span key={says}>{says}</span>}
			</p>
		</fieldset>
	);
}

/** The most instructive layout to show beside a plan: instances beside one without, a weaker separation beside instances. */
function contrastTo({ edition, instances }: Topology): StageSplit {
	const apart = instances.some(({ stages }) => stages[0]?.role === 'production');
	if (!apart) return 'two-instances';
	return edition === 'enterprise' ? 'tenant-per-stage' : 'namespace-per-stage';
}

/** The layout to draw: the chosen one, or the nearest that the edition has. */
function drawn({ stages, groups }: Choice, edition: Edition, own: Topology | undefined): Topology {
	if (stages === 'own' && own) return own;
	const stageSplit = available(stageSplits, stages, edition);
	const groupSplit = available(groupSplits, groups, edition);
	return layoutOf(edition, stageSplit, groupSplit)!.topology;
}

/** The chosen split where the edition has it, otherwise the next weaker one. */
function available<Id extends string>(
	splits: readonly Split<Id>[],
	chosen: string,
	edition: Edition,
): Id {
	const index = splits.findIndex(({ id }) => id === chosen);
	return splits.slice(0, index + 1).findLast((split) => admits(edition, split))!.id;
}

/** Where the failure happens on each side: the pressed box, and the box with the same work on the other side. */
function originsOf(
	chosen: ChosenOrigin | 'example' | 'none',
	topologies: readonly Topology[],
): readonly BoxId[] | undefined {
	if (chosen === 'none') return undefined;
	// After a change of names the pressed box may no longer exist.
	const stands =
		chosen !== 'example' &&
		[...boxesOf(topologies[chosen.side]!)].some(({ id }) => id === chosen.box);
	const { side, box } = stands
		? chosen
		: { side: 0, box: boxAt(topologies[0]!, leavesOf(topologies[0]!)[0]!) };
	const leaf = leafAt(topologies[side]!, box);
	return topologies.map((topology, index) =>
		index === side ? box : boxAt(topology, counterpart(leaf, topology)),
	);
}

/** The effect on both sides in words, for screen readers. */
function sentences(
	failure: Failure,
	topologies: readonly Topology[],
	origin: readonly BoxId[],
): string {
	const told = topologies.map((topology, side) => {
		const where = origin[side]!;
		const { production, others } = impactSummary(topology, failure, where);
		const place = placeOf(topology, failure, where).name;
		const verdicts = [production, ...(others ? [others] : [])].map(({ says }) => `${says}.`);
		return `${sideNames[side]}, happened at ${place}: ${verdicts.join(' ')}`;
	});
	return `${failure.title}. ${told.join(' ')}`;
}

function Choices<Id extends string>(props: {
	readonly name: string;
	readonly legend: string;
	readonly options: readonly { readonly id: Id; readonly title: string }[];
	readonly chosen: Id;
	readonly onChoose: (id: Id) => void;
}) {
	return (
		<fieldset class="dg-choices">
			<legend>{props.legend}</legend>
			{props.options.map(({ id, title }) => (
				<label key={id}>
					<input
						type="radio"
						name={props.name}
						value={id}
						autocomplete="off"
						checked={id === props.chosen}
						onChange={() => props.onChoose(id)}
					/>
					{title}
				</label>
			))}
		</fieldset>
	);
}

function Layout(props: {
	readonly choice: Choice;
	readonly edition: Edition;
	readonly hasOwn: boolean;
	readonly onChange: (choice: Choice) => void;
}) {
	const { choice, edition, hasOwn, onChange } = props;
	const isOwn = hasOwn && choice.stages === 'own';
	const stages = isOwn ? 'own' : available(stageSplits, choice.stages, edition);
	const groups = available(groupSplits, choice.groups, edition);
	const fellBack = !isOwn && (stages !== choice.stages || groups !== choice.groups);
	return (
		<div class="dg-layout">
			<label>
				{decisionOf('stages').short}
				<select
					value={stages}
					autocomplete="off"
					onChange={({ currentTarget }) =>
						onChange({ ...choice, stages: currentTarget.value as Choice['stages'] })
					}
				>
					{hasOwn && (
						<option value="own" selected={isOwn}>
							Your plan
						</option>
					)}
					<Options splits={stageSplits} edition={edition} chosen={stages} />
				</select>
			</label>
			{!isOwn && (
				<label>
					{decisionOf('groups').short}
					<select
						value={groups}
						autocomplete="off"
						onChange={({ currentTarget }) =>
							onChange({ ...choice, groups: currentTarget.value as GroupSplit })
						}
					>
						<Options splits={groupSplits} edition={edition} chosen={groups} />
					</select>
				</label>
			)}
			{fellBack && (
				<p class="dg-tells">
					Open source has no tenants besides <code>main</code>, so namespaces take their place.
				</p>
			)}
			{stages === 'tenant-per-stage' && (
				<p class="dg-tells">
					The guide <a href={withBase('/concepts/tenants/#not-for-stages')}>never recommends</a>{' '}
					this layout.
				</p>
			)}
		</div>
	);
}

function Options(props: {
	readonly splits: readonly Split<string>[];
	readonly edition: Edition;
	readonly chosen: string;
}) {
	return (
		<>
			{props.splits.map((split) => (
				<option
					key={`${split.id} ${admits(props.edition, split)}`}
					value={split.id}
					disabled={!admits(props.edition, split)}
					selected={split.id === props.chosen}
				>
					{split.label}
					{!admits(props.edition, split) && ' (Enterprise)'}
				</option>
			))}
		</>
	);
}
