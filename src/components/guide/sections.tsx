/** The sections of a result, each from the model alone. */
import { changeWords } from '~/guide/change-words.ts';
import { holds } from '~/guide/condition.ts';
import type { DecisionId } from '~/guide/decisions.ts';
import { decisions } from '~/guide/decisions.ts';
import { questionsOf } from '~/guide/engine.ts';
import { kestra } from '~/guide/kestra.ts';
import type { Answers } from '~/guide/model.ts';
import { UNKNOWN } from '~/guide/model.ts';
import { nextSteps } from '~/guide/next-steps.ts';
import type { Plan } from '~/guide/plan.ts';
import { guideAddress } from '~/guide/query.ts';
import { hinges, never, ruledOut, tips } from '~/guide/reasons.ts';
import type { Change, Tip } from '~/guide/reasons.ts';
import { signsOfPlan } from '~/guide/signs.ts';
import { withBase } from '~/lib/address.ts';
import { useContext } from 'preact/hooks';
import { PagesContext, SectionLink, Sections } from './links.tsx';
import {
	answerLabel,
	decisionOf,
	outcomeOf,
	questionOf,
	ruleAddress,
	ruleOf,
} from '~/guide/lookup.ts';
import { Words } from './Words.tsx';

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
	const { summaries } = useContext(PagesContext);
	return (
		<section class="dg-section" aria-labelledby="dg-why">
			<h3 id="dg-why">Why</h3>
			<ol class="dg-reasons" role="list">
				{decisions.map(({ id }) => {
					const outcome = outcomeOf(id, plan.outcomes[id]);
					const rule = ruleOf(id, plan.rules[id]);
					const answers = restsOn(plan, id);
					const assumed = questionsOf(kestra, id).filter((question) =>
						plan.assumed.includes(question),
					);
					const summary = summaries[`${id}.${outcome.id}`];
					return (
						<li
							key={id}
							data-decision={id}
							data-outcome={outcome.id}
							data-assumed={assumed.length > 0 ? assumed.join(' ') : undefined}
						>
							<p class="dg-reason-decision">{decisionOf(id).short}</p>
							<h4>
								<a href={withBase(outcome.address)}>{outcome.label}</a>
							</h4>
							{summary && <p>{summary}</p>}
							<p>
								<Words text={rule.because} />
							</p>
							{answers.length > 0 && (
								<p class="dg-because-of">
									You answered:{' '}
									{answers.map((question, index) => (
										<>
											{index > 0 && '; '}
											{questionOf(question).short}:{' '}
											<Words text={answerLabel(question, given[question] ?? UNKNOWN)} />
										</>
									))}
									.
								</p>
							)}
							<p class="dg-sections">
								Rule{' '}
								<a href={withBase(ruleAddress(id, rule.id))}>
									{id}.{rule.id}
								</a>
								{rule.sections.map((section) => (
									<>
										<span aria-hidden="true"> · </span>
										<SectionLink to={section} />
									</>
								))}
							</p>
						</li>
					);
				})}
			</ol>
		</section>
	);
}

