// cspell:ignore nonprod preprod
/**
 * What this guide advises on a name that Kestra takes. The rules say what is refused; a name that passes them can still
 * be one that the pages warn of, and the name checker must not say less than the page that it stands on.
 */
import type { NameKind } from './naming-rules.ts';

/** One thing to think of before a valid name is used. */
export interface NameAdvice {
	/** What the advice is about. */
	readonly about: 'stage' | 'taken' | 'empty-level' | 'hyphen';
	/** Plain sentences. */
	readonly says: string;
	/** The section of `/practices/names/` that argues it. */
	readonly section: string;
}

/** Words that name a stage wherever they stand between dots, hyphens and underscores. */
const stages: ReadonlySet<string> = new Set([
	'dev',
	'development',
	'test',
	'testing',
	'qa',
	'uat',
	'acceptance',
	'stage',
	'staging',
	'preprod',
	'preproduction',
	'prd',
	'prod',
	'production',
	'nonprod',
]);

/** The first word of a name that looks like a stage. */
const stageIn = (text: string) =>
	text
		.toLowerCase()
		.split(/[._-]/)
		.find((word) => stages.has(word));

/** Kinds whose names say whose something is, and so are the same in every environment. */
const staying: ReadonlySet<NameKind> = new Set(['namespace', 'tenant', 'everywhere']);

/** Kinds that are read in expressions, or written in the style of those that are. */
const underscored: ReadonlySet<NameKind> = new Set(['flow', 'task']);

/**
 * What to think of before a name is used.
 * @param text a name that is valid for its kind
 * @returns nothing when the pages warn of nothing
 */
export function adviceOn(kind: NameKind, text: string): readonly NameAdvice[] {
	const advice: NameAdvice[] = [];
	const stage = staying.has(kind) ? stageIn(text) : undefined;
	if (stage !== undefined)
		advice.push({
			about: 'stage',
			says:
				kind === 'tenant'
					? `“${stage}” looks like a stage. Call a tenant by whose it is, and give it the same id in every instance.`
					: `“${stage}” looks like a stage. Keep the stage out, so that the name is the same in every environment.`,
			section: 'no-stage',
		});
	if (text === 'main' && (kind === 'tenant' || kind === 'everywhere'))
		advice.push({
			about: 'taken',
			says: 'The tenant “main” is taken: it is the only one that open source has.',
			section: 'rules',
		});
	if (text === 'system' && (kind === 'namespace' || kind === 'everywhere'))
		advice.push({
			about: 'taken',
			says: 'The namespace “system” is taken: Kestra expects maintenance flows there.',
			section: 'rules',
		});
	if (kind === 'namespace' && text.split('.').includes(''))
		advice.push({
			about: 'empty-level',
			says: 'Each dot makes a level, so this name has a level without a name.',
			section: 'rules',
		});
	if (underscored.has(kind) && text.includes('-'))
		advice.push({
			about: 'hyphen',
			says: `A hyphen costs brackets in expressions. With underscores it is “${text.replaceAll('-', '_')}”.`,
			section: 'rules',
		});
	return advice;
}
