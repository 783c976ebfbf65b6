import type { Model } from '../engine/model.ts';
import { aspects, decisions } from './decisions.ts';
import { questions } from './questions.ts';

/** The model this site is about. */
export const kestra: Model = { questions, decisions, aspects };

/**
 * The version of the questions and rules: major when an id goes or changes meaning, minor when one is added,
 * patch for wording. Copied links contain it, so that the guide can say what has changed since.
 */
export const rulesVersion = '1.0.0';

/** Release day of that version, as `YYYY-MM-DD`. */
export const rulesDate = '2026-11-22';
