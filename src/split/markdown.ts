/** The result as Markdown, to be pasted into an issue or a wiki. No line needs nesting. */
import { groupBy } from './group.ts';
import type { Reference } from './inventory.ts';
import { effectWords } from './kinds.ts';
import { type SplitResult, trafficOf } from './result.ts';
import {
	blindSpots,
	callOrder,
	counted,
	incompleteWords,
	mappingWords,
	needLabels,
	needWords,
	noPartWords,
	ownNeedWords,
	partWords,
	remarks,
	shown,
	summary,
	targetWords,
	verdict,
} from './words.ts';

/** Most lines of a list; what is left out is counted. */
const most = 1000;

/** A text from a file as inline code: one line in which nothing is markup. */
function code(text: string): string {
	const line = shown(text);
	const runs = [...line.matchAll(/`+/g)].map(([run]) => run.length);
	const ticks = '`'.repeat(Math.max(0, ...runs) + 1);
	// A pipe would end the cell of a table.
	const inner = line.replaceAll('|', '¦');
	return /^`|`$/.test(inner) ? `${ticks} ${inner} ${ticks}` : `${ticks}${inner || ' '}${ticks}`;
}

function list<Item>(items: readonly Item[], line: (item: Item) => string): string[] {
	const left = items.length - most;
	return [
		...items.slice(0, most).map((item) => `- ${line(item)}`),
		...(left > 0 ? [`- and ${left} more`] : []),
	];
}

const section = (title: string, ...lines: readonly (readonly string[])[]): string[] => {
	const all = lines.flat();
	return all.length > 0 ? ['', `## ${title}`, '', ...all] : [];
};

/** The report. It says the same as the page, in the same order. */
export function splitMarkdown(result: SplitResult): string {
	const { flows, split } = result;
	const flowOf = (index: number) => {
		const flow = flows[index];
		return flow ? `${code(`${flow.namespace}.${flow.id}`)}` : '';
	};
	const fileOf = (index: number) => flows[index]?.file ?? '';
	const referenceLine = (reference: Reference) =>
		[
			`${flowOf(reference.flow)}, ${code(`${fileOf(reference.flow)}:${reference.line}`)}`,
			`${code(reference.where)} → ${reference.target.is === 'everything' ? 'everything' : code(targetWords(reference.target))}`,
			...remarks(reference).map((remark) => (/^[a-z :]+$/.test(remark) ? remark : code(remark))),
		].join(', ');
	const name = (part: string) => (part === '*' ? partWords(part) : code(part));
	const unread = list(
		result.unread,
		({ file, why, line }) => `${code(line ? `${file}:${line}` : file)}: not read. ${why}`,
	);
	const files = section(
		'Files',
		flows.length === 0 ? unread : [],
		list(
			result.refused,
			({ file, why, line }) => `${code(line ? `${file}:${line}` : file)}: ${why}`,
		),
		list(
			result.twice,
			(flow) =>
				`${code(flow.name)} is in ${counted(flow.files.length, 'file')}: ${flow.files.slice(0, 5).map(code).join(', ')}`,
		),
		list(result.notFlows, ({ file, looksLike }) => `${code(file)}: no flow, but ${looksLike}`),
	);
	const noPart = noPartWords(result);
	const paragraph = (text: string) => (text === '' ? [] : ['', text]);
	if (flows.length === 0)
		return `${['# What would a split break?', '', verdict(result), '', `${summary(result)}.`, ...files].join('\n')}\n`;
	return `${[
		'# What would a split break?',
		'',
		`Between parts: another ${split.separation}. What makes a part: ${mappingWords(split.mapping)}. ${summary(result)}.`,
		...paragraph(incompleteWords(result)),
		...(flows.length > 0 && result.unread.length > 0 ? ['', ...unread] : []),
		...(noPart ? ['', `${noPart.left}. ${noPart.open}`.trimEnd()] : []),
		...(result.withoutPart.length > 0 ? ['', ...list(result.withoutPart, code)] : []),
		'',
		verdict(result),
		...section('Parts', partTable(result)),
		...(result.hasCalls ? ['', callOrder] : []),
		...result.crossings.flatMap(({ from, to, kinds }) =>
			section(
				`From ${name(from)} to ${name(to)}`,
				...kinds.map(({ kind, effect, references }) => [
					`**${kind.label}: ${effectWords[effect]}.** ${kind.instead}`,
					'',
					...list(references, referenceLine),
					'',
				]),
			),
		),
		...section('From or to a namespace in no part', list(result.noPart, referenceLine)),
		...section('To a namespace without a flow in your files', list(result.outside, referenceLine)),
		...section(
			'Needed on both sides',
			...[...groupBy(result.needs, ({ kind }) => kind)].map(([kind, needs]) => [
				`**${needLabels[kind]}.** ${needWords(kind, split.separation)}`,
				'',
				...list(needs, (need) => `${code(need.name)}: ${need.parts.map(code).join(', ')}`),
				'',
			]),
		),
		...section(
			'Needed by one part alone',
			result.ownNeeds.length > 0 ? [ownNeedWords(split.separation), ''] : [],
			...result.ownNeeds.map(({ part, kinds }) => [
				`**Part** ${code(part)}`,
				'',
				...kinds.map(({ kind, names }) => `- ${needLabels[kind]}: ${names.map(code).join(', ')}`),
				'',
			]),
		),
		...section(
			'Namespaces above several parts',
			list(
				result.parents,
				(parent) => `${code(parent.namespace)}: ${parent.parts.map(code).join(', ')}`,
			),
		),
		...section(
			'Addresses that change',
			list(
				result.incoming,
				({ flow, line, id }) =>
					`${flowOf(flow)}, ${code(`${fileOf(flow)}:${line}`)}, ${code(id)}: tell the callers`,
			),
			list(result.addresses, referenceLine),
		),
		...section(
			'What this cannot see',
			list(blindSpots(result), (line) => line),
			list(result.unknown, referenceLine),
			list(
				result.mentions,
				({ flow, line, namespace }) =>
					`${flowOf(flow)}, ${code(`${fileOf(flow)}:${line}`)}: the text names ${code(namespace)} where no rule read it`,
			),
		),
		...files,
	].join('\n')}\n`.replace(/\n{3,}/g, '\n\n');
}

/** Who refers to whom, counted: a row for each part. */
function partTable({ parts, crossings }: SplitResult): string[] {
	if (parts.length === 0) return [];
	return [
		'| Part | Namespaces | Flows | References to other parts | References from other parts |',
		'| --- | --- | --- | --- | --- |',
		...parts.slice(0, most).map(({ name, flows, namespaces }) => {
			const { out, into } = trafficOf(crossings, name);
			return `| ${code(name)} | ${namespaces} | ${flows} | ${out} | ${into} |`;
		}),
	];
}
