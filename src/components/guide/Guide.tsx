import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '~/guide/engine/model.ts';
import type { Step } from '~/guide/plan/progress.ts';
import { QuestionColumns } from './questions/QuestionColumns.tsx';
import { QuestionForm } from './questions/QuestionForm.tsx';
import type { Titles } from './result/links.tsx';
import { remembered } from './state/remembered.ts';
import { useOneClick } from './state/second-click.ts';
import { useScript } from './state/use-script.ts';
import { ToCome } from './ToCome.tsx';
// Imported with the page, not by scripts that load later: the style's file would get different names in the two.
import '../failures/drill.css';
import './guide.css';
import './questions/questions.css';
import './result/result.css';
import './print.css';
import '../plan/plan.css';

const loadSteps = () => import('./Steps.tsx');

interface Props {
	readonly titles: Titles;
	/** The page's title, for the browser's tab. */
	readonly title: string;
	/** The first question, and which step it is: the model comes with the script of the others. */
	readonly first: Question;
	readonly step: Step;
	/** What stands beside the first question. */
	readonly beside?: ComponentChildren;
}

/**
 * The decision guide. Most who come read its first question and no more, so only that is here; the script of the others
 * is fetched when a reader comes near it, or when the address already has answers.
 *
 * In all its parts, an element whose text changes has the text, or what it depends on, in its key: a browser that
 * translates the page takes the text nodes away from Preact, which can then only replace whole elements.
 */
export function Guide({ titles, title, first, step, beside }: Props) {
	const box = useRef<HTMLDivElement>(null);
	useOneClick(box);
	const [returns, setReturns] = useState(false);
	const [isNear, setNear] = useState(false);
	const [value, setValue] = useState<string>();
	const steps = useScript(loadSteps, returns || isNear || value !== undefined);
	const failed = steps.failed > 0;
	const goesOn = returns || value !== undefined;

	// The first render equals the served page.
	useLayoutEffect(() => {
		const look = () => {
			if (hasBegun()) setReturns(true);
		};
		look();
		addEventListener('popstate', look);
		return () => removeEventListener('popstate', look);
	}, []);
	useEffect(() => {
		const come = ({ target }: Event) => {
			if (target instanceof Node && box.current?.contains(target)) setNear(true);
		};
		for (const sign of signs) document.addEventListener(sign, come);
		return () => {
			for (const sign of signs) document.removeEventListener(sign, come);
		};
	}, []);
	useLayoutEffect(() => {
		if (returns && failed)
			document.documentElement.classList.remove('has-answers', 'came-with-answers');
	}, [returns, failed]);
	useEffect(() => {
		// As the form does without script: a page that was open while the site changed gets its new scripts this way.
		if (value !== undefined && failed) location.assign(`?${first.id}=${value}`);
	}, [value, failed, first]);

	return (
		<div class="dg-guide not-content" ref={box}>
			{goesOn && steps.module ? (
				<steps.module.Steps
					titles={titles}
					title={title}
					begun={value === undefined ? undefined : [first.id, value]}
				/>
			) : returns ? (
				<ToCome what="The guide" failed={failed} takesFocus={false} />
			) : (
				<QuestionColumns {...step} beside={beside}>
					<QuestionForm
						question={first}
						given={undefined}
						id={`dg-${first.id}`}
						action=""
						takesFocus={false}
						describedBy={undefined}
						onAnswer={setValue}
						onBack={undefined}
						onError={(isWrong) => {
							document.title = `${isWrong ? 'Error: ' : ''}${title}`;
						}}
					/>
					{value !== undefined && <ToCome what="The next question" failed={false} takesFocus />}
				</QuestionColumns>
			)}
		</div>
	);
}

/** What a reader does who is about to answer. */
const signs = ['pointerover', 'focusin', 'keydown'] as const;

/** Whether the address or the browser's history has a state of the guide. */
const hasBegun = () => location.search.length > 1 || remembered() !== undefined;
