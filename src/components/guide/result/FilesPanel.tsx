import { useContext, useMemo, useRef, useState } from 'preact/hooks';
import type { Answers } from '~/guide/engine/model.ts';
import { UNKNOWN } from '~/guide/engine/model.ts';
import { defaultWay } from '~/guide/kit/choices.ts';
import type { KitFile, Way } from '~/guide/kit/kit-file.ts';
import { isWay, ways } from '~/guide/kit/kit-file.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { kitFiles, kitFolder } from '~/lib/kit.ts';
import { untranslated } from '../../prose/untranslated.ts';
import { download, fullAddress, readersDay } from '../state/browser.ts';
import { repeatable } from '../state/import-again.ts';
import { TitlesContext } from './links.tsx';
import './files.css';

const loadZip = repeatable(() => import('~/lib/zip.ts'));

interface Props {
	readonly given: Answers;
	readonly plan: Plan;
	/** The way to production, as in the address. */
	readonly way: string | undefined;
	readonly onWay: (way: Way) => void;
}

const wayLabels: Readonly<Record<Way, readonly [label: string, means: string]>> = {
	github: ['GitHub Actions', 'A pipeline delivers what was merged. Its runner must reach Kestra.'],
	gitlab: ['GitLab CI', 'The same in GitLab, with kestractl.'],
	git: [
		'Flows that push and pull',
		'Kestra fetches from Git by itself; nothing has to reach it from outside.',
	],
};

/** The plan as files: a tree beside the text of the chosen file, to copy one or take all. */
export function FilesPanel({ given, plan, way: asked, onWay }: Props) {
	const titles = useContext(TitlesContext);
	const way = isWay(asked) ? asked : defaultWay(plan);
	const day = readersDay();
	const files = useMemo(() => {
		// Where the edition is not decided, the kit is that of the plan that is shown.
		const decided =
			given['edition'] === UNKNOWN ? { ...given, edition: plan.topology.edition } : given;
		return kitFiles({ given: decided, plan, way, address: fullAddress, date: day, titles });
	}, [given, plan, way, day, titles]);
	const [path, setPath] = useState('README.md');
	const [said, setSaid] = useState('');
	const text = useRef<HTMLPreElement>(null);
	// The chosen file may not be in the kit of another way or another plan.
	const chosen = files.find((file) => file.path === path) ?? files[0]!;
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(chosen.text);
			setSaid(`${chosen.path} copied.`);
		} catch {
			// There is no clipboard on plain http and in some frames.
			getSelection()?.selectAllChildren(text.current!);
			setSaid(`${chosen.path} selected: copy it from there.`);
		}
	};
	const takeAll = async () => {
		try {
			const { zipOf } = await loadZip();
			download(
				`${kitFolder}.zip`,
				new Blob([zipOf(kitFolder, files, day)], { type: 'application/zip' }),
			);
			setSaid(`${files.length} files were handed to your browser as a ZIP.`);
		} catch {
			setSaid('The script for this has not arrived. Try again.');
		}
	};
	return (
		<div class="dg-files">
			<fieldset>
				<legend>How do flows reach production?</legend>
				{ways.map((id) => (
					<label key={id} class="dg-files-way">
						<input
							type="radio"
							name="dg-way"
							value={id}
							checked={id === way}
							onChange={() => onWay(id)}
						/>
						<span>
							<strong>{wayLabels[id][0]}.</strong> {wayLabels[id][1]}
						</span>
					</label>
				))}
			</fieldset>
			<div class="dg-actions">
				<button type="button" class="dg-button" data-files="zip" onClick={() => void takeAll()}>
					<span key={files.length}>Take all {files.length} files as ZIP</span>
				</button>
				<button type="button" class="dg-button" data-quiet onClick={() => void copy()}>
					Copy this file
				</button>
			</div>
			<p role="status" class="dg-status">
				{said && <span key={said}>{said}</span>}
			</p>
			<div class="dg-files-browser">
				<nav aria-label="Files" class="dg-files-tree">
					<Folder folder="" files={files} chosen={chosen.path} onChoose={setPath} />
				</nav>
				<div class="dg-files-text">
					<h4 id="dg-file" {...untranslated}>
						{chosen.path}
					</h4>
					<pre ref={text} role="region" aria-labelledby="dg-file" tabIndex={0} {...untranslated}>
						{chosen.text}
					</pre>
				</div>
			</div>
		</div>
	);
}

interface FolderProps {
	/** Its path with a slash at the end; empty for the kit itself. */
	readonly folder: string;
	/** The files in it and below it. */
	readonly files: readonly KitFile[];
	readonly chosen: string;
	readonly onChoose: (path: string) => void;
}

function Folder({ folder, files, chosen, onChoose }: FolderProps) {
	const below = new Map<string, KitFile[]>();
	const here: KitFile[] = [];
	for (const file of files) {
		const rest = file.path.slice(folder.length);
		const end = rest.indexOf('/');
		if (end < 0) here.push(file);
		else {
			const name = rest.slice(0, end + 1);
			below.set(name, [...(below.get(name) ?? []), file]);
		}
	}
	return (
		<ul role="list">
			{here.map(({ path }) => (
				<li key={path}>
					<button
						type="button"
						{...untranslated}
						aria-current={path === chosen ? 'true' : undefined}
						onClick={() => onChoose(path)}
					>
						{path.slice(folder.length)}
					</button>
				</li>
			))}
			{[...below].map(([name, inside]) => (
				<li key={name}>
					<details open={inside.length <= 12}>
						<summary {...untranslated}>{name}</summary>
						<Folder folder={folder + name} files={inside} chosen={chosen} onChoose={onChoose} />
					</details>
				</li>
			))}
		</ul>
	);
}
