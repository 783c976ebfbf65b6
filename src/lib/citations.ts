/** Finds citations of sources, in the text of pages and in the data that pages print. */
import type { MatrixRow } from '~/guide/kestra/matrix-types.ts';
import { namings } from '~/guide/names/naming-rules.ts';
import { kinds } from '~/split/kinds.ts';

/** One place that cites a source. */
export interface Citation {
	/** Id of the source. */
	readonly source: string;
	/** Root-relative address of the nearest heading or row. */
	readonly address: string;
	/** The page and the heading or row, in words. */
	readonly label: string;
}

/** The source of a page. */
export interface WrittenPage {
	/** As in its address: `practices/promotion`. */
	readonly id: string;
	readonly title: string;
	/** MDX, without the frontmatter. */
	readonly body: string;
}

/** A heading with its id, a citation, or fenced code, which is skipped. */
const marks =
	/^(?<fence> *`{3,})[\s\S]*?^\k<fence> *$|^#{2,3} (?<words>.+?) \{#(?<anchor>[\w.-]+)\}$|<(?:Cite|SourceNote)\b[^>]*?\bid="(?<source>[^"]+)"/gm;

/** The citations in the text of a page, with their headings; one for each source and heading. */
export function citationsIn({ id, title, body }: WrittenPage): Citation[] {
	const page = id === 'index' ? '/' : `/${id}/`;
	let address = page;
	let label = title;
	const found = new Map<string, Citation>();
	for (const { groups = {} } of body.matchAll(marks)) {
		const { words, anchor, source } = groups;
		if (words && anchor) {
			address = `${page}#${anchor}`;
			label = `${title}: ${words.replace(/[`*_]/g, '')}`;
		} else if (source) found.set(`${source} ${address}`, { source, address, label });
	}
	return [...found.values()];
}

/** A glossary entry: the parts needed for citations. */
interface CitingTerm {
	readonly id: string;
	readonly data: { readonly term: string; readonly sources: readonly string[] };
}

/** The citations in the data that pages print: the matrix, the rules for names, the kinds of reference, the glossary. */
export function citationsInData(
	matrix: readonly MatrixRow[],
	terms: readonly CitingTerm[],
): Citation[] {
	return [
		...matrix.flatMap(({ id, aspect, cells }) => {
			const sources = new Set<string>();
			collectSources(cells, sources);
			return [...sources].map((source) => ({
				source,
				address: `/concepts/compare/#${id}`,
				label: `The three levels side by side: ${aspect}`,
			}));
		}),
		...namings.flatMap(({ id, label, sources }) =>
			sources.map((source) => ({
				source,
				address: `/practices/names/#rule-${id}`,
				label: `The rules for names: ${label}`,
			})),
		),
		...kinds.flatMap(({ id, label, sources }) =>
			sources.map((source) => ({
				source,
				address: `/practices/split/#kind-${id}`,
				label: `What would a split break: ${label}`,
			})),
		),
		...terms.flatMap(({ id, data }) =>
			data.sources.map((source) => ({
				source,
				address: `/reference/glossary/#${id}`,
				label: `Glossary: ${data.term}`,
			})),
		),
	];
}

/** Adds every id under a key called `sources`, at any depth. */
function collectSources(value: unknown, into: Set<string>): void {
	if (value === null || typeof value !== 'object') return;
	for (const [key, each] of Object.entries(value))
		if (key === 'sources' && Array.isArray(each)) for (const id of each) into.add(String(id));
		else collectSources(each, into);
}
