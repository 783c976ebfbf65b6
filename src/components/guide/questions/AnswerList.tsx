import { answerLabel, questionOf } from '~/guide/kestra/lookup.ts';
import { questions } from '~/guide/kestra/questions.ts';
import { idleAnswers } from '~/guide/plan/progress.ts';
import type { Session } from '../../../guide/url/session.ts';
import { InlineCode } from '../../prose/InlineCode.tsx';

interface Props {
	readonly session: Session;
	readonly onChange: (question: string) => void;
}

/** The answers given, in the order of the questions, each with a way to change it. */
export function AnswerList({ session, onChange }: Props) {
	const { answers, setByLink } = session;
	const idle = idleAnswers(answers);
	return (
		<dl class="dg-answers">
			{questions
				.filter(({ id }) => Object.hasOwn(answers, id))
				.map(({ id }) => (
					<div
						key={[id, answers[id], setByLink.includes(id), idle.includes(id)].join()}
						data-current={session.shown === id || undefined}
					>
						<dt>{questionOf(id).short}</dt>
						<dd>
							<InlineCode text={answerLabel(id, answers[id]!)} />
							{setByLink.includes(id) && <span class="dg-mark"> Set by the link</span>}
							{idle.includes(id) && <span class="dg-mark"> Changes nothing here</span>}
						</dd>
						<dd class="dg-change">
							<button type="button" class="dg-link" onClick={() => onChange(id)}>
								Change<span class="sr-only"> the answer to “{questionOf(id).short}”</span>
							</button>
						</dd>
					</div>
				))}
		</dl>
	);
}
