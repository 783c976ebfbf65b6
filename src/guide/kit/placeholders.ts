/** The values that only the reader knows. Each is marked the same way in every file, and listed once in the README. */

/** What to put in place of each mark. */
export const placeholders = {
	FILL_IN_API_TOKEN:
		'A token of the service account `delivery`. There is none before the first `terraform apply`: leave the mark until then.',
	FILL_IN_API_URL: 'The address of a system that the flows call, its test system in development.',
	FILL_IN_BUCKET: 'A storage bucket that nothing else uses.',
	FILL_IN_BUCKET_ACCESS_KEY:
		'The id of a key that may read and write that bucket; neither where the pods have a role.',
	FILL_IN_BUCKET_REGION: 'The region of that bucket.',
	FILL_IN_BUCKET_SECRET_KEY: 'The secret of that key.',
	FILL_IN_CHART_VERSION: 'The version of the Helm chart, the same for every instance.',
	FILL_IN_DATABASE_HOST:
		'The host of a PostgreSQL that nothing else uses. Database and user are both called `kestra`, or you change that in `DATABASE_URL` and in `values.yaml`.',
	FILL_IN_DATABASE_PASSWORD: 'A password for the database of this instance, in letters and digits.',
	FILL_IN_ENCRYPTION_KEY:
		'What `openssl rand -base64 32` prints, another for each instance. Kept for ever: what it encrypted needs it.',
	FILL_IN_GIT_TOKEN_IN_BASE64:
		'A token that may write to the repository in development and read it elsewhere, in base64.',
	FILL_IN_GIT_URL: 'The https address of the repository.',
	FILL_IN_GIT_USER_IN_BASE64: 'The user that the token belongs to, in base64.',
	FILL_IN_INSTANCE_URL:
		'The whole address in people’s browsers: https, a host name and a slash; http, localhost and its port where it runs on your own machine.',
	FILL_IN_KESTRACTL_VERSION:
		'A release of kestractl that you tried with your version of Kestra, as `https://github.com/kestra-io/kestractl/releases` names it.',
	FILL_IN_LICENSE_FINGERPRINT: 'From Kestra, with your licence.',
	FILL_IN_LICENSE_ID: 'From Kestra, with your licence.',
	FILL_IN_LICENSE_KEY: 'From Kestra, with your licence.',
	FILL_IN_LOGIN_EMAIL: 'The login of this instance; Kestra wants an e-mail address.',
	FILL_IN_LOGIN_PASSWORD:
		'Its password, in letters and digits: at least eight, with a capital letter and a digit. Another for each instance.',
	FILL_IN_OWNERS:
		'Who approves changes to the folder in that line, as the Git server names a person or a team.',
	FILL_IN_PLATFORM_TEAM: 'Who approves changes to the kit itself, as the Git server names a team.',
	FILL_IN_SECRET_IN_BASE64: 'The password that a flow reads as a secret, in base64.',
} as const;

/** A mark. */
export type Placeholder = keyof typeof placeholders;

const mark = /FILL_IN_[A-Z0-9]+(?:_[A-Z0-9]+)*/g;

/**
 * The marks in a kit's files, with the files that have them.
 * @throws on a mark that is not in the list; the message names the file
 */
export function placeholdersIn(
	files: readonly { readonly path: string; readonly text: string }[],
): ReadonlyMap<Placeholder, readonly string[]> {
	const found = new Map<Placeholder, string[]>();
	for (const { path, text } of files)
		for (const name of new Set(text.match(mark))) {
			if (!Object.hasOwn(placeholders, name))
				throw new Error(`${path} has ${name}, which is not listed.`);
			const known = name as Placeholder;
			const paths = found.get(known) ?? [];
			paths.push(path);
			found.set(known, paths);
		}
	return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
