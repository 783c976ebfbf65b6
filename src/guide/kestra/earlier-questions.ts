/**
 * Questions of earlier versions that addresses still answer, and how their answers are read today. What is read this way
 * is shown to the reader, to be confirmed.
 */

/** For each question that is gone: each of its values, and the answer that stands for it now. */
export const earlierQuestions: Readonly<
	Record<string, Readonly<Record<string, { readonly question: string; readonly value: string }>>>
> = {
	groups: {
		'one-team': { question: 'people', value: 'one-team' },
		teams: { question: 'people', value: 'several' },
		countries: { question: 'people', value: 'several' },
		customers: { question: 'people', value: 'outsiders' },
		unknown: { question: 'people', value: 'unknown' },
	},
	visibility: {
		shared: { question: 'walls', value: 'none' },
		separate: { question: 'walls', value: 'all' },
		unknown: { question: 'walls', value: 'unknown' },
	},
	fate: {
		shared: { question: 'own', value: 'none' },
		independent: { question: 'own', value: 'all' },
		unknown: { question: 'own', value: 'unknown' },
	},
};
