/**
 * `npm run split -- DIR`: what would a split of the flows below a folder break? The same as the page
 * `/practices/split/`, for flows that may not leave a server. It reads files and writes to standard output alone.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { beginningOf } from '../../src/split/beginning.ts';
import type { Inventory } from '../../src/split/inventory.ts';
import type { Separation } from '../../src/split/kinds.ts';
import { splitMarkdown } from '../../src/split/markdown.ts';
import { type Mapping, readParts } from '../../src/split/parts.ts';
import { mostCharacters } from '../../src/split/read-file.ts';
import { splitResult } from '../../src/split/result.ts';
import { isSkipped } from '../../src/split/skipped.ts';
import { InventoryTaking } from '../../src/split/take-inventory.ts';

const usage = `Usage: npm run split -- DIR [--between instance|tenant] [--level N] [--parts FILE] [--json]

  DIR         a folder with flows; its .yml and .yaml files are read, those below too
  --between   what will lie between the parts: another instance (default) or another tenant
  --level     how many levels of the namespace make a part, from 1; by default the first that gives more than one part
  --parts     a file with a line for each namespace, "acme.finance = finance", instead of --level
  --json      what was found, as JSON, instead of the report in Markdown`;

/** The YAML files below a folder, in a fixed order. Links are not followed. */
export function yamlFiles(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.toSorted((one, other) => (one.name < other.name ? -1 : 1))
		.flatMap((entry) => {
			const path = join(folder, entry.name);
			if (isSkipped(entry.name)) return [];
			if (entry.isDirectory()) return yamlFiles(path);
			return entry.isFile() && /\.ya?ml$/i.test(entry.name) ? [path] : [];
		});
}

/** What was found in a folder. A file that cannot be read is named in it. */
export function inventoryOfFolder(folder: string) {
	const taking = new InventoryTaking();
	for (const path of yamlFiles(folder)) {
		const name = relative(folder, path).replaceAll('\\', '/');
		try {
			// Four bytes are the most that a character takes.
			if (statSync(path).size > mostCharacters * 4) taking.addUnread(name, 'It is too large');
			else taking.add({ name, content: readFileSync(path, 'utf8') });
		} catch {
			taking.addUnread(name, 'The file could not be opened');
		}
	}
	return taking.finish();
}

/** The report for a folder, or its JSON. Throws with a message for the reader when an argument is wrong. */
export function splitReport(args: readonly string[]): string {
	const { values, positionals } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			between: { type: 'string', default: 'instance' },
			level: { type: 'string' },
			parts: { type: 'string' },
			json: { type: 'boolean', default: false },
		},
	});
	const [folder, ...others] = positionals;
	if (folder === undefined || others.length > 0) throw new Error(usage);
	if (!/^(instance|tenant)$/.test(values.between))
		throw new Error(
			`--between must be "instance" or "tenant", not "${values.between}".\n\n${usage}`,
		);
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
		throw new Error(`There is no folder "${folder}".\n\n${usage}`);
	const inventory = inventoryOfFolder(folder);
	const separation = values.between as Separation;
	const result = splitResult(inventory, { separation, mapping: mappingOf(values, inventory) });
	return values.json ? `${JSON.stringify(result, undefined, '\t')}\n` : splitMarkdown(result);
}

function mappingOf(
	{ level, parts }: { level?: string | undefined; parts?: string | undefined },
	{ flows }: Inventory,
): Mapping {
	if (parts !== undefined) {
		const read = readParts(readFileSync(parts, 'utf8'));
		if (read.wrong.length > 0)
			throw new Error(
				`${parts}: not understood, or a namespace given twice, on line ${read.wrong.join(', ')}.`,
			);
		return { by: 'list', parts: read.parts };
	}
	if (level === undefined) return beginningOf(flows.map(({ namespace }) => namespace)).mapping;
	if (!/^[1-9]$/.test(level))
		throw new Error(`--level must be a number from 1 to 9, not "${level}".\n\n${usage}`);
	return { by: 'level', level: Number(level) };
}

if (import.meta.main) {
	try {
		process.stdout.write(splitReport(process.argv.slice(2)));
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}
