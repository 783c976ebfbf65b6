import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { questionsOf } from '~/guide/engine/engine.ts';
import { UNKNOWN } from '~/guide/engine/model.ts';
import type { BothEditions } from '~/guide/insight/editions.ts';
import { bothEditions } from '~/guide/insight/editions.ts';
import { verdictsOf } from '~/guide/insight/verdicts-of.ts';
import { kestra, rulesDate, rulesVersion } from '~/guide/kestra/decision-model.ts';
import type { DecisionId } from '~/guide/kestra/decisions.ts';
import { decisions } from '~/guide/kestra/decisions.ts';
import { answerLabel, decisionOf, outcomeOf, questionOf } from '~/guide/kestra/lookup.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { planFor } from '~/guide/plan/plan.ts';
import { guideAddress } from '~/guide/url/query.ts';
import { withBase } from '~/lib/address.ts';
import { dayInWords } from '~/lib/dates.ts';
import { fullAddress, readersDay } from '../state/browser.ts';
import type { GuideControls } from '../state/use-guide.ts';
import { useLanding } from '../state/use-landing.ts';
import type { OwnNames } from '../state/use-names.ts';
import { useScript } from '../state/use-script.ts';
import { Actions } from './Actions.tsx';
import type { EditionId } from './Editions.tsx';
import { TopRisks, TwoPlans, Worth } from './Editions.tsx';
import { SectionLink } from './links.tsx';
import { PlanVersion } from './Part.tsx';
import { PlanHead } from './PlanHead.tsx';
import { Refinements } from './Refinements.tsx';

const loadParts = () => import('./Parts.tsx');

interface Props {
	readonly controls: GuideControls;
	readonly own: OwnNames;
	/** What the last answer did. */
	readonly effect: ComponentChildren;
}

/**
 * The plan for the answers: in one look what to build, why, what was assumed, what is risked and how to take it along;
 * below, closed, everything that a design review asks about it.
 */
export function Result({ controls, own, effect }: Props) {
	const { session, moved } = controls;
	const given = session.answers;
	const article = useRef<HTMLElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	const names = own.usable;
	const named = Object.keys(names).length > 0;
	/** The plans for both editions, for a reader who has not decided on one. */
	const both = useMemo(
		() => (given['edition'] === UNKNOWN ? bothEditions(given, names) : undefined),
		[given, names],
	);
	const [shown, setShown] = useState<EditionId>('open-source');
	/** The refinement that the reader changed last; absent until then, so that nothing is announced before. */
	const [refined, setRefined] = useState<string>();
	const refine = (question: string, value: string) => {
		controls.refine(question, value);
		setRefined(`${questionOf(question).short}: ${answerLabel(question, value)}`);
	};
	const plan = useMemo(() => planFor(given, names), [given, names]);
	// The parts below the first look are fetched and drawn once it is painted.
	const parts = useScript(loadParts, true);
	const land = useLanding(article, !moved);
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a result that appears takes focus
	useLayoutEffect(() => {
		if (moved) heading.current?.focus();
	}, []);
	// Set on the element, not in state: only styles depend on it, so there is nothing to render again.
	useEffect(() => {
		const wait = setTimeout(() => article.current?.removeAttribute('data-arriving'), 100);
		return () => clearTimeout(wait);
	}, []);
	if (!plan) return null;
	const twoPlans = both && !both.same ? both : undefined;
	/** The plan that everything below the first look is about. */
	const detailed = twoPlans ? twoPlans[shown] : plan;
	return (
		<article
			class="dg-result"
			data-guide="result"
			data-arriving
			aria-labelledby="dg-headline"
			ref={article}
		>
			{effect}
			{twoPlans ? (
				<>
					<p class="dg-kicker">Your plan depends on the edition</p>
					<h2
						id="dg-headline"
						ref={heading}
						tabIndex={-1}
						aria-describedby={effect ? 'dg-effect' : undefined}
					>
						Two plans, one for each edition
					</h2>
					<Actions plan={plan} names={names} session={session} onRestart={controls.restart} />
					<TwoPlans both={twoPlans} named={named} shown={shown} onShow={setShown} />
				</>
			) : (
				<PlanHead
					plan={plan}
					named={named}
					heading={heading}
					id="dg-headline"
					describedBy={effect ? 'dg-effect' : undefined}
					kicker={both ? 'Your plan, the same in both editions' : 'Your plan'}
				>
					<Actions plan={plan} names={names} session={session} onRestart={controls.restart} />
				</PlanHead>
			)}
			<Refinements plan={detailed} onRefine={refine} />
			<p role="status" class="sr-only">
				{refined && (
					<span key={`${refined} ${detailed.title}`}>
						{refined}. The plan: {detailed.title}.
					</span>
				)}
			</p>
			<Brought plan={detailed} />
			<Assumed plan={detailed} undecided={both !== undefined} />
			{!twoPlans && <TopRisks plan={plan} most={3} />}
			{both?.same && <Worth worth={both.worth} />}
			<Decided plan={detailed} both={both} />
			{parts.module ? (
				<PlanVersion.Provider value={JSON.stringify([detailed.answers, names])}>
					<parts.module.Parts
						{...{ controls, own, plan: detailed }}
						onRefine={refine}
						onDrawn={land}
					/>
				</PlanVersion.Provider>
			) : (
				parts.failed > 0 && (
					<p class="dg-error">
						The script for the details of this plan has not arrived. Your answers are in the
						address.{' '}
						<button type="button" class="dg-link" data-reload>
							Reload the page
						</button>
					</p>
				)
			)}
			<p class="dg-print-only">
				An independent guide to Kestra’s environments. Printed on{' '}
				{dayInWords(new Date(readersDay()))}, by the rules of {dayInWords(new Date(rulesDate))}{' '}
				(version {rulesVersion}). This plan again:{' '}
				{fullAddress(guideAddress(given, [['rules', rulesVersion]]))}
			</p>
		</article>
	);
}

