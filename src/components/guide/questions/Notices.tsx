import { rulesVersion } from '~/guide/kestra/decision-model.ts';
import { answerLabel, anyOf, decisionOf, outcomeOf, questionOf } from '~/guide/kestra/lookup.ts';
import { sinceThen } from '~/guide/kestra/past-versions.ts';
import type { Dropped } from '~/guide/url/query.ts';
import type { Session } from '../../../guide/url/session.ts';

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
				<div class="dg-notice" data-notice="dropped">
					<p>Part of this address was not understood and has been left out:</p>
					<ul>
						{dropped.slice(0, mostNamed).map(({ name, value, problem }, index) => (
							<li key={index}>
								<code dir="auto">
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
				<p class="dg-notice" data-notice="preset">
					Set by the link:{' '}
					{setByLink
						.map((id) => `${questionOf(id).short}: ${answerLabel(id, answers[id]!)}`)
						.join('; ')}
					. You can change {setByLink.length > 1 ? 'them' : 'it'}.
				</p>
			)}
			{own.rules !== undefined && <SinceThen version={own.rules} session={session} />}
		</>
	);
}

/** For a link from another version of the rules: says that they have changed, and which outcomes differed. */
function SinceThen({ version, session }: { readonly version: string; readonly session: Session }) {
	const since = sinceThen(version, session.answers);
	if (!since) return null;
	return (
		<div class="dg-notice" data-notice="rules">
			<p>
				This link was made with version <code dir="auto">{shorten(version)}</code> of the rules. You
				see the plan by version {rulesVersion}
				{!since.kept
					? '; what that version came to is not kept here.'
					: since.different.length === 0
						? ', which comes to the same for these answers.'
						: ':'}
			</p>
			{since.different.length > 0 && (
				<ul>
					{since.different.map(({ decision, then }) => (
						<li key={decision}>
							{decisionOf(decision).short} then:{' '}
							{anyOf(then.map((id) => outcomeOf(decision, id).label))}
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
