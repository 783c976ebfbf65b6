import type { TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Answers } from '~/guide/engine/model.ts';
import { questionOf } from '~/guide/kestra/lookup.ts';
import type { NameChange } from '~/guide/names/edit-names.ts';
import { addName, removeName, renameName } from '~/guide/names/edit-names.ts';
import type { NameList } from '~/guide/names/name-lists.ts';
import { nameLists } from '~/guide/names/name-lists.ts';
import { cleanWord, longestNoun } from '~/guide/names/stored-names.ts';
import type { Plan } from '~/guide/plan/plan.ts';
import { Quoting } from '../../names/IsolatedQuotes.tsx';
import { untranslated } from '../../prose/untranslated.ts';
import type { OwnNames } from '../state/use-names.ts';

interface Props {
	readonly given: Answers;
	readonly own: OwnNames;
}

interface PanelProps extends Props {
	readonly plan: Plan;
	readonly onRefine: (question: string, value: string) => void;
}

/** The reader's own names for the company, stages, groups and so on, each as a chip. */
export function NamesPanel({ given, own, plan, onRefine }: PanelProps) {
	const [said, setSaid] = useState('');
	const lists = nameLists(given, own.kept);
	return (
		<div class="dg-names">
			<Choice plan={plan} question="layout" onRefine={onRefine} />
			{plan.topology.groups.length > 0 && (
				<>
					<Choice plan={plan} question="called" onRefine={onRefine} />
					<NounEditor own={own} say={setSaid} />
				</>
			)}
			{lists.map((list) => (
				<NameListEditor key={list.id} list={list} given={given} own={own} say={setSaid} />
			))}
			<p role="status" class="dg-status">
				{said && <span key={said}>{said}</span>}
			</p>
			<p>
				<button
					type="button"
					class="dg-link"
					onClick={() => {
						own.forget();
						setSaid('Your names are forgotten.');
					}}
				>
					Forget all names
				</button>
			</p>
		</div>
	);
}

/** A refinement as a list to choose from. */
function Choice({
	plan,
	question,
	onRefine,
}: Pick<PanelProps, 'plan' | 'onRefine'> & { readonly question: string }) {
	const { asks, values } = questionOf(question);
	return (
		<label class="dg-choice">
			<span>{asks}</span>
			<select
				value={plan.answers[question]}
				onChange={(event) => onRefine(question, event.currentTarget.value)}
			>
				{values.map(({ id, label }) => (
					<option key={id} value={id}>
						{label}
					</option>
				))}
			</select>
		</label>
	);
}

/** The reader's own word for the groups, in the singular and the plural. */
function NounEditor({ own, say }: Pick<Props, 'own'> & { readonly say: (words: string) => void }) {
	const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		const data = new FormData(event.currentTarget);
		const [one, many] = [cleanWord(data.get('one')), cleanWord(data.get('many'))];
		const { noun: _, ...names } = own.kept;
		if (one && many) {
			own.keep({ ...names, noun: { one, many } });
			say(`The plan speaks of ${many} now.`);
		} else if (!one && !many) {
			own.keep(names);
			say('The plan uses the word chosen above.');
		} else say('Give both forms of your word, or neither.');
	};
	return (
		<form class="dg-name-list" onSubmit={submit} noValidate>
			<fieldset>
				<legend>Or your own word for them</legend>
				<div class="dg-name-entry">
					<label for="dg-noun-one">One</label>
					<input
						id="dg-noun-one"
						name="one"
						type="text"
						maxLength={longestNoun}
						autocomplete="off"
						placeholder="lab"
						defaultValue={own.kept.noun?.one}
					/>
					<label for="dg-noun-many">Several</label>
					<input
						id="dg-noun-many"
						name="many"
						type="text"
						maxLength={longestNoun}
						autocomplete="off"
						placeholder="labs"
						defaultValue={own.kept.noun?.many}
					/>
					<button type="submit" class="dg-button" data-quiet>
						Use it
					</button>
				</div>
			</fieldset>
		</form>
	);
}

