import type { TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Answers } from '~/guide/engine/model.ts';
import { comparePlans } from '~/guide/insight/compare.ts';
import { survives } from '~/guide/insight/failure-impact.ts';
import { whatIfs } from '~/guide/insight/what-if.ts';
import { answerLabel, outcomeOf, questionOf } from '~/guide/kestra/lookup.ts';
import type { Names } from '~/guide/kestra/names.ts';
import { boundaryWords } from '~/guide/plan/isolation.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { planFor } from '~/guide/plan/plan.ts';
import { guideAddress, readEntries } from '~/guide/url/query.ts';
import { readPlanLink, withValue } from '~/guide/url/read-link.ts';
import { withBase } from '~/lib/address.ts';
import { PlanPicture } from '../../plan/PlanPicture.tsx';
import { InlineCode } from '../../prose/InlineCode.tsx';

interface Props {
	readonly given: Answers;
	readonly plan: Plan;
	readonly names: Names;
	/** The other answers, in the format of the address. */
	readonly other: string | undefined;
	readonly onOther: (value: string | undefined) => void;
}

/** Compares this plan with another: one of its tips, or the plan in a pasted link. */
export function ComparePanel({ given, plan, names, other, onOther }: Props) {
	const [problem, setProblem] = useState<string>();
	/** Whether to announce it, because focus does not move to the field that it describes. */
	const [announced, setAnnounced] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	const alternatives = whatIfs(plan).would.filter(
		({ question, value }) => planFor({ ...given, [question]: value }) !== undefined,
	);
	const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const read = readPlanLink(field.current?.value ?? '');
		setProblem(read.problem);
		setAnnounced(document.activeElement === field.current);
		if (read.reading) onOther(withValue(read.reading.answers));
		else field.current?.focus();
	};
	const answers = other === undefined ? undefined : readEntries(new URLSearchParams(other)).answers;
	const second = answers && planFor(answers, names);
	// What was pasted last is not what was compared before.
	const found =
		second &&
		problem === undefined &&
		comparePlans({ given, plan }, { given: answers, plan: second });
	const chosen = alternatives.findIndex(
		({ question, value }) => other === withValue({ ...given, [question]: value }),
	);
	return (
		<div class="dg-compare">
			<div class="dg-fields">
				<label>
					<span>One answer changed</span>
					<select
						value={chosen < 0 ? '' : String(chosen)}
						onChange={(event) => {
							const whatIf = alternatives[Number(event.currentTarget.value)];
							if (whatIf) onOther(withValue({ ...given, [whatIf.question]: whatIf.value }));
						}}
					>
						<option value="">Choose an answer that changes the plan</option>
						{alternatives.map(({ question, value }, index) => (
							<option key={`${question}=${value}`} value={String(index)}>
								{questionOf(question).short}: {answerLabel(question, value)}
							</option>
						))}
					</select>
				</label>
				<form onSubmit={submit} noValidate>
					<label for="dg-other">Or a link to another result</label>
					<div class="dg-name-entry">
						<input
							ref={field}
							id="dg-other"
							type="text"
							inputMode="url"
							autocomplete="off"
							aria-invalid={problem === undefined ? undefined : 'true'}
							aria-describedby={problem === undefined ? undefined : 'dg-other-problem'}
						/>
						<button type="submit" class="dg-button" data-quiet>
							Compare
						</button>
					</div>
				</form>
			</div>
			{problem !== undefined && (
				<p
					class="dg-error"
					id="dg-other-problem"
					role={announced ? 'alert' : undefined}
					key={problem}
				>
					{problem}
				</p>
			)}
			{/* A live region must exist before its text changes. */}
			<p role="status" class="dg-status">
				{found && (
					<span key={`${found.same} ${found.answers.length}`}>
						{found.same
							? 'Both lead to the same plan.'
							: `They differ in ${found.answers.length === 1 ? 'one answer' : `${found.answers.length} answers`}.`}
					</span>
				)}
			</p>
			{answers && second && found && (
				<Comparison
					key={JSON.stringify([answers, plan.answers, names])}
					found={found}
					plan={plan}
					otherGiven={answers}
					second={second}
					onEnd={() => onOther(undefined)}
				/>
			)}
			{answers && !second && problem === undefined && (
				<p class="dg-error">
					The answers in that link leave a question open, so there is no plan yet.
				</p>
			)}
		</div>
	);
}

