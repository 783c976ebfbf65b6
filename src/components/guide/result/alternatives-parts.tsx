/** The parts of a result that look beyond the plan: what would tip it, what it is not, and when it is outgrown. */

import type { Answers } from '~/guide/engine/model.ts';
import { reviewTriggersOfPlan } from '~/guide/insight/review-triggers.ts';
import { waysWords } from '~/guide/insight/sentences.ts';
import { verdictsOf } from '~/guide/insight/verdicts-of.ts';
import type { WhatIf } from '~/guide/insight/what-if.ts';
import { never, ruledOut, whatIfs } from '~/guide/insight/what-if.ts';
import { decisions } from '~/guide/kestra/decisions.ts';
import {
	answerLabel,
	decisionOf,
	outcomeOf,
	questionOf,
	ruleAddress,
} from '~/guide/kestra/lookup.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { guideAddress } from '~/guide/url/query.ts';
import { withBase } from '~/lib/address.ts';
import { InlineCode } from '../../prose/InlineCode.tsx';
import { SectionLink } from './links.tsx';
import { Part } from './Part.tsx';
import { WhatIfOutcome } from './WhatIfOutcome.tsx';

interface PlanProps {
	readonly plan: Plan;
}

/** What-ifs: changed answers that would give another plan. */
export function WhatIfs({
	plan,
	given,
	onTry,
}: PlanProps & { readonly given: Answers; readonly onTry: (answers: Answers) => void }) {
	const { would, could } = whatIfs(plan);
	if (would.length + could.length === 0) return null;
	const list = (found: readonly WhatIf[], certain: boolean) => (
		<ul class="dg-rows" role="list">
			{found.map((whatIf) => (
				<WhatIfRow
					key={`${whatIf.question}=${whatIf.value}`}
					plan={plan}
					whatIf={whatIf}
					given={given}
					certain={certain}
					onTry={onTry}
				/>
			))}
		</ul>
	);
	return (
		<Part
			id="dg-tips"
			title="What would change it"
			holds={`${would.length + could.length} answers`}
		>
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
		</Part>
	);
}

function WhatIfRow({
	plan,
	given,
	whatIf,
	certain,
	onTry,
}: PlanProps & {
	readonly given: Answers;
	readonly whatIf: WhatIf;
	readonly certain: boolean;
	readonly onTry: (answers: Answers) => void;
}) {
	const { question, value } = whatIf;
	const answers = { ...given, [question]: value };
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
	const verdicts = verdictsOf(plan);
	return (
		<Part
			id="dg-ruled-out"
			title="What was ruled out"
			holds={`${out.length} other outcomes, and what brings each back`}
		>
			{verdicts.length > 0 && (
				<ul class="dg-rows" role="list">
					{verdicts.map(({ id, idea, says, section }) => (
						<li
							key={id}
							class="dg-row"
							data-verdict={id}
							data-never={id === 'tenant-for-each-stage' ? never.id : undefined}
						>
							<h4 class="dg-row-head">{idea}</h4>
							<div class="dg-row-body">
								<p>{says}</p>
								<SectionLink to={section} />
							</div>
						</li>
					))}
				</ul>
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
								.map(({ outcome, ways }) => (
									<li key={outcome} data-ruled-out={`${id}.${outcome}`}>
										<a href={withBase(outcomeOf(id, outcome).address)}>
											{outcomeOf(id, outcome).label}
										</a>
										{ways.length > 0 && (
											<>
												{' '}
												would be right with <InlineCode text={waysWords(ways)} />.
											</>
										)}
									</li>
								))}
						</ul>
					</li>
				))}
			</ul>
		</Part>
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
		<Part
			id="dg-move-on"
			title="When to move on"
			holds={`${reviewTriggers.length} signs to watch for`}
		>
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
		</Part>
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