/** What hangs on the answers not known. */
export function Unknowns({ plan, given }: PlanProps & { readonly given: Answers }) {
	const all = hinges(given, plan);
	if (all.length === 0) return null;
	return (
		<section class="dg-section" aria-labelledby="dg-unknowns">
			<h3 id="dg-unknowns">What you did not know</h3>
			<ul class="dg-unknowns">
				{all.map(({ question, matters, leads }) => {
					const { short, safe, whom } = questionOf(question);
					return (
						<li key={question}>
							<p>
								<strong>{short}.</strong>{' '}
								{matters ? (
									<>
										The plan assumes “<Words text={answerLabel(question, safe.value)} />
										”, because {safe.because}. Ask {whom}.
									</>
								) : (
									'It makes no difference to this plan.'
								)}
							</p>
							{matters && (
								<ul>
									{leads.map((lead) => (
										<li key={lead.value}>
											If “<Words text={answerLabel(question, lead.value)} />
											”: <Lead {...lead} plan={plan} />
										</li>
									))}
								</ul>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}

/** What a change of answers leads to, in words. */
function Lead({
	plan,
	headline,
	changes,
}: PlanProps & { readonly headline: string | undefined; readonly changes: readonly Change[] }) {
	if (changes.length === 0 && (headline === undefined || headline === plan.headline))
		return <>this plan.</>;
	return (
		<>
			{headline !== undefined && headline !== plan.headline && <strong>{headline}. </strong>}
			{changes.map((change) => (
				<span key={change.decision}>{changeWords(change)} </span>
			))}
		</>
	);
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The risks the plan accepts, each with what to do about it. */
export function Risks({ plan }: PlanProps) {
	if (plan.risks.length === 0) return null;
	return (
		<section class="dg-section" aria-labelledby="dg-risks">
			<h3 id="dg-risks">Risks you accept</h3>
			<ul class="dg-risks" role="list">
				{plan.risks.map(({ id, title, says, todo, sections }) => (
					<li key={id} data-risk={id}>
						<h4>
							<Words text={title} />
						</h4>
						<p>
							<Words text={says} />
						</p>
						<p>
							<strong>What to do:</strong> <Words text={todo} />
						</p>
						<Sections sections={sections} />
					</li>
				))}
			</ul>
		</section>
	);
}

/** The way out for critical work on a single server. */
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
			<h3 id="dg-next">Next steps</h3>
			<ol class="dg-steps">
				{nextSteps
					.filter(({ when }) => holds(when, plan))
					.map(({ id, does, section }) => (
						<li key={id}>
							<Words text={does} /> <SectionLink to={section} />
						</li>
					))}
			</ol>
		</section>
	);
}

/** What would make it another plan. */
export function Tips({ plan, onTry }: PlanProps & { readonly onTry: (answers: Answers) => void }) {
	const { would, could } = tips(plan);
	if (would.length + could.length === 0) return null;
	const list = (found: readonly Tip[], certain: boolean) => (
		<ul class="dg-tips" role="list">
			{found.map(({ question, value, changes, headline }) => {
				const answers = { ...plan.answers, [question]: value };
				const id = `${question}=${value}`;
				return (
					<li key={id} data-tip={certain ? id : undefined} data-tip-open={certain ? undefined : id}>
						<p>
							<span class="dg-tip-if">
								{questionOf(question).short}: <Words text={answerLabel(question, value)} />
							</span>{' '}
							<Lead plan={plan} headline={headline} changes={changes} />
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
			})}
		</ul>
	);
	return (
		<section class="dg-section" aria-labelledby="dg-tips">
			<h3 id="dg-tips">What would tip it</h3>
			{would.length > 0 && (
				<>
					<p>One different answer would change this plan. Each of these does so alone.</p>
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

/** The outcomes it did not come to, and what would bring each back. */
export function RuledOut({ plan }: PlanProps) {
	const out = ruledOut(plan);
	const severalStages = plan.outcomes.stages !== 'single-instance';
	return (
		<section class="dg-section" aria-labelledby="dg-ruled-out">
			<h3 id="dg-ruled-out">What was ruled out</h3>
			{severalStages && (
				<p class="dg-never" data-never={never.id}>
					<strong>Never: {lowerFirst(never.title)}.</strong> {never.says}{' '}
					<SectionLink to={never.sections[0]} />
				</p>
			)}
			<ul class="dg-ruled-out">
				{out.map(({ decision, outcome, rule, nearest }) => (
					<li key={`${decision}.${outcome}`} data-ruled-out={`${decision}.${outcome}`}>
						<a href={withBase(outcomeOf(decision, outcome).address)}>
							{outcomeOf(decision, outcome).label}
						</a>{' '}
						<span class="dg-mark">({decisionOf(decision).short})</span>: rule{' '}
						<a href={withBase(ruleAddress(decision, rule))}>
							{decision}.{rule}
						</a>{' '}
						decided otherwise.{' '}
						{nearest && (
							<>
								It would come back with{' '}
								{Object.entries(nearest).map(([question, value], index) => (
									<>
										{index > 0 && ' and '}
										{questionOf(question).short}: “<Words text={answerLabel(question, value)} />”
									</>
								))}
								.
							</>
						)}
					</li>
				))}
			</ul>
		</section>
	);
}

/** The signs that this plan has been outgrown. */
export function MoveOn({ plan }: PlanProps) {
	const signs = signsOfPlan(plan);
	if (signs.length === 0) return null;
	return (
		<section class="dg-section" aria-labelledby="dg-move-on">
			<h3 id="dg-move-on">When to move on</h3>
			<ul class="dg-signs">
				{signs.map(({ of, sign, towards, section }) => (
					<li key={`${of} ${sign}`}>
						<Words text={sign} />{' '}
						{towards ? <Towards to={towards} /> : <SectionLink to={section} />}
					</li>
				))}
			</ul>
		</section>
	);
}

function Towards({ to }: { readonly to: string }) {
	const [decision = '', id = ''] = to.split('.');
	const outcome = outcomeOf(decision, id);
	return (
		<span class="dg-towards">
			<span aria-hidden="true">→ </span>
			<a href={withBase(outcome.address)}>{outcome.label}</a>
		</span>
	);
}