function Comparison({
	found,
	plan,
	otherGiven,
	second,
	onEnd,
}: {
	readonly found: ReturnType<typeof comparePlans>;
	readonly plan: Plan;
	readonly otherGiven: Answers;
	readonly second: Plan;
	readonly onEnd: () => void;
}) {
	const differences = survives(plan.topology, second.topology);
	const label = (question: string, value: string | undefined) =>
		value === undefined ? 'not asked' : answerLabel(question, value);
	return (
		<div class="dg-comparison">
			{found.answers.length > 0 && (
				<div class="dg-scroll" role="region" tabIndex={0} aria-label="Answers that differ">
					<table>
						<caption>Answers that differ</caption>
						<thead>
							<tr>
								<th scope="col">Question</th>
								<th scope="col">This plan</th>
								<th scope="col">The other</th>
								<th scope="col">Does it matter?</th>
							</tr>
						</thead>
						<tbody>
							{found.answers.map(({ question, first, second: its, matters }) => (
								<tr key={question}>
									<th scope="row">{questionOf(question).short}</th>
									<td>
										<InlineCode text={label(question, first)} />
									</td>
									<td>
										<InlineCode text={label(question, its)} />
									</td>
									<td>{matters ? 'Yes' : 'No'}</td>
								</tr>
							))}
						</tbody>
					</table>
				</div>
			)}
			<div class="dg-sides">
				{[
					{ title: 'This plan', side: plan },
					{ title: 'The other', side: second },
				].map(({ title, side }) => (
					<section key={title} aria-label={title}>
						<p class="dg-kicker">{title}</p>
						<h4>{side.headline}</h4>
						<PlanPicture topology={side.topology} label={`${title}: ${side.headline}`} compact />
					</section>
				))}
			</div>
			<div class="dg-scroll" role="region" tabIndex={0} aria-label="What stands between">
				<table>
					<caption>What stands between</caption>
					<thead>
						<tr>
							<th scope="col">Divide</th>
							<th scope="col">This plan</th>
							<th scope="col">The other</th>
						</tr>
					</thead>
					<tbody>
						{found.separations.map(({ id, says, first, second: its }) => (
							<tr key={id}>
								<th scope="row">{says}</th>
								<td>{first ? boundaryWords[first] : 'no such divide'}</td>
								<td>{its ? boundaryWords[its] : 'no such divide'}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{found.decisions.length > 0 && (
				<ul class="dg-list">
					{found.decisions.map(({ decision, first, second: its }) => (
						<li key={decision}>
							{outcomeOf(decision, first.outcome).label} <span aria-hidden="true">/</span>
							<span class="sr-only"> against </span> {outcomeOf(decision, its.outcome).label}
						</li>
					))}
				</ul>
			)}
			{differences.length > 0 && (
				<>
					<h4>What one survives and the other does not</h4>
					<ul class="dg-list">
						{differences.map(({ failure, of, survivor }) => (
							<li key={`${failure.id} ${of}`}>
								{failure.title}:{' '}
								{of === 'production' ? 'production survives' : 'the other groups survive'} it only
								in {survivor === 'first' ? 'this plan' : 'the other plan'}.
							</li>
						))}
					</ul>
				</>
			)}
			<div class="dg-actions">
				<a class="dg-button" data-quiet href={withBase(guideAddress(otherGiven))}>
					Open the other plan
				</a>
				<button type="button" class="dg-button" data-quiet onClick={onEnd}>
					End the comparison
				</button>
			</div>
		</div>
	);
}
