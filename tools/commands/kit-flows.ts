/**
 * Writes the flows of all kits to a folder, for Kestra's own engine to validate:
 *
 *     npm run kit:flows -- FOLDER
 */
import { writeKitFlows } from '../lib/kit-flows.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
	console.error('Say where to: npm run kit:flows -- FOLDER');
	process.exitCode = 1;
} else console.log(`${writeKitFlows(folder)} flows are in ${folder}.`);
