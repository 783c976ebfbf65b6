/** The parts of a result that give the reasons for the plan and what to do next. */
import { Fragment } from 'preact';
import { questionsOf } from '~/guide/engine/engine.ts';
import type { Answers } from '~/guide/engine/model.ts';
import { notesOf } from '~/guide/insight/answers-held.ts';
import { openAssumptions } from '~/guide/insight/what-if.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import type { DecisionId } from '~/guide/kestra/decisions.ts';
import { decisions } from '~/guide/kestra/decisions.ts';
import { answerLabel, questionOf, ruleAddress, ruleOf } from '~/guide/kestra/lookup.ts';
import { nextStepsOf } from '~/guide/kestra/next-steps.ts';
import { reasonOf } from '~/guide/kestra/rule-reasons.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { withBase } from '~/lib/address.ts';
import { LevelIcon } from '../../plan/Icon.tsx';
import { InlineCode } from '../../prose/InlineCode.tsx';
import { DecisionRow } from './DecisionRow.tsx';
import { SectionLink, Sections } from './links.tsx';
import { Part } from './Part.tsx';
import { WhatIfOutcome } from './WhatIfOutcome.tsx';

interface PlanProps {
	readonly plan: Plan;
}

/** The ids of the answers and defaults that a decision rests on. */
function restsOn(plan: Plan, decision: DecisionId): readonly string[] {
	const { when } = ruleOf(decision, plan.rules[decision]);
	const named = Object.keys(when.answers ?? {});
	return (named.length > 0 ? named : questionsOf(kestra, decision)).filter((id) =>
		Object.hasOwn(plan.answers, id),
	);
}

/** Each decision, the rule that fired, and the answers it rests on. */
export function Why({ plan, given }: PlanProps & { readonly given: Answers }) {
	return (
		<Part
			id="dg-why"
			title="Why, decision by decision"
			holds={`${decisions.length} decisions, each with its rule`}
		>
			<ol class="dg-rows" role="list">
				{decisions.map(({ id }) => {
					const outcome = plan.outcomes[id];
					const rule = plan.rules[id];
					const { because, sections } = reasonOf(id, rule);
					const rests = restsOn(plan, id);
					const isGiven = (question: string) => Object.hasOwn(given, question);
					return (
						<DecisionRow
							key={id}
							decision={id}
							outcome={outcome}
							because={because}
							assumed={plan.assumed}
						>
							<Rests kind="given" on={rests.filter(isGiven)} answers={given} says="You answered" />
							<Rests
								kind="taken"
								on={rests.filter((question) => !isGiven(question))}
								answers={plan.answers}
								says="Taken as usual, and not asked"
							/>
							<ul class="dg-links" role="list">
								<li>
									<a href={withBase(ruleAddress(id, rule))}>
										Rule {id}.{rule}
									</a>
								</li>
								{sections.map((section) => (
									<li key={section}>
										<SectionLink to={section} />
									</li>
								))}
							</ul>
						</DecisionRow>
					);
				})}
			</ol>
		</Part>
	);
}

/** The answers that a decision rests on, as given or as taken. */
function Rests({
	kind,
	on,
	answers,
	says,
}: {
	readonly kind: 'given' | 'taken';
	readonly on: readonly string[];
	readonly answers: Answers;
	readonly says: string;
}) {
	if (on.length === 0) return null;
	return (
		<p class="dg-because-of" data-rests={kind}>
			{says}:{' '}
			{on.map((question, index) => (
				<Fragment key={question}>
					{index > 0 && '; '}
					{questionOf(question).short}:{' '}
					<InlineCode text={answerLabel(question, answers[question]!)} />
				</Fragment>
			))}
			.
		</p>
	);
}

