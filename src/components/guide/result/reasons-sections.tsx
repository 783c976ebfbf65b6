import { Fragment } from 'preact';
/** The sections of a result that give the reasons for the plan and what to do next. */
import { holds } from '~/guide/engine/conditions.ts';
import { questionsOf } from '~/guide/engine/engine.ts';
import type { Answers } from '~/guide/engine/model.ts';
import { UNKNOWN } from '~/guide/engine/model.ts';
import { openAssumptions } from '~/guide/insight/what-if.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import type { DecisionId } from '~/guide/kestra/decisions.ts';
import { decisions } from '~/guide/kestra/decisions.ts';
import { answerLabel, questionOf, ruleAddress, ruleOf } from '~/guide/kestra/lookup.ts';
import { nextSteps } from '~/guide/kestra/next-steps.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { withBase } from '~/lib/address.ts';
import { LevelIcon } from '../../plan/Icon.tsx';
import { InlineCode } from '../../prose/InlineCode.tsx';
import { DecisionRow } from './DecisionRow.tsx';
import { SectionLink, Sections } from './links.tsx';
import { WhatIfOutcome } from './Outlook.tsx';

interface PlanProps {
	readonly plan: Plan;
}

/** The ids of the answers that a decision rests on. */
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
		<section class="dg-section" aria-labelledby="dg-why">
			<h3 id="dg-why" tabIndex={-1}>
				Why
			</h3>
			<ol class="dg-rows" role="list">
				{decisions.map(({ id }) => {
					const outcome = plan.outcomes[id];
					const rule = ruleOf(id, plan.rules[id]);
					const answers = restsOn(plan, id);
					return (
						<DecisionRow
							key={id}
							decision={id}
							outcome={outcome}
							because={rule.because}
							assumed={plan.assumed}
						>
							{answers.length > 0 && (
								<p class="dg-because-of">
									You answered:{' '}
									{answers.map((question, index) => (
										<Fragment key={question}>
											{index > 0 && '; '}
											{questionOf(question).short}:{' '}
											<InlineCode text={answerLabel(question, given[question] ?? UNKNOWN)} />
										</Fragment>
									))}
									.
								</p>
							)}
							<ul class="dg-links" role="list">
								<li>
									<a href={withBase(ruleAddress(id, rule.id))}>
										Rule {id}.{rule.id}
									</a>
								</li>
								{rule.sections.map((section) => (
									<li key={section}>
										<SectionLink to={section} />
									</li>
								))}
							</ul>
						</DecisionRow>
					);
				})}
			</ol>
		</section>
	);
}

/** What depends on the questions answered with “I don’t know”. */
export function Unknowns({ plan, given }: PlanProps & { readonly given: Answers }) {
	const all = openAssumptions(given, plan);
	if (all.length === 0) return null;
	return (
		<section class="dg-section" aria-labelledby="dg-unknowns">
			<h3 id="dg-unknowns" tabIndex={-1}>
				What you did not know
			</h3>
			<ul class="dg-rows" role="list">
				{all.map(({ question, matters, leads }) => {
					const { short, safe, whom } = questionOf(question);
					return (
						<li key={question} class="dg-row" data-unknown={question} data-matters={matters}>
							<h4 class="dg-row-head">{short}</h4>
							<div class="dg-row-body">
								{matters ? (
									<p>
										The plan assumes “
										<InlineCode text={answerLabel(question, safe.value)} />
										”, because {safe.because}. Ask {whom}.
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
		</section>
	);
}

/** The risks the plan accepts, each with what to do about it. */
export function Risks({ plan }: PlanProps) {
	if (plan.risks.length === 0) return null;
	return (
		<section class="dg-section" aria-labelledby="dg-risks">
			<h3 id="dg-risks" tabIndex={-1}>
				Risks you accept
			</h3>
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
		</section>
	);
}

/** What to do when critical work has only one server. */
export function OneServer({ answers }: { readonly answers: Answers }) {
	if (answers['impact'] !== 'critical') return null;
	return (
		<details class="dg-details" open={answers['capacity'] === 'one'}>
			<summary>Only one server for now?</summary>
			<p>
				Then it belongs to production. Development runs on an engineer’s machine, with Docker
				Compose, and reaches production through Git. That is already two instances. What you accept
				is that they differ in size and perhaps in plugins. Namespaces are never the way out: one
				flow in development could stop what production relies on.
			</p>
			<Sections sections={['/concepts/instances/#only-one-server']} />
		</details>
	);
}

/** The checklist of this plan. */
export function NextSteps({ plan }: PlanProps) {
	return (
		<section class="dg-section" aria-labelledby="dg-next">
			<h3 id="dg-next" tabIndex={-1}>
				Next steps
			</h3>
			<ol class="dg-steps" role="list">
				{nextSteps
					.filter(({ when }) => holds(when, plan))
					.map(({ id, does, section }) => (
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
		</section>
	);
}
