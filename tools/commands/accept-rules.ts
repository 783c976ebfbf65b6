/**
 * Records the tables of the current version of the rules, once it is final: `npm run rules:accept`. A recorded version
 * never changes afterwards; to change a rule, raise `rulesVersion` in `src/guide/kestra/decision-model.ts` first.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesDate, rulesVersion } from '../../src/guide/kestra/decision-model.ts';
import { recordedNow } from '../../src/guide/kestra/past-versions.ts';
import { root } from '../lib/root.ts';

const file = join(root, 'src/guide/kestra/past', `${rulesVersion}.json`);
const text = `${JSON.stringify(recordedNow(rulesDate), null, '\t')}\n`;
const recorded = existsSync(file)
	? JSON.stringify(JSON.parse(readFileSync(file, 'utf8')))
	: undefined;
if (recorded === JSON.stringify(JSON.parse(text)))
	console.log(`Version ${rulesVersion} is recorded as it is.`);
else if (recorded !== undefined && !process.argv.includes('--unreleased')) {
	console.error(
		`Version ${rulesVersion} is recorded with other tables. Raise rulesVersion and rulesDate in src/guide/kestra/decision-model.ts, then run this again. While that version is not released yet: npm run rules:accept -- --unreleased`,
	);
	process.exitCode = 1;
} else {
	writeFileSync(file, text);
	console.log(`Recorded version ${rulesVersion} in src/guide/kestra/past/${rulesVersion}.json.`);
}
