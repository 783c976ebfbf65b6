/** Addresses of the guide for tests in a browser, without the question mark, made from answers. */
import type { Answers } from '../../../src/guide/engine/model.ts';
import type { Entry } from '../../../src/guide/url/entries.ts';
import { guideAddress } from '../../../src/guide/url/query.ts';
import * as examples from '../answers.ts';

/** The query for answers as they are, and the guide's own entries. */
export const queryOf = (answers: Answers, own: readonly Entry[] = []): string =>
	guideAddress(answers, own).slice('/guide/?'.length);

/** The query that opens the plan for answers: what they leave open is filled in. */
const planQuery = (answers: Answers): string => queryOf(examples.filled(answers));

/** Opens the plan for customers who share what runs their work. */
export const customers = planQuery(examples.customers);

/** Opens the plan for customers, with a place where engineers try things out. */
export const customersWithTrials = planQuery(examples.customersWithTrials);

/** Opens the smallest plan. */
export const oneTeam = planQuery(examples.oneTeam);

/** Opens the plan of the same team with other namespaces. */
export const oneTeamByTeam = planQuery(examples.oneTeamByTeam);

/** Opens a plan that rests on two assumptions. */
export const unsure = planQuery(examples.unsure);

/** Opens two plans, one for each edition. */
export const undecided = planQuery(examples.undecided);

/** Opens one plan that both editions give. */
export const undecidedAlike = planQuery(examples.undecidedAlike);

/** Opens a plan with an instance for one part that cannot share. */
export const oneApart = planQuery(examples.oneApart);

/** Opens the guide at the question after the first. */
export const begun = queryOf(examples.begun);

/** Opens the guide at the question after the first two. */
export const begunTwice = queryOf(examples.begunTwice);
