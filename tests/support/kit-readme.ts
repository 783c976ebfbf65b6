/** What the README of a kit says: its commands with the files they read, and the things it speaks of. */
import type { KitFile } from '../../src/guide/kit/kit-file.ts';
import type { Kit } from './kits.ts';

/** The blocks of commands. */
export const blocksOf = (readme: string): readonly (readonly string[])[] =>
	[...readme.matchAll(/^```sh\n([\s\S]*?)\n```$/gm)].map(([, text]) => text!.split('\n'));

/** A part of a README, from its heading to the next of the same level. */
export const partOf = (readme: string, heading: string): string =>
	readme.split(/^(?=## )/m).find((part) => part.startsWith(`## ${heading}\n`)) ?? '';

/** A path from a folder, without `..`. */
const resolved = (folder: string, path: string) =>
	new URL(path, `https://example.com/${folder}`).pathname.slice(1);

/** What a command reads and what it makes, as paths from the folder that it runs in. */
function filesOf(command: string) {
	const words = command.replace(/\s#\s.*$/, '').split(/\s+/);
	const after = (option: RegExp) =>
		words.flatMap((word, index) => {
			const [, joined] = /^--[a-z-]+=(.*)$/.exec(word) ?? [];
			return option.test(word) ? [joined ?? words[index + 1]!] : [];
		});
	const copied = /\bcp (\S+) (\S+)/.exec(command.replace(/\s#\s.*$/, ''));
	const inContainer = (path: string) => /^[a-z]+:\//.test(path);
	return {
		reads: [
			...after(/^--env-file$|^--from-env-file=|^--values$/),
			...after(/^<$/),
			...(copied && !inContainer(copied[1]!) ? [copied[1]!] : []),
		],
		makes: [...after(/^>$/), ...(copied && !inContainer(copied[2]!) ? [copied[2]!] : [])],
	};
}

/**
 * What the commands of a README read that is neither in the kit nor made by a command before.
 * @returns sentences that name the command
 */
export function missingFiles(readme: string, files: readonly KitFile[]): readonly string[] {
	const there = new Set(files.map(({ path }) => path));
	// Each instance has such a file of its own before anything is done with it.
	for (const { path } of files)
		if (path.endsWith('.secrets.env.example')) there.add(path.replace(/\.example$/, ''));
	const problems: string[] = [];
	for (const block of blocksOf(readme)) {
		let folder = '';
		for (const command of block) {
			const [, into] = /^cd (\S+)/.exec(command) ?? [];
			if (into !== undefined) {
				folder = resolved(folder, `${into}/`);
				if (![...there].some((path) => path.startsWith(folder)))
					problems.push(`there is no ${folder}: ${command}`);
				continue;
			}
			const { reads, makes } = filesOf(command);
			for (const path of reads)
				if (!there.has(resolved(folder, path.replace(/\/\.$/, ''))))
					problems.push(`there is no ${folder}${path}: ${command}`);
			for (const path of makes) there.add(resolved(folder, path));
		}
	}
	return problems;
}

/** Something that only some kits have, and the words that speak of it. */
interface Thing {
	readonly words: RegExp;
	readonly in: (kit: Kit) => boolean;
}

const hasFile =
	(path: RegExp) =>
	({ files }: Kit): boolean =>
		files.some((file) => path.test(file.path));
const enterprise = ({ plan }: Kit) => plan.topology.edition === 'enterprise';

/** The things. */
export const things: Readonly<Record<string, Thing>> = {
	'a bucket': { words: /\bbuckets?\b/i, in: hasFile(/^instances\/values\.yaml$/) },
	'a cluster': { words: /\b(kubectl|helm|pods?)\b/i, in: hasFile(/^instances\/values\.yaml$/) },
	Compose: {
		words: /\bdocker compose\b/i,
		in: hasFile(/compose\.yaml$/),
	},
	'a pipeline': { words: /\bpipelines?\b/i, in: ({ way }) => way !== 'git' },
	CODEOWNERS: { words: /CODEOWNERS/, in: hasFile(/^CODEOWNERS$/) },
	'a policy': { words: /\bguardrails\b/i, in: hasFile(/guardrails/) },
	'flows of Git': { words: /\b(push_to_git|git-flows)\b/, in: ({ way }) => way === 'git' },
	'a pull': { words: /\b(sync_from_git)\b/, in: hasFile(/^git-flows\/sync/) },
	'a script': { words: /promote\.sh/, in: hasFile(/^promote\.sh$/) },
	IAM: { words: /\b(IAM|Instance Owner|Allowed namespaces)\b/, in: enterprise },
};

/** What a README speaks of and its kit does not have. Where links lead is not asked. */
export function wordsOfNothing(kit: Kit, readme: string): readonly string[] {
	const said = readme.replace(/\]\([^)]*\)|<[^>]*>/g, '');
	return Object.entries(things).flatMap(([name, { words, in: has }]) => {
		const found = words.exec(said);
		return found && !has(kit)
			? [`${name}: ${said.slice(Math.max(0, found.index - 60), found.index + 30)}`]
			: [];
	});
}
