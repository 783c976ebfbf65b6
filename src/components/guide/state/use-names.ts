import { useEffect, useState } from 'preact/hooks';
import type { Answers } from '~/guide/engine/model.ts';
import type { Names } from '~/guide/kestra/names.ts';
import { repeatable } from './import-again.ts';
import { readStoredNames, storeNames } from './name-storage.ts';

const loadLists = repeatable(() => import('~/guide/names/name-lists.ts'));
const loadStored = repeatable(() => import('~/guide/names/stored-names.ts'));
const load = () =>
	Promise.all([loadLists(), loadStored()]).then(([lists, stored]) => ({ ...lists, ...stored }));
type Entry = Awaited<ReturnType<typeof load>>;

/** The reader's own names, stored in the browser if it allows that, and never sent anywhere. */
export interface OwnNames {
	/** All names given. */
	readonly kept: Names;
	/** The names that the plan for the answers can use. */
	readonly usable: Names;
	readonly keep: (names: Names) => void;
	readonly forget: () => void;
}

/** The reader's own names. Their script is fetched only when there are any. */
export function useNames(given: Answers): OwnNames {
	const [kept, setKept] = useState<Names>({});
	const [entry, setEntry] = useState<Entry>();
	useEffect(() => {
		const text = readStoredNames();
		if (text === null) return;
		load().then(
			(loaded) => {
				setEntry(loaded);
				setKept(loaded.parseNames(text));
			},
			() => {},
		);
	}, []);
	return {
		kept,
		usable: entry ? entry.usableNames(given, kept) : {},
		keep: (names) => {
			load().then(
				(loaded) => {
					setEntry(loaded);
					setKept(names);
					storeNames(loaded.serialiseNames(names));
				},
				() => {},
			);
		},
		forget: () => {
			setKept({});
			storeNames(undefined);
		},
	};
}
