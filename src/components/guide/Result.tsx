import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Names } from '~/guide/names-given.ts';
import { countBoxes, planFor } from '~/guide/plan.ts';
import type { Plan } from '~/guide/plan.ts';
import { reachWords } from '~/guide/words.ts';
import { Actions } from './Actions.tsx';
import { AnswerList } from './AnswerList.tsx';
import { PlanPicture } from './PlanPicture.tsx';
import { MoveOn, NextSteps, OneServer, Risks, RuledOut, Tips, Unknowns, Why } from './sections.tsx';
import type { GuideControls } from './use-guide.ts';

interface Props {
	readonly controls: GuideControls;
	/** What the last answer did. */
	readonly effect: ComponentChildren;
}

/** The plan that the answers come to, with everything a design review asks about it. */
export function Result({ controls, effect }: Props) {
	const { session, moved } = controls;
	const heading = useRef<HTMLHeadingElement>(null);
	const [names] = useState<Names>({});
	const plan = useMemo(() => planFor(session.answers, names), [session.answers, names]);
	// biome-ignore lint/correctness/useExhaustiveDependencies: only a result that appears takes focus
	useLayoutEffect(() => {
		if (moved) heading.current?.focus();
	}, []);
	if (!plan) return null;
	return (
		<article class="dg-result" data-guide="result" aria-labelledby="dg-headline">
			{effect}
			<header class="dg-plan-header">
				<p class="dg-kicker">Your plan</p>
				<h2
					id="dg-headline"
					ref={heading}
					tabIndex={-1}
					aria-describedby={effect ? 'dg-effect' : undefined}
				>
					{plan.headline}
				</h2>
				<Numbers plan={plan} />
				<PlanPicture topology={plan.topology} label={plan.headline} reachWords={reachWords} />
				<p class="dg-path">
					Every namespace follows <code>{plan.path}</code>.
				</p>
			</header>
			<Why plan={plan} given={session.answers} />
			<Unknowns plan={plan} given={session.answers} />
			<Risks plan={plan} />
			<OneServer answers={session.answers} />
			<NextSteps plan={plan} />
			<Tips plan={plan} onTry={controls.replace} />
			<RuledOut plan={plan} />
			<MoveOn plan={plan} />
			<section class="dg-section" aria-labelledby="dg-answers">
				<h3 id="dg-answers">Your answers</h3>
				<AnswerList session={session} onChange={controls.show} />
			</section>
			<Actions plan={plan} session={session} names={names} onRestart={controls.restart} />
		</article>
	);
}

/** How many instances there are: a number, or a formula and what its letters stand for. */
function Numbers({ plan }: { readonly plan: Plan }) {
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
				</>
			)}
			{instances !== undefined && letters !== '' && (
				<>
					, {amount(boxes.tenants, 'tenant')}, {amount(boxes.namespaces, 'namespace')}
				</>
			)}
		</p>
	);
}

const amount = (count: number, of: string) => `${count} ${of}${count === 1 ? '' : 's'}`;
