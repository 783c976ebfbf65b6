import type { TargetedMouseEvent, TargetedSubmitEvent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '~/guide/engine/model.ts';
import { UNKNOWN } from '~/guide/engine/model.ts';
import { InlineCode } from '../../prose/InlineCode.tsx';

interface Props {
	readonly question: Question;
	/** The answer given before, if any. */
	readonly given: string | undefined;
	/** Prefix of ids, unique on the page. */
	readonly id: string;
	/** The form's action without script. */
	readonly action: string;
	/** Whether the heading takes focus when the question appears. */
	readonly takesFocus: boolean;
	/** Id of the element that describes the effect of the last answer, if there is one. */
	readonly describedBy: string | undefined;
	readonly onAnswer: (value: string) => void;
	readonly onBack: (() => void) | undefined;
	/** Called with true when the reader continues without a choice, and with false when that is corrected. */
	readonly onError: (wrong: boolean) => void;
}

/**
 * One question as a native form. The radio buttons are uncontrolled, so that a choice made before hydration counts;
 * choosing changes nothing until Continue.
 */
export function QuestionForm(props: Props) {
	const { question, given, id, describedBy } = props;
	const heading = useRef<HTMLHeadingElement>(null);
	const error = useRef<HTMLParagraphElement>(null);
	const [failed, setFailed] = useState(0);

	// biome-ignore lint/correctness/useExhaustiveDependencies: only a question that appears takes focus
	useLayoutEffect(() => {
		if (props.takesFocus) heading.current?.focus();
	}, []);
	useEffect(() => {
		if (failed > 0) error.current?.focus();
	}, [failed]);

	const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const value = new FormData(event.currentTarget).get(question.id);
		props.onError(typeof value !== 'string');
		if (typeof value === 'string') props.onAnswer(value);
		else setFailed(failed + 1);
	};

	const options = [...question.values, { id: UNKNOWN, ...question.unknown }];
	const errorId = `${id}-error`;
	const whyId = `${id}-why`;
	return (
		<form
			class="dg-question"
			method="get"
			action={props.action}
			noValidate
			onSubmit={submit}
			data-guide="question"
			data-question={question.id}
		>
			<fieldset aria-describedby={failed > 0 ? `${errorId} ${whyId}` : whyId}>
				<legend>
					<h2 id={`${id}-heading`} ref={heading} tabIndex={-1} aria-describedby={describedBy}>
						{question.asks}
					</h2>
				</legend>
				<div class="dg-why" id={whyId}>
					<p>
						<InlineCode text={question.why} />
					</p>
					{question.note && (
						<p>
							<InlineCode text={question.note} />
						</p>
					)}
					{question.more && (
						<details class="dg-note-more">
							<summary>More on this question</summary>
							<p>
								<InlineCode text={question.more} />
							</p>
						</details>
					)}
				</div>
				{failed > 0 && (
					<p
						class="dg-error"
						id={errorId}
						ref={error}
						tabIndex={-1}
						role="group"
						// From its own content Firefox makes no name, and a reader would hear only “panel”.
						aria-label={`Error: Choose an answer to “${question.asks}”`}
					>
						<strong>Error:</strong>{' '}
						<a href={`#${id}-${options[0]?.id}`} onClick={focusTarget}>
							Choose an answer to “{question.asks}”
						</a>
					</p>
				)}
				<div class="dg-options">
					{options.map(({ id: value, label, means }) => (
						<div class="dg-option" key={value} data-unknown={value === UNKNOWN || undefined}>
							<input
								type="radio"
								name={question.id}
								value={value}
								id={`${id}-${value}`}
								defaultChecked={given === value}
								aria-describedby={`${id}-${value}-means`}
							/>
							<label for={`${id}-${value}`}>
								<InlineCode text={label} />
							</label>
							<p id={`${id}-${value}-means`}>
								<InlineCode text={means} />
							</p>
						</div>
					))}
				</div>
			</fieldset>
			<div class="dg-actions">
				<button type="submit" class="dg-button">
					Continue
				</button>
				{props.onBack && (
					<button type="button" class="dg-button" data-quiet onClick={props.onBack}>
						Back
					</button>
				)}
			</div>
		</form>
	);
}

/** Follows a link to a radio button by moving focus only, so that no fragment is added to the address. */
function focusTarget(event: TargetedMouseEvent<HTMLAnchorElement>) {
	const target = document.getElementById(event.currentTarget.hash.slice(1));
	if (!target) return;
	event.preventDefault();
	target.closest('fieldset')?.scrollIntoView({ block: 'nearest' });
	target.focus();
}