function NameListEditor({
	list,
	given,
	own,
	say,
}: Props & { readonly list: NameList; readonly say: (words: string) => void }) {
	const field = useRef<HTMLInputElement>(null);
	const [refused, setRefused] = useState<{
		readonly problem: string;
		readonly mended: string | undefined;
		/** Whether to announce it, because focus does not move to the field that it describes. */
		readonly announced: boolean;
	}>();
	/** Index of the name that the field changes; absent when it adds one. */
	const [renaming, setRenaming] = useState<number | undefined>(list.most === 1 ? 0 : undefined);
	const old = renaming === undefined ? undefined : list.names[renaming];
	const ids = { field: `dg-name-${list.id}`, problem: `dg-name-${list.id}-problem` };

	const settle = (change: NameChange, words: string): boolean => {
		if (change.names === undefined) {
			const announced = document.activeElement === field.current;
			setRefused({ problem: change.problem, mended: change.mended, announced });
			field.current?.focus();
			return false;
		}
		setRefused(undefined);
		own.keep(change.names);
		say(words);
		return true;
	};
	const add = (text: string) => {
		const change =
			renaming === undefined
				? addName(given, own.kept, list.id, text)
				: renameName(given, own.kept, list.id, renaming, text);
		const words =
			old === undefined ? `${text.trim()} added.` : `${old} is now called ${text.trim()}.`;
		if (settle(change, words) && field.current) {
			field.current.value = '';
			field.current.focus();
			setRenaming(list.most === 1 ? 0 : undefined);
		}
	};
	const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
		event.preventDefault();
		add(field.current?.value ?? '');
	};
	return (
		<form class="dg-name-list" onSubmit={submit} noValidate>
			<fieldset>
				<legend key={list.label}>{list.label}</legend>
				{list.note && (
					<p class="dg-mark" key={list.note}>
						{list.note}
					</p>
				)}
				<ul class="dg-chips" role="list">
					{list.names.map((name, index) => (
						<li key={name} data-default={list.untouched || undefined}>
							<button
								type="button"
								aria-pressed={renaming === index}
								onClick={() => {
									setRenaming(renaming === index && list.most > 1 ? undefined : index);
									field.current?.focus();
								}}
							>
								<span class="sr-only">Rename </span>
								<span dir="auto" {...untranslated}>
									{name}
								</span>
							</button>
							{list.names.length > list.least && (
								<button
									type="button"
									aria-label={`Remove ${name}`}
									onClick={() => {
										setRenaming(undefined);
										if (settle(removeName(given, own.kept, list.id, index), `${name} removed.`))
											field.current?.focus();
									}}
								>
									×
								</button>
							)}
						</li>
					))}
				</ul>
				{refused && (
					<p
						class="dg-error"
						id={ids.problem}
						role={refused.announced ? 'alert' : undefined}
						key={refused.problem}
					>
						<Quoting text={refused.problem} />{' '}
						{refused.mended !== undefined && (
							<button
								type="button"
								class="dg-link"
								onClick={() => refused.mended !== undefined && add(refused.mended)}
							>
								Use <span {...untranslated}>{refused.mended}</span>
							</button>
						)}
					</p>
				)}
				<div class="dg-name-entry">
					<label for={ids.field} key={`${list.one} ${old}`}>
						{old === undefined ? (
							`Another ${list.one}`
						) : (
							<>
								New name for <span {...untranslated}>{old}</span>
							</>
						)}
					</label>
					<input
						ref={field}
						id={ids.field}
						type="text"
						autocomplete="off"
						autocapitalize="none"
						spellcheck={false}
						dir="auto"
						aria-invalid={refused ? 'true' : undefined}
						aria-describedby={refused ? ids.problem : undefined}
					/>
					<button type="submit" class="dg-button" data-quiet>
						<span key={String(old === undefined)}>{old === undefined ? 'Add' : 'Rename'}</span>
					</button>
				</div>
			</fieldset>
		</form>
	);
}