/** The verdict on what readers with these answers often come with. */
function Brought({ plan }: { readonly plan: Plan }) {
	const [first] = verdictsOf(plan);
	if (!first) return null;
	return (
		<p class="dg-brought" data-verdict={first.id} key={`${first.id} ${first.says}`}>
			<strong>{first.idea}</strong> {first.says} <SectionLink to={first.section} />
		</p>
	);
}

/** What the plan takes for granted: unknown answers and refinements. */
function Assumed({ plan, undecided }: { readonly plan: Plan; readonly undecided: boolean }) {
	const assumed = plan.assumed.filter((id) => !(undecided && id === 'edition'));
	const refined = plan.refined.filter(
		(id) => id === 'layout' || (id === 'called' && plan.topology.groups.length > 0),
	);
	if (assumed.length + refined.length === 0) return null;
	const said = (id: string) =>
		`${questionOf(id).short}: ${answerLabel(id, plan.answers[id] ?? '')}`;
	return (
		<p class="dg-assumed" key={JSON.stringify([assumed.map(said), refined.map(said)])}>
			{assumed.length > 0 && (
				<>
					<strong>Assumed, because you did not know:</strong> {assumed.map(said).join('; ')}.{' '}
				</>
			)}
			{refined.length > 0 && (
				<>
					<strong>Taken as usual, change it under “Make it yours”:</strong>{' '}
					{refined.map(said).join('; ')}.
				</>
			)}
		</p>
	);
}

/** Every decision with its outcome, as a link to the page that describes it. */
function Decided({ plan, both }: { readonly plan: Plan; readonly both: BothEditions | undefined }) {
	return (
		<ul class="dg-decided" role="list" aria-label="What was decided">
			{decisions.map(({ id }) => {
				const outcome = plan.outcomes[id];
				const { address, label } = outcomeOf(id, outcome);
				const open = both && openOutcomes(both, id);
				const assumed = questionsOf(kestra, id).filter((question) =>
					plan.assumed.includes(question),
				);
				return (
					<li
						key={[id, outcome, open, ...assumed].join()}
						data-decision={id}
						data-outcome={open ? 'open' : outcome}
						data-outcomes={open?.join(' ')}
						data-assumed={assumed.length > 0 ? assumed.join(' ') : undefined}
					>
						<span>{decisionOf(id).short}:</span> <a href={withBase(address)}>{label}</a>
					</li>
				);
			})}
		</ul>
	);
}

/** The outcomes of both editions, where the edition is open and they differ. */
function openOutcomes(both: BothEditions, decision: DecisionId): readonly string[] | undefined {
	const outcomes = [both['open-source'], both.enterprise].map((each) => each.outcomes[decision]);
	return outcomes[0] === outcomes[1] ? undefined : outcomes;
}
