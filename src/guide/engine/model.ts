/**
 * The shape of a decision model: questions and the tables that decide from their answers, with nothing about Kestra.
 * The engine reads models of this shape; `decision-model.ts` assembles the one this site is about.
 */

/** One possible answer to a question. */
export interface QuestionValue {
	/** Stable and public: it is part of URLs. */
	readonly id: string;
	/** Two to ten words, shown beside the radio button. */
	readonly label: string;
	/** The answer in two to six words that are understood without the question, for lists and tables. */
	readonly short: string;
	/** What choosing it means, in one or two short sentences. */
	readonly means: string;
}

/** What a refinement is set to until the reader changes it: the first whose condition holds. */
export interface RefinementDefault {
	readonly when: Condition;
	readonly value: string;
}

/** A question the reader may be asked. */
export interface Question {
	/** Stable and public: it is part of URLs. */
	readonly id: string;
	/** The question itself, as put to the reader. */
	readonly asks: string;
	/** The question in two or three words, for lists of answers. */
	readonly short: string;
	/** Why it is asked, in one line. */
	readonly why: string;
	/** What to know before answering, in at most two sentences, if anything. */
	readonly note?: string;
	/** What helps in rarer cases; shown on request. */
	readonly more?: string;
	/** Whether the values are ordered from least to most isolated. */
	readonly ordered: boolean;
	readonly values: readonly QuestionValue[];
	/** The value that a plan takes when the reader does not know. */
	readonly default: {
		readonly value: string;
		/** Completes "because …": no capital, no full stop. */
		readonly because: string;
	};
	/** "I don't know" in the words of this question, and what the plan will then take. */
	readonly unknown: { readonly label: string; readonly means: string };
	/**
	 * Only on a question that is not asked on the way: the plan takes a default that may depend on answers and settled
	 * outcomes, and the reader changes it on the plan. The last condition always holds.
	 */
	readonly refinement?: readonly RefinementDefault[];
	/** The version of the rules that brought it. */
	readonly since: string;
	/** Who in an organisation can answer it. Completes "Ask …". */
	readonly whom: string;
}

/**
 * The condition of a rule: every named question or earlier decision must have one of the named values.
 * An empty condition always holds.
 */
export interface Condition {
	readonly answers?: Readonly<Record<string, readonly string[]>>;
	readonly outcomes?: Readonly<Record<string, readonly string[]>>;
}

/** A row of a decision table. */
export interface Rule {
	/** Stable, public, unique within its decision. */
	readonly id: string;
	readonly when: Condition;
	/** The outcome it gives. */
	readonly then: string;
}

/** One possible outcome of a decision. */
export interface Outcome {
	/** Stable and public. */
	readonly id: string;
	/** What it is, in a few words. */
	readonly label: string;
	/** Root-relative address of the page or section that describes it. */
	readonly address: string;
}

/** A decision table: the first rule that holds gives the outcome. */
export interface Decision {
	/** Stable and public. */
	readonly id: string;
	/** What it decides, as a question. */
	readonly decides: string;
	/** The same in two or three words. */
	readonly short: string;
	/** Whether the outcomes are ordered from least to most isolated. */
	readonly ordered: boolean;
	readonly outcomes: readonly Outcome[];
	/** In order: the first that holds fires; the last has an empty condition. */
	readonly rules: readonly Rule[];
}

/** A fact that a plan depends on but that is no decision of its own: a table without words. */
export interface DerivedTable {
	readonly id: string;
	readonly outcomes: readonly { readonly id: string }[];
	readonly rules: readonly Rule[];
}

/** Questions in the order asked; decisions, then derived tables, in an order where each names only earlier ones. */
export interface Model {
	readonly questions: readonly Question[];
	readonly decisions: readonly Decision[];
	readonly derived: readonly DerivedTable[];
}

/** "I don't know": an answer that rules nothing out. */
export const UNKNOWN = 'unknown';

/** The answers given so far: question id to value id or `unknown`. A question not in it has not been answered. */
export type Answers = Readonly<Partial<Record<string, string>>>;
