/** How a plan holds the answers that a reader gave. */
import { holds } from '../engine/conditions.ts';
import type { AnswerNote } from '../kestra/answer-notes.ts';
import { answerNotes } from '../kestra/answer-notes.ts';
import type { Plan } from '../plan/plan.ts';

/** How the plan holds each answer, in the order of the questions. */
export const notesOf = ({ facts }: Pick<Plan, 'facts'>): readonly AnswerNote[] =>
	answerNotes.filter(({ when }) => when.some((condition) => holds(condition, facts)));
