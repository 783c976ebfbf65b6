/** Finds, in the text of a page, places whose citations are vague: what a reader cannot tell is covered by a source. */

/** A citation, with all its attributes. */
const mark = /<Cite\b[^>]*\/>/g;

/** Says that something is the guide's own: advice, judgement, conclusion or trial. */
const ours = /\b(?:we|our|ours|us|run on (?:the engine of )?Kestra)\b/i;

/** Items of fewer words, links aside, are labels and orders rather than claims. */
const claimWords = 12;

/** A passage: a paragraph, an item of a list or a row of a table, on one line. */
interface Passage {
	/** Line number, from 1. */
	readonly line: number;
	readonly text: string;
	/** Lists and tables to which passages belong have the same number; paragraphs have none. */
	readonly list?: number;
}

/** Parts of a page that hold no prose: frontmatter, fenced code, and lines of imports, components and asides. */
const noProse = [
	/^---\n[\s\S]*?\n---\n/g,
	/^(?<fence> *(?:`{3,}|~{3,}))[\s\S]*?^\k<fence> *$/gm,
	/^ *(?:import |:::|<(?!Cite|Ran|Term)\/?[A-Za-z]).*$/gm,
];

/** The passages of a page in MDX. */
function passagesOf(body: string): Passage[] {
	const prose = noProse.reduce(
		(text, part) => text.replaceAll(part, (found) => found.replace(/[^\n]/g, '')),
		body,
	);
	const passages: { line: number; text: string; list?: number }[] = [];
	let list = 0;
	let inList = false;
	let open = false;
	prose.split('\n').forEach((text, index) => {
		const item = /^\s*(?:[-*]|\d+\.)\s|^\s*\|/.test(text);
		const heading = /^#{1,6} /.test(text);
		const last = passages.at(-1);
		if (item) {
			if (!inList) list++;
			if (!/^[\s|:-]*$/.test(text)) passages.push({ line: index + 1, text: text.trim(), list });
		} else if (open && last && text.trim() !== '') last.text += ` ${text.trim()}`;
		else if (!heading && text.trim() !== '') passages.push({ line: index + 1, text: text.trim() });
		// An indented line continues an item, an empty one ends nothing but a passage.
		inList = item || (inList && !heading && (open || /^\s|^$/.test(text)));
		open = !heading && text.trim() !== '';
	});
	return passages;
}

/** The number of sentences in a text that has no marks. */
const sentencesIn = (text: string): number =>
	text
		.replace(/\*\*|`[^`]*`|\[([^\]]*)\]\([^)]*\)/g, 'x')
		.split(/[.!?:](?=\s+\S|\s*$)/)
		.filter((part) => /\w/.test(part)).length;

/**
 * Two sources side by side behind more than one sentence: nobody can tell which says what.
 * Gives the line and the beginning of each such stretch.
 */
export function sharedMarks(body: string): string[] {
	return passagesOf(body).flatMap(({ line, text }) => {
		const pairs = text.split(/((?:<Cite\b[^>]*\/>[\s]*){2,})/);
		return pairs.flatMap((stretch, index) => {
			if (index % 2 === 1 || index === pairs.length - 1) return [];
			const after = stretch.split(mark).at(-1) ?? '';
			return sentencesIn(after) > 1 ? [`${line}: ${after.trim().slice(0, 80)}`] : [];
		});
	});
}

/** The number of words in a text, links aside. */
const wordsIn = (text: string): number =>
	text
		.replace(/\[[^\]]*\]\([^)]*\)/g, '')
		.split(/\s+/)
		.filter((word) => /\w/.test(word)).length;

/**
 * Items without a mark in a list where nearly all others have one, and which do not say that they are the guide's own.
 * Gives the line and the beginning of each.
 */
export function unmarkedBesideMarked(body: string): string[] {
	const lists = Map.groupBy(
		passagesOf(body).filter(({ list }) => list !== undefined),
		({ list }) => list,
	);
	return [...lists.values()].flatMap((items) => {
		const without = items.filter(({ text }) => text.search(mark) < 0);
		if (items.length < 4 || without.length / items.length > 0.25) return [];
		return without
			.filter(
				({ text }) => !text.startsWith('|') && !ours.test(text) && wordsIn(text) >= claimWords,
			)
			.map(({ line, text }) => `${line}: ${text.slice(0, 80)}`);
	});
}

/** Says that something was run on Kestra's engine. */
const ran =
	/\bwe (?:also )?(?:ran|tried|got)\b|\b(?:was|were) (?:also )?(?:run|tried)\b|\brun on Kestra\b|\bthe engine of (?:Kestra )?\d|\bthe engine (?:started|took|refused)\b/i;

/** The mark of an experiment, or a link to all of them where all are meant. */
const experiment = /<Ran\b[^>]*\/>|\]\(\/experiments\/\)/;

/**
 * Passages that say that something was run, and not where the reader can see it.
 * Gives the line and the text of each.
 */
export function unmarkedTrials(body: string): string[] {
	return passagesOf(body)
		.filter(({ text }) => ran.test(text) && !experiment.test(text))
		.map(({ line, text }) => `${line}: ${text}`);
}
