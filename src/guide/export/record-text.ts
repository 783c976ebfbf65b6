/** What the parts of a decision record have in common: its input, its lists and its links. */
import type { Answers } from '../engine/model.ts';
import type { CurrentLayout } from '../insight/migration-path.ts';
import { nameOf, ruleAddress } from '../kestra/lookup.ts';
import type { Names } from '../kestra/names.ts';
import type { Plan } from '../plan/plan.ts';
import { link } from './markdown.ts';

/** Input of a record. */
export interface RecordSource {
	/** The answers as the reader gave them, unknowns included. */
	readonly given: Answers;
	/** Their plan, with the reader’s names in it. */
	readonly plan: Plan;
	/** Turns a root-relative address into a full one, such as `https://example.com/guide/`. */
	readonly address: (rootRelative: string) => string;
	/** The reader’s day, as `YYYY-MM-DD`. */
	readonly date: string;
	/** Titles of sections by root-relative address; an address without one is named by its words. */
	readonly titles?: Readonly<Record<string, string>>;
	/** The reader’s own names, for the plan of the other edition. */
	readonly names?: Names | undefined;
	/** The way to production of the files that it belongs to; when absent, it links those of the plan’s own way. */
	readonly kit?: string | undefined;
	/** The layout the reader has today, when known. */
	readonly today?: CurrentLayout | undefined;
}

/** Paragraphs, headings and lists of a record, in order, to be set apart by empty lines. */
export type Blocks = readonly string[];

/** A list. Points are sentences: not every Markdown processor nests lists alike, so a record has none within another. */
export const bullets = (items: readonly string[]): string =>
	items.map((item) => `- ${item}`).join('\n');

/** A list of things to do. */
export const checklist = (items: readonly string[]): string =>
	bullets(items.map((item) => `[ ] ${item}`));

/** “1 instance”, “2 instances”. */
export const counted = (number: number, thing: string): string =>
	`${number} ${thing}${number === 1 ? '' : 's'}`;

/** A link to a section, named by its title. */
export const sectionLink = ({ address, titles }: RecordSource, section: string): string =>
	link(titles?.[section] ?? nameOf(section), address(section));

/** “More: …” with links to the sections that give the reasons. */
export const sectionsOf = (source: RecordSource, sections: readonly string[]): string =>
	`More: ${sections.map((section) => sectionLink(source, section)).join(', ')}.`;

/** A link to a rule in the decision tables. */
export const ruleLink = ({ address }: RecordSource, decision: string, rule: string): string =>
	link(`${decision}.${rule}`, address(ruleAddress(decision, rule)));

/** Whether there is more than one stage, so that there is something that never separates them. */
export const severalStages = (plan: Plan): boolean => plan.outcomes.stages !== 'single-instance';
