import { useEffect, useRef } from 'preact/hooks';
import { complete, possibleOutcomes } from '~/guide/engine/engine.ts';
import { kestra } from '~/guide/kestra/decision-model.ts';
import { questionOf } from '~/guide/kestra/lookup.ts';
import { reasonOf } from '~/guide/kestra/rule-reasons.ts';
import { guideAddress } from '~/guide/url/query.ts';
import { withBase } from '~/lib/address.ts';
import { RESULT } from '../../guide/url/session.ts';
import { AnswerList } from './questions/AnswerList.tsx';
import { EffectLine } from './questions/EffectLine.tsx';
import { QuestionForm } from './questions/QuestionForm.tsx';
import { DecisionRow } from './result/DecisionRow.tsx';
import type { Titles } from './result/links.tsx';
import { Sections, TitlesContext } from './result/links.tsx';
import { useOneClick } from './state/second-click.ts';
import { useShortCheck } from './state/use-guide.ts';
import './guide.css';
import './questions/questions.css';
import './result/result.css';
import './print.css';

interface Props {
	/** Ids of the decisions it is limited to. */
	readonly decisions: readonly string[];
	/** Prefix of ids, unique on the page. */
	readonly id: string;
	readonly titles: Titles;
}

/** The guide limited to some decisions. Its state is not in the address; it ends with a link to the whole guide. */
export function ShortCheck({ decisions, id, titles }: Props) {
	const controls = useShortCheck(decisions);
	const { session, moved } = controls;
	const heading = useRef<HTMLHeadingElement>(null);
	const box = useRef<HTMLDivElement>(null);
	useOneClick(box);
	const isResult = session.shown === RESULT;
	useEffect(() => {
		if (isResult && moved) heading.current?.focus();
	}, [isResult, moved]);
	const { answers, assumed } = complete(kestra, session.answers, decisions);
	const decided = possibleOutcomes(kestra, answers);
	const effectId = `${id}-effect`;
	return (
		<TitlesContext.Provider value={titles}>
			<div class="dg-guide dg-check not-content" ref={box}>
				{session.before && !isResult && (
					<EffectLine
						id={effectId}
						before={session.before}
						after={session.answers}
						among={decisions}
					/>
				)}
				{!isResult ? (
					<QuestionForm
						key={session.shown}
						question={questionOf(session.shown)}
						given={session.answers[session.shown]}
						id={`${id}-${session.shown}`}
						action={withBase('/guide/')}
						takesFocus={moved}
						describedBy={session.before && effectId}
						onAnswer={(value) => controls.answer(session.shown, value)}
						onBack={controls.back}
						onError={() => {}}
					/>
				) : (
					<div data-guide="result" class="dg-check-result">
						<h3 ref={heading} tabIndex={-1}>
							What follows
						</h3>
						<ul class="dg-rows" role="list">
							{decisions.map((decision) => {
								const { outcomes, rules } = decided.get(decision)!;
								const { because, sections } = reasonOf(decision, rules[0]!);
								return (
									<DecisionRow
										key={decision}
										isMark
										decision={decision}
										outcome={outcomes[0]!}
										because={because}
										assumed={assumed}
									>
										<Sections sections={sections.slice(0, 1)} />
									</DecisionRow>
								);
							})}
						</ul>
						{assumed.length > 0 && (
							<p>
								Assumed, because you did not know:{' '}
								{assumed.map((question) => questionOf(question).short).join(', ')}.
							</p>
						)}
						<AnswerList session={session} onChange={controls.show} />
						<div class="dg-actions">
							<a class="dg-button" href={withBase(guideAddress(session.answers))}>
								Go on with the whole guide
							</a>
							<button type="button" class="dg-button" data-quiet onClick={controls.restart}>
								Start again
							</button>
						</div>
					</div>
				)}
			</div>
		</TitlesContext.Provider>
	);
}
