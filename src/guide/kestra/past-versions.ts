/**
 * What earlier versions of the rules gave. The tables of each version are recorded as data at its release and never
 * edited, so that the guide can say what has changed for an old link. Fetched only for such a link.
 */
import { complete, possibleOutcomes } from '../engine/engine.ts';
import type { Answers, Condition, Model } from '../engine/model.ts';
import { kestra, rulesVersion } from './decision-model.ts';
import first from './past/1.0.0.json' with { type: 'json' };
import { compareVersions } from './versions.ts';

/** The tables of one version, without words. */
export interface RecordedRules {
	readonly version: string;
	/** Release day, as `YYYY-MM-DD`. */
	readonly date: string;
	readonly questions: readonly {
		readonly id: string;
		readonly values: readonly string[];
		/** What "I don't know" came to. */
		readonly default: string;
		readonly refinement?: readonly { readonly when: Condition; readonly value: string }[];
	}[];
	readonly decisions: readonly RecordedTable[];
	readonly derived?: readonly RecordedTable[];
}

interface RecordedTable {
	readonly id: string;
	readonly outcomes: readonly string[];
	readonly rules: readonly {
		readonly id: string;
		readonly when: Condition;
		readonly then: string;
	}[];
}

/** Every recorded version before the current one. */
const recorded: readonly RecordedRules[] = [first as RecordedRules];

/** What to say about a link made by an earlier version of the rules. */
export interface SinceThen {
	readonly version: string;
	/** Whether the rules of that version are kept, and so were compared. */
	readonly kept: boolean;
	/** Current decisions that these answers settled then, with another outcome than now. */
	readonly different: readonly { readonly decision: string; readonly then: readonly string[] }[];
}

/**
 * What has changed for a link since a version of the rules.
 * @param then the answers as the link has them, by the ids of that time
 * @param now the same answers as they are read today
 * @param past recorded versions; only tests pass their own
 * @returns undefined when the version is not older than the current one
 */
export function sinceThen(
	version: string,
	then: Answers,
	now: Answers,
	past: readonly RecordedRules[] = recorded,
): SinceThen | undefined {
	if (compareVersions(version, rulesVersion) >= 0) return undefined;
	const old = past.find((each) => each.version === version);
	if (!old) return { version, kept: false, different: [] };
	const outcomesNow = settled(kestra, now);
	const outcomesThen = settled(modelOf(old), then);
	return {
		version,
		kept: true,
		different: kestra.decisions.flatMap(({ id }) => {
			const was = outcomesThen.get(id)?.outcomes ?? [];
			// What was open then has no outcome to tell.
			return was.length === 1 && String(was) !== String(outcomesNow.get(id)!.outcomes)
				? [{ decision: id, then: was }]
				: [];
		}),
	};
}

const settled = (model: Model, answers: Answers) =>
	possibleOutcomes(model, complete(model, answers).answers);

/** A model that decides as the recorded tables do. */
function modelOf({ questions, decisions, derived = [] }: RecordedRules): Model {
	const table = ({ id, outcomes, rules }: RecordedTable) => ({
		id,
		outcomes: outcomes.map((outcome) => ({ id: outcome, label: outcome, address: '' })),
		rules,
	});
	return {
		questions: questions.map(({ id, values, default: value, refinement }) => ({
			id,
			asks: id,
			short: id,
			why: '',
			ordered: false,
			values: values.map((each) => ({ id: each, label: each, short: each, means: '' })),
			default: { value, because: '' },
			unknown: { label: '', means: '' },
			whom: '',
			since: '1.0.0',
			...(refinement && { refinement }),
		})),
		decisions: decisions.map((each) => ({
			...table(each),
			decides: each.id,
			short: each.id,
			ordered: false,
		})),
		derived: derived.map(table),
	};
}

/** The current tables in the recorded form. */
export function recordedNow(date: string): RecordedRules {
	const table = ({ id, outcomes, rules }: Model['derived'][number]): RecordedTable => ({
		id,
		outcomes: outcomes.map((outcome) => outcome.id),
		rules,
	});
	return {
		version: rulesVersion,
		date,
		questions: kestra.questions.map(({ id, values, default: { value }, refinement }) => ({
			id,
			values: values.map((each) => each.id),
			default: value,
			...(refinement && { refinement }),
		})),
		decisions: kestra.decisions.map(table),
		derived: kestra.derived.map(table),
	};
}
