import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Answers } from '~/guide/engine/model.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import { questionOf } from '~/guide/kestra/lookup.ts';
import { stepOf } from '~/guide/plan/progress.ts';
import type { Answer } from '../../guide/url/session.ts';
import { RESULT } from '../../guide/url/session.ts';
import { AnswerList } from './questions/AnswerList.tsx';
import { EffectLine } from './questions/EffectLine.tsx';
import { Notices } from './questions/Notices.tsx';
import { PlanSoFar } from './questions/PlanSoFar.tsx';
import { QuestionColumns } from './questions/QuestionColumns.tsx';
import { QuestionForm } from './questions/QuestionForm.tsx';
import type { Titles } from './result/links.tsx';
import { TitlesContext } from './result/links.tsx';
import { useAfterPaint } from './state/use-after-paint.ts';
import { useGuide } from './state/use-guide.ts';
import { useNames } from './state/use-names.ts';
import { useScript } from './state/use-script.ts';
import { ToCome } from './ToCome.tsx';

/** The result's code is larger than the questions', so it is fetched while the reader answers them. */
const loadResult = () => import('./result/Result.tsx');

interface Props {
	readonly titles: Titles;
	/** The page's title, for the browser's tab. */
	readonly title: string;
	/** What the reader answered before this part of the guide arrived. */
	readonly begun: Answer | undefined;
}

/** The guide once there is an answer: one question at a time, the plan taking shape beside it, and the result. */
export function Steps({ titles, title, begun }: Props) {
	const controls = useGuide(begun);
	const { session, moved } = controls;
	const isResult = session.shown === RESULT;
	const own = useNames(session.answers);
	const wrong = useRef(false);
	const result = useScript(loadResult, Object.keys(session.answers).length > 0);
	const waits = isResult && !result.module && !result.failed;
	// With an address that answers everything, nothing is shown until the plan can be.
	useLayoutEffect(() => {
		if (!waits) document.documentElement.classList.remove('has-answers');
	}, [waits]);

	const nameTab = () => {
		const place = isResult ? 'Your plan' : questionOf(session.shown).asks;
		// At the first question the tab keeps the page's own title.
		document.title = `${wrong.current ? 'Error: ' : ''}${moved || isResult ? `${place} · ` : ''}${title}`;
	};
	// biome-ignore lint/correctness/useExhaustiveDependencies: the tab's title depends only on the place shown
	useEffect(() => {
		wrong.current = false;
		nameTab();
	}, [session.shown, moved]);

	const effectId = 'dg-effect';
	const effect = session.before && (
		<EffectLine id={effectId} before={session.before} after={session.answers} />
	);
	// The next question is rendered first; the parts beside it follow a frame later.
	const painted = useAfterPaint(session);
	const beside = moved ? painted : session;
	return (
		<TitlesContext.Provider value={titles}>
			<Notices session={session} />
			{isResult && !result.module ? (
				<ToCome what="Your plan" failed={result.failed > 0} takesFocus={moved} />
			) : isResult && result.module ? (
				<result.module.Result
					key={askedKey(session.answers)}
					controls={controls}
					own={own}
					effect={effect}
				/>
			) : (
				<QuestionColumns
					{...stepOf(session.answers, session.shown)}
					beside={
						<>
							<PlanSoFar answers={beside.answers} />
							{Object.keys(beside.answers).length > 0 && (
								<section class="dg-given" aria-labelledby="dg-given">
									<h2 id="dg-given">Your answers</h2>
									<AnswerList session={beside} onChange={controls.show} />
									<button type="button" class="dg-link" onClick={controls.restart}>
										Start again
									</button>
								</section>
							)}
						</>
					}
				>
					{effect}
					<QuestionForm
						key={session.shown}
						question={questionOf(session.shown)}
						given={session.answers[session.shown]}
						id={`dg-${session.shown}`}
						action=""
						takesFocus={moved}
						describedBy={session.before && effectId}
						onAnswer={(value) => controls.answer(session.shown, value)}
						onBack={controls.back}
						onError={(isWrong) => {
							wrong.current = isWrong;
							nameTab();
						}}
					/>
				</QuestionColumns>
			)}
		</TitlesContext.Provider>
	);
}

/** Changes whenever an answer does that was asked for; refinements change the plan in place. */
const askedKey = (answers: Answers) =>
	kestra.questions.map(({ id, refinement }) => (refinement ? '' : answers[id])).join();
