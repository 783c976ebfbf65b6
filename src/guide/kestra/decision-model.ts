import type { Model } from '../engine/model.ts';
import { decisions, derived } from './decisions.ts';
import { questions } from './questions.ts';

/** The model this site is about. */
export const kestra: Model = { questions, decisions, derived };

/**
 * The version of the questions and rules: major when an id goes or changes meaning, minor when one is added or an answer
 * leads elsewhere, patch for wording. Copied links contain it, so that the guide can say what has changed since. The
 * tables of each version are recorded in `past/`: `npm run rules:accept`.
 */
export const rulesVersion = '2.0.0';

/** Release day of that version, as `YYYY-MM-DD`. */
export const rulesDate = '2026-11-25';