/** What depends on the questions answered with “I don’t know”. */
export function Unknowns({ plan, given }: PlanProps & { readonly given: Answers }) {
	const all = openAssumptions(given, plan);
	if (all.length === 0) return null;
	return (
		<Part
			id="dg-unknowns"
			title="What you did not know"
			holds={`${all.length} ${all.length === 1 ? 'answer' : 'answers'}, and what each would change`}
		>
			<ul class="dg-rows" role="list">
				{all.map(({ question, matters, leads }) => {
					const { short, default: taken, whom } = questionOf(question);
					return (
						<li key={question} class="dg-row" data-unknown={question} data-matters={matters}>
							<h4 class="dg-row-head">{short}</h4>
							<div class="dg-row-body">
								{matters ? (
									<p>
										The plan assumes “
										<InlineCode text={answerLabel(question, taken.value)} />
										”, because {taken.because}. Ask {whom}.
									</p>
								) : (
									<p>It makes no difference to this plan.</p>
								)}
								{matters && (
									<ul class="dg-list">
										{leads.map((lead) => (
											<li key={lead.value}>
												If “<InlineCode text={answerLabel(question, lead.value)} />
												”: <WhatIfOutcome {...lead} plan={plan} same="this plan." />
											</li>
										))}
									</ul>
								)}
							</div>
						</li>
					);
				})}
			</ul>
		</Part>
	);
}

/** The risks the plan accepts, each with what to do about it. */
export function Risks({ plan }: PlanProps) {
	if (plan.risks.length === 0) return null;
	return (
		<Part
			id="dg-risks"
			title="Risks in full"
			holds={`${plan.risks.length} risks, each with what to do`}
		>
			<ul class="dg-rows dg-risks" role="list">
				{plan.risks.map(({ id, title, says, todo, sections }) => (
					<li key={id} class="dg-row" data-risk={id}>
						<h4 class="dg-row-head">
							<LevelIcon name="at-risk" /> <InlineCode text={title} />
						</h4>
						<div class="dg-row-body">
							<p>
								<InlineCode text={says} />
							</p>
							<p>
								<strong>What to do:</strong> <InlineCode text={todo} />
							</p>
							<Sections sections={sections} />
						</div>
					</li>
				))}
			</ul>
		</Part>
	);
}

/** How the plan holds what the reader said, answer by answer. */
export function Held({ plan }: PlanProps) {
	const notes = notesOf(plan);
	if (notes.length === 0) return null;
	return (
		<Part
			id="dg-held"
			title="What you said, and how the plan holds it"
			holds={`${notes.length} lines`}
		>
			<ul class="dg-rows" role="list">
				{notes.map(({ id, question, says, section }) => (
					<li key={id} class="dg-row" data-held={id}>
						<h4 class="dg-row-head">{questionOf(question).short}</h4>
						<div class="dg-row-body">
							<p>
								<InlineCode text={says} />
							</p>
							<Sections sections={[section]} />
						</div>
					</li>
				))}
			</ul>
		</Part>
	);
}

/** What to do when critical work has only one server; said only where it can be done. */
export function OneServer({ plan, given }: PlanProps & { readonly given: Answers }) {
	const { outcomes, answers } = plan;
	if (
		answers['impact'] !== 'critical' ||
		outcomes.stages !== 'two-instances' ||
		outcomes.groups === 'instance-per-group' ||
		outcomes.exceptions === 'instance-per-exception'
	)
		return null;
	return (
		<Part
			id="dg-one-server"
			title="Only one server for now?"
			holds="It belongs to production"
			open={given['capacity'] === 'one'}
		>
			<p>
				Then it belongs to production. Development runs on an engineer’s machine, with Docker
				Compose, and reaches production through Git. That is already two instances. What you accept
				is that they differ in size and perhaps in plugins. Namespaces are never the way out: one
				flow in development could stop what production relies on. On Kestra Cloud, create a second
				instance instead.
			</p>
			<Sections sections={['/concepts/instances/#only-one-server']} />
		</Part>
	);
}

/** The checklist of this plan. */
export function NextSteps({ plan }: PlanProps) {
	const steps = nextStepsOf(plan.facts);
	return (
		<Part id="dg-next" title="Next steps" holds={`${steps.length} steps, in order`}>
			<ol class="dg-steps" role="list">
				{steps.map(({ id, does, section }) => (
					<li key={id} data-step={id}>
						<p>
							<InlineCode text={does} />
						</p>
						<p class="dg-step-how">
							<SectionLink to={section} />
						</p>
					</li>
				))}
			</ol>
		</Part>
	);
}
