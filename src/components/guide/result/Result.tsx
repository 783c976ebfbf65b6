import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { rulesDate, rulesVersion } from '~/guide/kestra/decision-model.ts';
import { reachWords } from '~/guide/kestra/labels.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { branchOf, countBoxes, planFor } from '~/guide/plan/plan.ts';
import { guideAddress } from '~/guide/url/query.ts';
import { dayInWords } from '~/lib/dates.ts';
import { PlanPicture } from '../../plan/PlanPicture.tsx';
import { AnswerList } from '../questions/AnswerList.tsx';
import { fullAddress, readersDay } from '../state/browser.ts';
import type { GuideControls } from '../state/use-guide.ts';
import type { OwnNames } from '../state/use-names.ts';
import { Actions } from './Actions.tsx';
import { MoveOn, RuledOut, Tips } from './alternatives-sections.tsx';
import { OnDemand } from './OnDemand.tsx';
import { NextSteps, OneServer, Risks, Unknowns, Why } from './reasons-sections.tsx';

interface Props {
	readonly controls: GuideControls;
	readonly own: OwnNames;
	/** What the last answer did. */
	readonly effect: ComponentChildren;
}

/** The plan for the answers, with everything a design review asks about it. */
export function Result({ controls, own, effect }: Props) {
	const { session, moved } = controls;
	const article = useRef<HTMLElement>(null);
	const heading = useRef<HTMLHeadingElement>(null);
	const names = own.usable;
	const plan = useMemo(() => planFor(session.answers, names), [session.answers, names]);
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
	return (
		<article
			class="dg-result"
			data-guide="result"
			data-arriving
			aria-labelledby="dg-headline"
			ref={article}
		>
			{effect}
			<header class="dg-plan-header">
				<p class="dg-kicker">Your plan</p>
				<h2
					id="dg-headline"
					ref={heading}
					tabIndex={-1}
					aria-describedby={effect ? 'dg-effect' : undefined}
				>
					{plan.title}
				</h2>
				<Numbers plan={plan} named={Object.keys(names).length > 0} />
				<PlanPicture topology={plan.topology} label={plan.title} reachWords={reachWords} />
				<p class="dg-path">
					Namespaces: <code>{branchOf(plan.path)}</code>, and below it one for each project.
				</p>
			</header>
			<Contents />
			<OnDemand
				summary="Make it yours"
				about="Name your company, stages and groups; the picture, the counts and the record follow. The names stay in this browser and never enter the address."
				load={() => import('./NamesPanel.tsx')}
			>
				{({ NamesPanel }) => <NamesPanel given={session.answers} own={own} />}
			</OnDemand>
			<Why plan={plan} given={session.answers} />
			<Unknowns plan={plan} given={session.answers} />
			<Risks plan={plan} />
			<OneServer answers={session.answers} />
			<NextSteps plan={plan} />
			<Tips plan={plan} onTry={controls.replace} />
			<RuledOut plan={plan} />
			<MoveOn plan={plan} />
			<section class="dg-section dg-more" aria-labelledby="dg-more">
				<h3 id="dg-more" tabIndex={-1}>
					Look closer
				</h3>
				<OnDemand
					summary="What fails together"
					about="The worst that each failure can do, and a drill: choose a part of this plan and see what goes down with it."
					open
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
							given={session.answers}
							plan={plan}
							names={names}
							other={session.own.with}
							onOther={(value) => controls.setOwn('with', value)}
						/>
					)}
				</OnDemand>
				<OnDemand
					summary="Start from what you have"
					about="Say how your environments are split today, and see the moves from there to this plan, in order."
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
			</section>
			<section class="dg-section dg-answered" aria-labelledby="dg-answers">
				<h3 id="dg-answers" tabIndex={-1}>
					Your answers
				</h3>
				<AnswerList session={session} onChange={controls.show} />
			</section>
			<p class="dg-print-only">
				An independent guide to Kestra’s environments. Printed on{' '}
				{dayInWords(new Date(readersDay()))}, by the rules of {dayInWords(new Date(rulesDate))}{' '}
				(version {rulesVersion}). This plan again:{' '}
				{fullAddress(guideAddress(session.answers, [['rules', rulesVersion]]))}
			</p>
			<Actions plan={plan} session={session} onRestart={controls.restart} />
		</article>
	);
}

/** How many instances there are: a number, or a formula and what its letters stand for. */
function Numbers({ plan, named }: { readonly plan: Plan; readonly named: boolean }) {
	const { formula, letters, instances } = plan.count;
	const boxes = countBoxes(plan.topology);
	return (
		<p class="dg-count">
			{instances === undefined ? (
				<>
					Instances: <strong>{formula}</strong>, where {letters}.
				</>
			) : (
				<>
					<strong>{amount(instances, 'instance')}</strong>
					{formula !== String(instances) && ` (${formula})`}
					{/* The default names are examples, so their totals are not shown. */}
					{named &&
						`, ${amount(boxes.tenants, 'tenant')}, ${amount(boxes.namespaces, 'namespace')}`}
				</>
			)}
		</p>
	);
}

const amount = (count: number, of: string) => `${count} ${of}${count === 1 ? '' : 's'}`;

/** Links to the parts of the result, which is long. */
function Contents() {
	const [parts, setParts] = useState<readonly { readonly id: string; readonly title: string }[]>(
		[],
	);
	const nav = useRef<HTMLElement>(null);
	useLayoutEffect(() => {
		const headings = nav.current?.parentElement?.querySelectorAll('.dg-section > h3') ?? [];
		setParts([...headings].map(({ id, textContent }) => ({ id, title: textContent })));
	}, []);
	return (
		<nav class="dg-contents" aria-label="Parts of your plan" ref={nav}>
			<ul role="list">
				{parts.map(({ id, title }) => (
					<li key={id}>
						<a href={`#${id}`} onClick={goTo}>
							{title}
						</a>
					</li>
				))}
			</ul>
		</nav>
	);
}

/** Scrolls to a part without changing the address, which holds only the answers. */
function goTo(event: TargetedMouseEvent<HTMLAnchorElement>) {
	const target = document.getElementById(event.currentTarget.hash.slice(1));
	if (!target || event.metaKey || event.ctrlKey || event.shiftKey) return;
	event.preventDefault();
	target.scrollIntoView();
	target.focus({ preventScroll: true });
}
