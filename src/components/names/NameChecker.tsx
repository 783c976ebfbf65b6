import { useRef, useState } from 'preact/hooks';
import { adviceOn } from '~/guide/names/naming-advice.ts';
import { checkName, type NameCheck, type NameKind, namings } from '~/guide/names/naming-rules.ts';
import { useShownAgain } from '~/lib/use-shown-again.ts';
import { useOneClick } from '../guide/state/second-click.ts';
import { Quoting } from './IsolatedQuotes.tsx';
import '~/components/names/name-checker.css';
import { untranslated } from '../prose/untranslated.ts';

interface Checked {
	readonly kind: NameKind;
	readonly text: string;
	readonly result: NameCheck;
}

const labelOf = (kind: NameKind) => namings.find(({ id }) => id === kind)?.label ?? kind;

/** The answer in a word or two, by who says no. */
const verdicts = {
	engine: 'Not valid.',
	documentation: 'Reserved.',
	guide: 'Not valid everywhere.',
} as const;

/** The same as a sentence that begins with the name. A name is called refused only where something refuses it. */
const meanings = {
	engine: 'is refused.',
	documentation:
		'should not be used. The engine that we tried took such a name; keep to the list all the same.',
	guide: 'breaks the rule for names that work at every level.',
} as const;

/**
 * Tells whether a name is valid; if not, why, and offers a similar valid name; and what this guide advises on a valid one. The name stays in the page: the form is
 * never sent (its method makes submitting do nothing without script), and nothing is stored.
 */
export function NameChecker() {
	const [checked, setChecked] = useState<Checked>();
	const field = useRef<HTMLInputElement>(null);
	const shownAgain = useShownAgain();
	const form = useRef<HTMLFormElement>(null);
	useOneClick(form);

	function check(kind: NameKind, text: string) {
		setChecked({ kind, text, result: checkName(kind, text) });
	}
	function take(name: string) {
		if (!checked || !field.current) return;
		field.current.value = name;
		field.current.focus();
		check(checked.kind, name);
	}

	return (
		<form
			class="dg-names not-content"
			method="dialog"
			ref={form}
			onSubmit={(event) => {
				event.preventDefault();
				const data = new FormData(event.currentTarget);
				check(data.get('kind') as NameKind, String(data.get('name')));
			}}
		>
			<div class="dg-names-fields" key={shownAgain}>
				<label>
					<span>Name of</span>
					<select name="kind" defaultValue={checked?.kind}>
						{namings.map(({ id, label }) => (
							<option key={id} value={id}>
								{label}
							</option>
						))}
					</select>
				</label>
				<label class="dg-names-text">
					<span>Name</span>
					<input
						ref={field}
						name="name"
						type="text"
						defaultValue={checked?.text ?? 'acme.projectA'}
						autocomplete="off"
						autocapitalize="none"
						spellcheck={false}
						dir="auto"
					/>
				</label>
				<button type="submit">Check</button>
			</div>
			<div role="status">
				{checked && (
					<Answer key={`${checked.kind} ${checked.text}`} checked={checked} onTake={take} />
				)}
			</div>
		</form>
	);
}

/** The result of the check, in sentences. */
function Answer({
	checked: { kind, text, result },
	onTake,
}: {
	readonly checked: Checked;
	readonly onTake: (name: string) => void;
}) {
	const what = labelOf(kind);
	if (result.ok) {
		const advice = adviceOn(kind, text);
		return (
			<>
				<p data-valid={advice.length ? 'but' : 'yes'}>
					<strong>{advice.length ? 'Valid, but think twice.' : 'Valid.'}</strong>{' '}
					<code {...untranslated}>{text}</code>{' '}
					{advice.length ? 'passes the rule.' : 'can be used.'} ({what})
				</p>
				{advice.length > 0 && (
					<ul>
						{advice.map(({ about, says, section }) => (
							<li key={about}>
								<Quoting text={says} /> <a href={`#${section}`}>Why</a>
							</li>
						))}
					</ul>
				)}
			</>
		);
	}
	const { by, mended } = result;
	return (
		<>
			<p data-valid="no">
				<strong>{verdicts[by]}</strong>{' '}
				{text ? (
					<code dir="auto" {...untranslated}>
						{text}
					</code>
				) : (
					'An empty name'
				)}{' '}
				{meanings[by]} ({what})
			</p>
			<ul>
				{result.problems.map(({ rule, says }) => (
					<li key={rule}>
						<Quoting text={says} />
					</li>
				))}
			</ul>
			{mended && (
				<p>
					Close to it and valid: <code {...untranslated}>{mended}</code>{' '}
					<button type="button" onClick={() => onTake(mended)}>
						Use this name
					</button>
				</p>
			)}
		</>
	);
}
