/**
 * Ranks pages for the terms of a query. Pagefind finds pages that have every word; a reader who asks in a sentence, or
 * pastes an error, should find the pages that have most of the telling ones. So each term is looked up by itself here.
 */
/** A page that Pagefind found for a term, as far as the ranking needs it. */
export interface Hit {
	readonly id: string;
	readonly score: number;
}

/** A page as a candidate for the list of results. */
export interface Candidate {
	readonly id: string;
	/** For each term: how well the page matches, from 0 (not at all) to 1. */
	readonly strengths: readonly number[];
	/** From 0 to 1: the telling share of the terms that the page matches. */
	readonly score: number;
}

/** A heading of a page and where its text begins, counted in words. */
export interface Heading {
	readonly id: string;
	readonly title: string;
	readonly from: number;
}

/** A section that matches, and how well: 0 is not at all. */
export interface SectionScore {
	readonly heading: Heading;
	/** Before which word the section ends. */
	readonly to: number;
	readonly score: number;
}

/** How much a synonym counts, against the reader's own word. */
const synonymWeight = 0.85;

/** How much a section counts that a synonym leads to: the best one, and the others. */
const leadWeight = { first: 1, other: 0.6 };

/**
 * @param found for each term and each of its variants, the pages that have it
 * @param total how many pages there are
 * @returns candidates, best first, and how much each term says: a word that is everywhere says nothing
 */
export function rankPages(
	found: readonly (readonly (readonly Hit[])[])[],
	total: number,
): { readonly candidates: readonly Candidate[]; readonly weights: readonly number[] } {
	const strengths = found.map((variants) => {
		const byPage = new Map<string, number>();
		variants.forEach((hits, index) => {
			const best = Math.max(...hits.map(({ score }) => score), Number.EPSILON);
			for (const { id, score } of hits) {
				const strength = (index ? synonymWeight : 1) * (0.2 + 0.8 * Math.sqrt(score / best));
				byPage.set(id, Math.max(byPage.get(id) ?? 0, strength));
			}
		});
		return byPage;
	});
	const weights = strengths.map(({ size }) => (size ? Math.log(1 + total / size) : 0));
	const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
	const ids = new Set(strengths.flatMap((byPage) => [...byPage.keys()]));
	const candidates = [...ids].map((id) => {
		const ofPage = strengths.map((byPage) => byPage.get(id) ?? 0);
		const score = ofPage.reduce((total, each, index) => total + each * (weights[index] ?? 0), 0);
		return { id, strengths: ofPage, score: score / sum };
	});
	return { candidates: candidates.sort((one, other) => other.score - one.score), weights };
}

/**
 * Scores the sections of a page.
 * @param places for each term, the words of the page that match it
 * @param leads ids of sections that treat a term by name, the best first
 */
export function rankSections(
	headings: readonly Heading[],
	places: readonly (readonly number[])[],
	weights: readonly number[],
	leads: readonly string[],
): readonly SectionScore[] {
	const sum = weights.reduce((total, weight) => total + weight, 0) || 1;
	return headings
		.map((heading, index) => {
			const to = headings[index + 1]?.from ?? Number.POSITIVE_INFINITY;
			const title = heading.from + heading.title.trim().split(/\s+/).length;
			const score = places.reduce((total, ofTerm, term) => {
				const inside = ofTerm.filter((place) => place >= heading.from && place < to);
				if (!inside.length) return total;
				const named = inside.some((place) => place < title) ? 0.5 : 0;
				return total + (weights[term] ?? 0) * (inside.length / (inside.length + 1) + named);
			}, 0);
			const at = leads.indexOf(heading.id);
			const lead = at < 0 ? 0 : at ? leadWeight.other : leadWeight.first;
			return { heading, to, score: score / sum + lead };
		})
		.sort((one, other) => other.score - one.score);
}

/** The stretch of a section, of `length` words, that has the most matching ones. */
export function densest(
	places: readonly number[],
	from: number,
	to: number,
	length: number,
): { readonly from: number; readonly to: number } {
	const inside = places.filter((place) => place >= from && place < to).sort((a, b) => a - b);
	let best = { start: from, count: 0 };
	for (const start of inside) {
		const count = inside.filter((place) => place >= start && place < start + length).length;
		if (count > best.count) best = { start, count };
	}
	// A few words before the first match, as far as the section has them.
	const start = Math.max(from, Math.min(best.start - 4, to - length));
	return { from: start, to: Math.min(start + length, to) };
}
