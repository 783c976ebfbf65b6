import { UNKNOWN } from '~/guide/engine/model.ts';
import { rulesVersion } from '~/guide/kestra/decision-model.ts';
import { answerLabel, anyOf, decisionOf, outcomeOf, questionOf } from '~/guide/kestra/lookup.ts';
import { compareVersions, isVersion } from '~/guide/kestra/versions.ts';
import type { Dropped, EarlierLink } from '~/guide/url/query.ts';
import type { Session } from '~/guide/url/session.ts';
import { RESULT } from '~/guide/url/session.ts';
import { untranslated } from '../../prose/untranslated.ts';
import { useScript } from '../state/use-script.ts';

/** Limits: the number of entries named, and the characters shown of each. */
const mostNamed = 3;
const mostShown = 40;

const shorten = (text: string) => {
	const characters = [...text];
	return characters.length > mostShown ? `${characters.slice(0, mostShown - 1).join('')}…` : text;
};

const problems: Readonly<Record<Dropped['problem'], string>> = {
	question: 'is not a question of this guide',
	answer: 'is not an answer to it',
	repeated: 'comes a second time; the first counts',
};

/** Messages about the address, shown before anything else. */
export function Notices({ session }: { readonly session: Session }) {
	const { dropped, setByLink, answers, own } = session;
	return (
		<>
			{dropped.length > 0 && (
				<div class="dg-notice" data-notice="dropped" key={dropped.length}>
					<p>Part of this address was not understood and has been left out:</p>
					<ul>
						{dropped.slice(0, mostNamed).map(({ name, value, problem }, index) => (
							<li key={[index, name, value, problem].join()}>
								<code dir="auto" {...untranslated}>
									{shorten(problem === 'question' ? name : `${name}=${value}`)}
								</code>{' '}
								{problems[problem]}
							</li>
						))}
						{dropped.length > mostNamed && <li>and {dropped.length - mostNamed} more</li>}
					</ul>
				</div>
			)}
			{setByLink.length > 0 && (
				<p
					class="dg-notice"
					data-notice="preset"
					key={setByLink.map((id) => `${id}=${answers[id]}`).join()}
				>
					Set by the link:{' '}
					{setByLink
						.map((id) => `${questionOf(id).short}: ${answerLabel(id, answers[id]!)}`)
						.join('; ')}
					. You can change {setByLink.length > 1 ? 'them' : 'it'}.
				</p>
			)}
			{session.earlier && <ReadFromEarlier session={session} earlier={session.earlier} />}
			{own.rules !== undefined && isOlder(own.rules) && (
				<SinceThen version={own.rules} session={session} />
			)}
		</>
	);
}

/** Whether a link was made by rules before today's. */
const isOlder = (version: string) =>
	isVersion(version) && compareVersions(version, rulesVersion) < 0;

/** For a link from the time of other questions: how its answers were read, and which questions are new since. */
function ReadFromEarlier({
	session,
	earlier,
}: {
	readonly session: Session;
	readonly earlier: EarlierLink;
}) {
	const { answers } = session;
	const read = earlier.read.filter((id) => Object.hasOwn(answers, id));
	const taken = earlier.taken.filter((id) => answers[id] === UNKNOWN);
	if (read.length + taken.length === 0) return null;
	return (
		<div
			class="dg-notice"
			data-notice="earlier"
			key={[...read.map((id) => `${id}=${answers[id]}`), ...taken].join()}
		>
			<p>
				The questions have changed since this link was made. Please check what was made of it; “Your
				answers” has a way to change each.
			</p>
			<ul>
				{read.map((id) => (
					<li key={id}>
						Read as: {questionOf(id).short}: {answerLabel(id, answers[id]!)}
					</li>
				))}
				{taken.map((id) => (
					<li key={id}>
						New, and not answered yet: {questionOf(id).asks} {questionOf(id).unknown.means}
					</li>
				))}
			</ul>
		</div>
	);
}

const loadPast = () => import('~/guide/kestra/past-versions.ts');

/** For a link from earlier rules: which outcomes differed then. The recorded tables are fetched for it. */
function SinceThen({ version, session }: { readonly version: string; readonly session: Session }) {
	const { module } = useScript(loadPast, true);
	const { answers, earlier } = session;
	const since = module?.sinceThen(version, earlier?.answers ?? answers, answers);
	if (!since) return null;
	const isPlan = session.shown === RESULT;
	return (
		<div class="dg-notice" data-notice="rules" key={JSON.stringify([isPlan, since])}>
			<p>
				This link was made with version <code dir="auto">{shorten(version)}</code> of the rules.{' '}
				{isPlan ? 'You see the plan' : 'The guide goes on'} by version {rulesVersion}
				{!since.kept
					? '; what that version came to is not kept here.'
					: since.different.length === 0
						? ', which comes to the same for these answers.'
						: '. Then it came to:'}
			</p>
			{since.different.length > 0 && (
				<ul>
					{since.different.map(({ decision, then }) => (
						<li key={decision}>
							{decisionOf(decision).short}: {anyOf(then.map((id) => outcomeOf(decision, id).label))}
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
