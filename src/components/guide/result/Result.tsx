import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { verdictsOf } from '~/guide/insight/answers-held.ts';
import { bothEditions } from '~/guide/insight/editions.ts';
import { rulesDate, rulesVersion } from '~/guide/kestra/decision-model.ts';
import { answerLabel, questionOf } from '~/guide/kestra/lookup.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { planFor } from '~/guide/plan/plan.ts';
import { guideAddress } from '~/guide/url/query.ts';
import { dayInWords } from '~/lib/dates.ts';
import { AnswerList } from '../questions/AnswerList.tsx';
import { fullAddress, readersDay } from '../state/browser.ts';
import type { GuideControls } from '../state/use-guide.ts';
import type { OwnNames } from '../state/use-names.ts';
import { Actions } from './Actions.tsx';
import { MoveOn, RuledOut, WhatIfs } from './alternatives-parts.tsx';
import type { EditionId } from './Editions.tsx';
import { TopRisks, TwoPlans, Worth } from './Editions.tsx';
import { SectionLink } from './links.tsx';
import { OnDemand } from './OnDemand.tsx';
import { Part } from './Part.tsx';
import { PlanHead } from './PlanHead.tsx';
import { Refinements } from './Refinements.tsx';
import { Held, NextSteps, OneServer, Risks, Unknowns, Why } from './reasons-parts.tsx';

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
	const both = useMemo(() => bothEditions(given, names), [given, names]);
	const [shown, setShown] = useState<EditionId>('open-source');
	const plan = useMemo(() => planFor(given, names), [given, names]);
	// The parts below the first look are drawn a frame later.
	const [whole, setWhole] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a result that appears takes focus
	useLayoutEffect(() => {
		if (moved) heading.current?.focus();
	}, []);
	useEffect(() => setWhole(true), []);
	// Set on the element, not in state: only styles depend on it, so there is nothing to render again.
	useEffect(() => {
		const wait = setTimeout(() => article.current?.removeAttribute('data-arriving'), 100);
		return () => clearTimeout(wait);
	}, []);
	if (!plan || !both) return null;
	const twoPlans = both.undecided && !both.same;
	/** The plan that everything below the first look is about. */
	const detailed = twoPlans ? both[shown] : plan;
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
					<h2 id="dg-headline" ref={heading} tabIndex={-1}>
						Two plans, one for each edition
					</h2>
					<TwoPlans both={both} named={named} shown={shown} onShow={setShown} />
				</>
			) : (
				<PlanHead
					plan={plan}
					named={named}
					heading={heading}
					id="dg-headline"
					describedBy={effect ? 'dg-effect' : undefined}
					kicker={both.undecided ? 'Your plan, the same in both editions' : 'Your plan'}
				>
					<Actions plan={plan} names={names} session={session} onRestart={controls.restart} />
				</PlanHead>
			)}
			<Refinements plan={detailed} onRefine={controls.refine} />
			<p role="status" class="sr-only" key="refined">
				{session.shown === 'result' && !effect && whole ? `The plan: ${detailed.title}.` : ''}
			</p>
			<Brought plan={detailed} />
			<Assumed plan={detailed} undecided={both.undecided} />
			{!twoPlans && <TopRisks plan={plan} most={3} />}
			{both.undecided && both.same && <Worth worth={both.worth} />}
			{twoPlans && (
				<Actions plan={plan} names={names} session={session} onRestart={controls.restart} />
			)}
			{whole && <Parts {...{ controls, own, plan: detailed, both }} />}
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
		<p class="dg-brought" data-verdict={first.id}>
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
		<p class="dg-assumed">
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

/** Everything below the first look, each part closed, with a line that says what is in it. */
function Parts({
	controls,
	own,
	plan,
	both,
}: {
	readonly controls: GuideControls;
	readonly own: OwnNames;
	readonly plan: Plan;
	readonly both: NonNullable<ReturnType<typeof bothEditions>>;
}) {
	const { session } = controls;
	const given = session.answers;
	const other = plan === both.enterprise ? both['open-source'] : both.enterprise;
	return (
		<div class="dg-parts">
			<NextSteps plan={plan} />
			<OnDemand
				summary="Make it yours"
				about="Name your company, stages, groups and exceptions; the picture, the counts, the record and the files follow. The names stay in this browser and never enter the address."
				load={() => import('./NamesPanel.tsx')}
			>
				{({ NamesPanel }) => (
					<NamesPanel given={given} plan={plan} own={own} onRefine={controls.refine} />
				)}
			</OnDemand>
			<OneServer plan={plan} given={given} />
			<Held plan={plan} />
			<Unknowns plan={plan} given={given} />
			<WhatIfs plan={plan} given={given} onTry={controls.replace} />
			<RuledOut plan={plan} />
			<Risks plan={plan} />
			<MoveOn plan={plan} />
			<Why plan={plan} given={given} both={both} />
			{!both.undecided && (
				<Part id="dg-edition" title="With the other edition" holds={other.title}>
					<p>
						The same answers with{' '}
						{other.topology.edition === 'enterprise' ? 'Enterprise or Cloud' : 'the free edition'}:{' '}
						<strong>{other.title}</strong>.
					</p>
					<Worth worth={both.worth} />
				</Part>
			)}
			<OnDemand
				summary="What fails together"
				about="The worst that each failure can do, and a drill: choose a part of this plan and see what goes down with it."
				load={() => import('../../failures/Drill.tsx')}
			>
				{({ Drill }) => <Drill own={plan.topology} id="dg-drill" />}
			</OnDemand>
			<OnDemand
				summary="Compare with another plan"
				about="Change one answer, or paste the link to somebody else’s result, and see both side by side."
				open={session.own.with !== undefined}
				load={() => import('./ComparePanel.tsx')}
			>
				{({ ComparePanel }) => (
					<ComparePanel
						given={given}
						plan={plan}
						names={own.usable}
						other={session.own.with}
						onOther={(value) => controls.setOwn('with', value)}
					/>
				)}
			</OnDemand>
			<OnDemand
				summary="Start from what you have"
				about="Say how your environments are split today, and see the migrations from there to this plan, in order."
				open={session.own.from !== undefined}
				load={() => import('./MigrationPanel.tsx')}
			>
				{({ MigrationPanel }) => (
					<MigrationPanel
						plan={plan}
						from={session.own.from}
						onFrom={(value) => controls.setOwn('from', value)}
					/>
				)}
			</OnDemand>
			<Part
				id="dg-answers"
				title="Your answers"
				holds={`${Object.keys(given).length} answers, each with a way to change it`}
			>
				<AnswerList session={session} onChange={controls.show} />
			</Part>
		</div>
	);
}
