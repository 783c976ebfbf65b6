import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from '~/guide/url/entries.ts';
import { wholeQuery } from '~/guide/url/mend.ts';
import { entriesOf } from '~/guide/url/query.ts';
import type { Among, Answer, Session } from '../../../guide/url/session.ts';
import {
	answered,
	emptySession,
	placeAfter,
	placeBefore,
	sessionFrom,
	showing,
} from '../../../guide/url/session.ts';

import type { Remembered } from './remembered.ts';
import { remembered } from './remembered.ts';
import { withReading } from './use-landing.ts';

/** The guide's state and actions. */
export interface GuideControls {
	readonly session: Session;
	/** Whether the reader has moved on since the page was loaded, so that focus should follow. */
	readonly moved: boolean;
	readonly answer: (question: string, value: string) => void;
	readonly show: (place: string) => void;
	readonly back: (() => void) | undefined;
	/** Sets or removes one of the guide's own entries of the address, in place. */
	readonly setOwn: (name: 'from' | 'with' | 'way', value: string | undefined) => void;
	/** Changes a refinement of the plan in place. */
	readonly refine: (question: string, value: string) => void;
	/** Replaces all answers, as when a what-if is tried. */
	readonly replace: (answers: Session['answers']) => void;
	readonly restart: () => void;
}

/** Never throws: malformed escapes are left as they are. */
const addressEntries = (): Iterable<Entry> =>
	new URLSearchParams(wholeQuery(location.search, location.hash));

/** The guide's own entries that stay in the address while the reader continues. */
const ownEntries = ({ own, setByLink }: Session): readonly Entry[] => [
	...(setByLink.length > 0 ? [['set', setByLink.join('.')] as const] : []),
	...(['from', 'with', 'way', 'theme'] as const).flatMap((name) =>
		own[name] === undefined ? [] : [[name, own[name]] as const],
	),
];

function writeAddress(session: Session, how: 'push' | 'replace', state: Remembered): void {
	// As a whole: a path that begins with two slashes would be read as another host.
	const url = new URL(location.href);
	// What was read as part of the query does not stay behind it.
	if (wholeQuery(url.search, url.hash) !== url.search) url.hash = '';
	url.search = new URLSearchParams([...entriesOf(session.answers), ...ownEntries(session)] as [
		string,
		string,
	][]).toString();
	// Browsers refuse too many changes in a short time; the guide keeps working without them.
	try {
		if (how === 'push') history.pushState(state, '', url);
		else history.replaceState(withReading(state), '', url);
	} catch {}
}

/**
 * The state of the guide, kept in the address and the browser's history.
 *
 * History entries share one set of answers, so Back never loses an answer; only replacing all answers and starting again
 * create another set, so that Back returns from them.
 * @param begun an answer given before, which is not in the address yet
 */
export function useGuide(begun: Answer | undefined): GuideControls {
	const [start] = useState(() => sessionFrom(addressEntries(), remembered()?.place));
	const [session, setSession] = useState(() => (begun ? answered(start, ...begun) : start));
	const [moved, setMoved] = useState(begun !== undefined);
	const current = useRef(session);

	/** All sets of answers, and which of them is current. */
	const sets = useRef<Session['answers'][]>([]);
	const set = useRef(0);

	/** The query when the guide last wrote it, or found that it could not. */
	const written = useRef('');

	const put = (next: Session, how: 'push' | 'replace') => {
		current.current = next;
		setSession(next);
		sets.current[set.current] = next.answers;
		writeAddress(next, how, {
			place: next.shown,
			depth: (remembered()?.depth ?? 0) + (how === 'push' ? 1 : 0),
			set: set.current,
			sets: [...sets.current],
		});
		written.current = location.search;
	};
	const go = (next: Session) => {
		setMoved(true);
		put(next, 'push');
	};
	/** Continues with a new set of answers. Sets after the current one are no longer reachable. */
	const goAnew = (next: Session) => {
		set.current += 1;
		sets.current.length = set.current;
		go(next);
	};

	// biome-ignore lint/correctness/useExhaustiveDependencies: what it was opened with is written once
	useLayoutEffect(() => {
		const ours = remembered();
		sets.current = [...(ours?.sets ?? [])];
		set.current = ours?.set ?? 0;
		put(start, 'replace');
		if (begun) put(session, 'push');
	}, []);

	// At once, not after the next paint: a reader may go back in between.
	// biome-ignore lint/correctness/useExhaustiveDependencies: the listener reads what is current when it is called
	useLayoutEffect(() => {
		const onPopState = () => {
			const ours = remembered();
			if (!ours) {
				// An entry that the guide has not written is a link to a part of this page, or has other answers.
				const isEdited = location.search !== written.current;
				put(isEdited ? sessionFrom(addressEntries()) : current.current, 'replace');
				return;
			}
			setMoved(true);
			const before = current.current;
			const answers = sets.current[ours.set] ?? ours.sets[ours.set] ?? before.answers;
			const same = ours.set === set.current;
			set.current = ours.set;
			put(
				showing(same ? before : { ...before, answers, setByLink: [], dropped: [] }, ours.place),
				'replace',
			);
		};
		addEventListener('popstate', onPopState);
		return () => removeEventListener('popstate', onPopState);
	}, []);

	const previous = placeBefore(session);
	return {
		session,
		moved,
		answer: (question, value) => go(answered(current.current, question, value)),
		show: (place) => go(showing(current.current, place)),
		back: previous
			? () =>
					(remembered()?.depth ?? 0) > 0 ? history.back() : go(showing(current.current, previous))
			: undefined,
		replace: (answers) =>
			goAnew({
				...current.current,
				answers,
				shown: placeAfter(answers),
				before: current.current.answers,
				setByLink: [],
				dropped: [],
			}),
		refine: (question, value) =>
			put(
				{
					...current.current,
					answers: { ...current.current.answers, [question]: value },
					before: undefined,
				},
				'replace',
			),
		setOwn: (name, value) => {
			const { [name]: _, ...own } = current.current.own;
			put(
				{ ...current.current, own: value === undefined ? own : { ...own, [name]: value } },
				'replace',
			);
		},
		restart: () => goAnew(emptySession()),
	};
}

/** The state of a short check, kept out of the address and the history. */
export function useShortCheck(among: Among): Omit<GuideControls, 'setOwn' | 'refine'> {
	const [session, setSession] = useState(() => emptySession(among));
	const [moved, setMoved] = useState(false);
	const go = (next: Session) => {
		setMoved(true);
		setSession(next);
	};
	const previous = placeBefore(session);
	return {
		session,
		moved,
		answer: (question, value) => go(answered(session, question, value, among)),
		show: (place) => go({ ...session, shown: place, before: undefined }),
		back: previous ? () => go({ ...session, shown: previous, before: undefined }) : undefined,
		replace: (answers) => go({ ...session, answers, shown: placeAfter(answers, among) }),
		restart: () => go(emptySession(among)),
	};
}
