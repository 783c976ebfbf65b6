import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Answers } from '~/guide/engine/model.ts';
import { UNKNOWN } from '~/guide/engine/model.ts';
import { bothEditions } from '~/guide/insight/editions.ts';
import type { Names } from '~/guide/kestra/names.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { guideAddress } from '~/guide/url/query.ts';
import { withBase } from '~/lib/address.ts';
import { AnswerList } from '../questions/AnswerList.tsx';
import type { GuideControls } from '../state/use-guide.ts';
import type { OwnNames } from '../state/use-names.ts';
import { AfterPaint } from './AfterPaint.tsx';
import { MoveOn, RuledOut, WhatIfs } from './alternatives-parts.tsx';
import { Worth } from './Editions.tsx';
import { OnDemand } from './OnDemand.tsx';
import { Part } from './Part.tsx';
import { Held, NextSteps, OneServer, Risks, Unknowns, Why } from './reasons-parts.tsx';

/** Everything below the first look, each part closed, with a line that says what is in it. */
export function Parts({
	controls,
	own,
	plan,
	onRefine,
	onDrawn,
}: {
	readonly controls: GuideControls;
	readonly own: OwnNames;
	readonly plan: Plan;
	readonly onRefine: (question: string, value: string) => void;
	/** Called once, when all parts are there. */
	readonly onDrawn: () => void;
}) {
	const all = useRef<HTMLDivElement>(null);
	useOpenOnPaper(all);
	// Set on the element, because nothing is to be drawn again for it.
	const drawn = () => {
		all.current?.setAttribute('data-drawn', '');
		onDrawn();
	};
	const { session } = controls;
	const given = session.answers;
	return (
		<div class="dg-parts" ref={all}>
			<NextSteps plan={plan} />
			<OnDemand
				summary="The files"
				holds="A folder to start from, and an archive"
				id="dg-files"
				files
				about="The plan as a folder that sets it up: instances, Terraform, the way to production, an example flow, and a README with the order of steps. Made in this browser."
				open={session.own.way !== undefined}
				load={() => import('./FilesPanel.tsx')}
			>
				{({ FilesPanel }) => (
					<FilesPanel
						given={given}
						plan={plan}
						way={session.own.way}
						onWay={(way) => controls.setOwn('way', way)}
					/>
				)}
			</OnDemand>
			<OnDemand
				summary="Make it yours"
				holds="Your own names and words"
				about="Name your company, stages, groups and exceptions; the picture, the counts, the record and the files follow. The names stay in this browser and never enter the address."
				load={() => import('./NamesPanel.tsx')}
			>
				{({ NamesPanel }) => <NamesPanel given={given} plan={plan} own={own} onRefine={onRefine} />}
			</OnDemand>
			<AfterPaint paints={1}>
				{() => (
					<>
						<OneServer plan={plan} given={given} />
						<Held plan={plan} />
						<Unknowns plan={plan} given={given} />
					</>
				)}
			</AfterPaint>
			<AfterPaint paints={2}>
				{() => (
					<>
						<WhatIfs plan={plan} given={given} onTry={controls.replace} />
						<RuledOut plan={plan} />
						<Risks plan={plan} />
						<MoveOn plan={plan} />
					</>
				)}
			</AfterPaint>
			<AfterPaint paints={3} onDrawn={drawn}>
				{() => (
					<>
						<Why plan={plan} given={given} />
						{given['edition'] !== UNKNOWN && (
							<OtherEdition {...{ plan, given }} names={own.usable} />
						)}
						<OnDemand
							summary="What fails together"
							holds="The worst of each failure, and a drill"
							about="The worst that each failure can do, and a drill: choose a part of this plan and see what goes down with it."
							load={() => import('../../failures/Drill.tsx')}
						>
							{({ Drill }) => <Drill own={plan.topology} id="dg-drill" />}
						</OnDemand>
						<OnDemand
							summary="Compare with another plan"
							holds="One answer changed, or a pasted link"
							about="Change one answer, or paste the link to somebody else’s result, and see both side by side."
							open={session.own.with !== undefined}
							load={() => import('./ComparePanel.tsx')}
						>
							{({ ComparePanel }) => (
								<ComparePanel
									given={given}
									plan={plan}
									names={own.usable}
									other={session.own.with}
									onOther={(value) => controls.setOwn('with', value)}
								/>
							)}
						</OnDemand>
						<Part
							id="dg-split"
							title="What would it break?"
							holds="Check your flows against this plan, in your browser"
						>
							<p>
								If you have flows today: which of them refer to one another across the parts of this
								plan?{' '}
								<a href={withBase(guideAddress(given).replace('/guide/', '/practices/split/'))}>
									Check your flows against this plan
								</a>
								. They are read in your browser and sent nowhere.
							</p>
						</Part>
						<OnDemand
							summary="Start from what you have"
							holds="The migrations from today’s layout"
							about="Say how your environments are split today, and see the migrations from there to this plan, in order."
							open={session.own.from !== undefined}
							load={() => import('./MigrationPanel.tsx')}
						>
							{({ MigrationPanel }) => (
								<MigrationPanel
									plan={plan}
									from={session.own.from}
									onFrom={(value) => controls.setOwn('from', value)}
								/>
							)}
						</OnDemand>
						<Part
							id="dg-answers"
							title="Your answers"
							holds={`${Object.keys(given).length} answers, each with a way to change it`}
						>
							<AnswerList session={session} onChange={controls.show} />
						</Part>
					</>
				)}
			</AfterPaint>
		</div>
	);
}

/** What the same answers come to in the edition that was not chosen. */
function OtherEdition({
	plan,
	given,
	names,
}: {
	readonly plan: Plan;
	readonly given: Answers;
	readonly names: Names;
}) {
	const both = useMemo(() => bothEditions(given, names), [given, names]);
	if (!both) return null;
	const isFree = plan.topology.edition === 'open-source';
	const other = both[isFree ? 'enterprise' : 'open-source'];
	return (
		<Part id="dg-edition" title="With the other edition" holds={other.title}>
			<p>
				The same answers with {isFree ? 'Enterprise or Cloud' : 'the free edition'}:{' '}
				<strong>{other.title}</strong>.
			</p>
			<Worth worth={both.worth} />
		</Part>
	);
}

/** Opens the closed parts for printers, also in browsers whose styles cannot, and closes them again afterwards. */
function useOpenOnPaper(parts: RefObject<HTMLElement>): void {
	useEffect(() => {
		const all = parts.current;
		let opened: readonly HTMLDetailsElement[] = [];
		const open = () => {
			opened = [...(all?.querySelectorAll<HTMLDetailsElement>('.dg-part:not([open])') ?? [])];
			for (const part of opened) part.open = true;
		};
		const close = () => {
			for (const part of opened) part.open = false;
		};
		addEventListener('beforeprint', open);
		addEventListener('afterprint', close);
		return () => {
			removeEventListener('beforeprint', open);
			removeEventListener('afterprint', close);
		};
	}, [parts]);
}
