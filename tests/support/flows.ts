/** Small flows for the tests of the check of a split. */
import type { Inventory, Reference } from '../../src/split/inventory.ts';
import { InventoryTaking } from '../../src/split/take-inventory.ts';

/** The flow that refers to others: `acme.finance.report`, with what is given below its namespace. */
export const report = (rest: string): string =>
	`id: report\nnamespace: acme.finance\n${rest.includes('tasks:') ? '' : 'tasks:\n  - id: log\n    type: io.kestra.plugin.core.log.Log\n    message: hello\n'}${rest}`;

/** A flow of the tasks given, each a YAML block without its indentation. */
export const tasks = (...each: readonly string[]): string =>
	report(
		`tasks:\n${each.map((task) => `  - ${task.trim().replaceAll('\n', '\n    ')}\n`).join('')}`,
	);

/** A flow with one trigger. */
export const trigger = (block: string): string =>
	report(`triggers:\n  - ${block.trim().replaceAll('\n', '\n    ')}\n`);

/** A flow that does nothing. */
export const plain = (namespace: string, id: string): string =>
	`id: ${id}\nnamespace: ${namespace}\ntasks:\n  - id: log\n    type: io.kestra.plugin.core.log.Log\n    message: hello\n`;

/** The flows that every fixture can refer to. */
export const others: readonly string[] = [
	plain('shared', 'send'),
	plain('acme.sales', 'load'),
	plain('acme', 'root'),
	plain('acmecorp', 'load'),
];

/** The inventory of a list of files. */
export function inventoryOf(
	files: readonly { readonly name: string; readonly content: string }[],
): Inventory {
	const taking = new InventoryTaking();
	for (const file of files) taking.add(file);
	return taking.finish();
}

/** The inventory of one text beside the other flows. */
export const inventoryWith = (text: string): Inventory =>
	inventoryOf([
		{ name: 'report.yaml', content: text },
		...others.map((content, index) => ({ name: `other-${index}.yaml`, content })),
	]);

/** The references of the first flow in the text. */
export const referencesIn = (text: string): readonly Reference[] =>
	inventoryWith(text).references.filter(({ flow }) => flow === 0);

/** A reference as one line: `call shared.send`, `listen everything`, `kv ? {{ inputs.x }}`. */
export function lineOf({ kind, target, inFolder, unsure, disabled }: Reference): string {
	const to =
		target.is === 'one'
			? `${target.namespace}${target.flow === undefined ? '' : `.${target.flow}`}`
			: target.is === 'several'
				? `[${target.namespaces.join(' ')}]`
				: target.is === 'everything'
					? 'everything'
					: `? ${target.words}`;
	return [
		`${kind} ${to}`,
		...(inFolder ? [] : ['absent']),
		...(unsure === undefined ? [] : ['unsure']),
		...(disabled ? ['off'] : []),
	].join(', ');
}
