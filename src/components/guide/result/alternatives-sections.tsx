/** The sections of a result that look beyond the plan: what would tip it, what it is not, and when it is outgrown. */

import type { Answers } from '~/guide/engine/model.ts';
import { reviewTriggersOfPlan } from '~/guide/insight/review-triggers.ts';
import { answerWords } from '~/guide/insight/sentences.ts';
import type { WhatIf } from '~/guide/insight/what-if.ts';
import { never, ruledOut, whatIfs } from '~/guide/insight/what-if.ts';
import { decisions } from '~/guide/kestra/decisions.ts';
import type { GroupKind } from '~/guide/kestra/labels.ts';
import { groupWords } from '~/guide/kestra/labels.ts';
import {
	allOf,
	answerLabel,
	decisionOf,
	lowerFirst,
	outcomeOf,
	questionOf,
	ruleAddress,
} from '~/guide/kestra/lookup.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { guideAddress } from '~/guide/url/query.ts';
import { withBase } from '~/lib/address.ts';
import { InlineCode } from '../../prose/InlineCode.tsx';
import { SectionLink } from './links.tsx';
import { WhatIfOutcome } from './Outlook.tsx';

interface PlanProps {
	readonly plan: Plan;
}

/** The tips: changed answers that would give another plan. */
export function Tips({ plan, onTry }: PlanProps & { readonly onTry: (answers: Answers) => void }) {
	const { would, could } = whatIfs(plan);
	if (would.length + could.length === 0) return null;
	const list = (found: readonly WhatIf[], certain: boolean) => (
		<ul class="dg-rows" role="list">
			{found.map((whatIf) => (
				<TipRow
					key={`${whatIf.question}=${whatIf.value}`}
					plan={plan}
					whatIf={whatIf}
					certain={certain}
					onTry={onTry}
				/>
			))}
		</ul>
	);
	return (
		<section class="dg-section dg-beyond" aria-labelledby="dg-tips">
			<h3 id="dg-tips" tabIndex={-1}>
				What would tip it
			</h3>
			{would.length > 0 && (
				<>
					<p>
						Each of these answers alone would change the plan. After you try one, Back returns to
						this plan.
					</p>
					{list(would, true)}
				</>
			)}
			{could.length > 0 && (
				<>
					<p>
						These open a question that was not asked before; the plan may change with its answer.
					</p>
					{list(could, false)}
				</>
			)}
		</section>
	);
}

function TipRow({
	plan,
	whatIf,
	certain,
	onTry,
}: PlanProps & {
	readonly whatIf: WhatIf;
	readonly certain: boolean;
	readonly onTry: (answers: Answers) => void;
}) {
	const { question, value } = whatIf;
	const answers = { ...plan.answers, [question]: value };
	const id = `${question}=${value}`;
	return (
		<li
			class="dg-row dg-tip"
			data-tip={certain ? id : undefined}
			data-tip-open={certain ? undefined : id}
		>
			<p class="dg-row-head">
				<span class="dg-row-about">{questionOf(question).short}</span>{' '}
				<strong>
					<InlineCode text={answerLabel(question, value)} />
				</strong>
			</p>
			<p class="dg-row-body">
				{question === 'groups' && value !== 'one-team' && (
					<>The plan is then for {groupWords[value as GroupKind].many}. </>
				)}
				<WhatIfOutcome {...whatIf} plan={plan} same="The same layout, with other stages in it." />
			</p>
			<a
				class="dg-try"
				href={withBase(guideAddress(answers))}
				onClick={(event) => {
					if (event.metaKey || event.ctrlKey || event.shiftKey) return;
					event.preventDefault();
					onTry(answers);
				}}
			>
				Try it
				<span class="sr-only">
					: {questionOf(question).short}, {answerLabel(question, value)}
				</span>
			</a>
		</li>
	);
}

/** The outcomes that were ruled out, and what would bring each back. */
export function RuledOut({ plan }: PlanProps) {
	const out = ruledOut(plan);
	const severalStages = plan.outcomes.stages !== 'single-instance';
	return (
		<section class="dg-section dg-beyond" aria-labelledby="dg-ruled-out">
			<h3 id="dg-ruled-out" tabIndex={-1}>
				What was ruled out
			</h3>
			{severalStages && (
				<p class="dg-never" data-never={never.id}>
					<strong>Never: {lowerFirst(never.title)}.</strong> {never.says}{' '}
					<SectionLink to={never.sections[0]} />
				</p>
			)}
			<ul class="dg-rows" role="list">
				{decisions.map(({ id, short }) => (
					<li key={id} class="dg-row">
						<div class="dg-row-head">
							<h4>{short}</h4>
							<p class="dg-row-about">
								Decided by rule{' '}
								<a href={withBase(ruleAddress(id, plan.rules[id]))}>
									{id}.{plan.rules[id]}
								</a>
							</p>
						</div>
						<ul class="dg-row-body dg-list">
							{out
								.filter(({ decision }) => decision === id)
								.map(({ outcome, nearest }) => (
									<li key={outcome} data-ruled-out={`${id}.${outcome}`}>
										<a href={withBase(outcomeOf(id, outcome).address)}>
											{outcomeOf(id, outcome).label}
										</a>
										{nearest && (
											<>
												{' '}
												would be right with{' '}
												<InlineCode
													text={allOf(
														Object.entries(nearest).map(([question, value]) =>
															answerWords(question, value),
														),
													)}
												/>
												.
											</>
										)}
									</li>
								))}
						</ul>
					</li>
				))}
			</ul>
		</section>
	);
}

/** The signs that this plan has been outgrown, grouped by the outcome they point to. */
export function MoveOn({ plan }: PlanProps) {
	const reviewTriggers = reviewTriggersOfPlan(plan);
	if (reviewTriggers.length === 0) return null;
	const directions = new Map<string, (typeof reviewTriggers)[number][]>();
	for (const trigger of reviewTriggers) {
		const where = trigger.towards ?? trigger.section;
		const others = directions.get(where);
		if (others) others.push(trigger);
		else directions.set(where, [trigger]);
	}
	return (
		<section class="dg-section dg-beyond" aria-labelledby="dg-move-on">
			<h3 id="dg-move-on" tabIndex={-1}>
				When to move on
			</h3>
			<ul class="dg-rows" role="list">
				{[...directions].map(([where, seen]) => (
					<li key={where} class="dg-row">
						<Direction towards={seen[0]?.towards} section={where} />
						<ul class="dg-row-body dg-list">
							{seen.map(({ of, event }) => (
								<li key={`${of} ${event}`}>
									<InlineCode text={event} />
								</li>
							))}
						</ul>
					</li>
				))}
			</ul>
		</section>
	);
}

/** What signs point to: another outcome, or a remedy without a move. */
function Direction({
	towards,
	section,
}: {
	readonly towards: string | undefined;
	readonly section: string;
}) {
	const [decision = '', id = ''] = towards?.split('.') ?? [];
	const outcome = towards === undefined ? undefined : outcomeOf(decision, id);
	return (
		<div class="dg-row-head">
			<p class="dg-row-about">
				{outcome ? `${decisionOf(decision).short}: move to` : 'No move; what helps'}
			</p>
			<h4>
				{outcome ? (
					<a href={withBase(outcome.address)}>{outcome.label}</a>
				) : (
					<SectionLink to={section} />
				)}
			</h4>
		</div>
	);
}
