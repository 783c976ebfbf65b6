import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { matters } from '~/guide/engine/engine.ts';
import type { Answers } from '~/guide/engine/model.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import { questionOf } from '~/guide/kestra/lookup.ts';
import { RESULT } from '../../guide/url/session.ts';
import { AnswerList } from './questions/AnswerList.tsx';
import { EffectLine } from './questions/EffectLine.tsx';
import { Notices } from './questions/Notices.tsx';
import { PlanSoFar } from './questions/PlanSoFar.tsx';
import { QuestionForm } from './questions/QuestionForm.tsx';
import type { Titles } from './result/links.tsx';
import { TitlesContext } from './result/links.tsx';
import { ResultToCome } from './result/ResultPlaceholder.tsx';
import { ignoringSecondClicks } from './state/second-click.ts';
import { useAfterPaint } from './state/use-after-paint.ts';
import { useGuide } from './state/use-guide.ts';
import { useNames } from './state/use-names.ts';
import { useScript } from './state/use-script.ts';
// Imported with the page, not by scripts that load later: the style's file would get different names in the two.
import '../failures/drill.css';
import './guide.css';
import './questions/questions.css';
import './result/result.css';
import './print.css';
import '../plan/plan.css';

/** The result's code is larger than the questions', so it is fetched while the reader answers them. */
const loadResult = () => import('./result/Result.tsx');

interface Props {
	readonly titles: Titles;
	/** The page's title, for the browser's tab. */
	readonly title: string;
}

/**
 * The decision guide: one question at a time, the plan taking shape beside it, and the result. Here and in all its parts,
 * an element whose text changes has the text, or what it depends on, in its key: a browser that translates the page
 * takes the text nodes away from Preact, which can then only replace whole elements.
 */
export function Guide({ titles, title }: Props) {
	const controls = useGuide();
	const { session, moved } = controls;
	const isResult = session.shown === RESULT;
	const own = useNames(session.answers);
	const wrong = useRef(false);
	const box = useRef<HTMLDivElement>(null);
	// On the document: a screen reader says “clickable” of everything in an element that listens to clicks.
	useEffect(() => {
		const { onMouseDownCapture, onClickCapture } = ignoringSecondClicks();
		const within = (handle: (event: MouseEvent) => void) => (event: MouseEvent) => {
			if (event.target instanceof Node && box.current?.contains(event.target)) handle(event);
		};
		const [down, click] = [within(onMouseDownCapture), within(onClickCapture)];
		document.addEventListener('mousedown', down, true);
		document.addEventListener('click', click, true);
		return () => {
			document.removeEventListener('mousedown', down, true);
			document.removeEventListener('click', click, true);
		};
	}, []);
	const result = useScript(loadResult, Object.keys(session.answers).length > 0);
	const waits = isResult && !result.module && !result.failed;
	// With an address that answers everything, nothing is shown until the plan can be.
	useLayoutEffect(() => {
		if (controls.read && !waits) document.documentElement.classList.remove('has-answers');
	}, [controls.read, waits]);

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
			<div class="dg-guide not-content" ref={box}>
				<Notices session={session} />
				{isResult && !result.module ? (
					<ResultToCome failed={result.failed > 0} takesFocus={moved} />
				) : isResult && result.module ? (
					<result.module.Result
						key={askedKey(session.answers)}
						controls={controls}
						own={own}
						effect={effect}
					/>
				) : (
					<div class="dg-columns">
						<div class="dg-main">
							<Step answers={session.answers} shown={session.shown} />
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
							<p class="dg-private dg-with-script">
								Your answers are in the address of this page, so you can keep or share it. They are
								stored nowhere else.
							</p>
						</div>
						<div class="dg-beside">
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
						</div>
					</div>
				)}
			</div>
		</TitlesContext.Provider>
	);
}

/** Changes whenever an answer does that was asked for; refinements change the plan in place. */
const askedKey = (answers: Answers) =>
	kestra.questions.map(({ id, refinement }) => (refinement ? '' : answers[id])).join();

/** Progress: the number of this question among those answered and those that may still be asked. */
function Step({ answers, shown }: { readonly answers: Answers; readonly shown: string }) {
	const asked = kestra.questions
		.filter(({ refinement }) => !refinement)
		.map(({ id }) => id)
		.filter((id) => id === shown || Object.hasOwn(answers, id) || matters(kestra, answers, id));
	const at = `Question ${asked.indexOf(shown) + 1} of at most ${asked.length}`;
	return (
		<p class="dg-step" key={at}>
			{at}
		</p>
	);
}
