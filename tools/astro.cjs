// Runs Astro with telemetry off, in any shell: `node tools/astro.cjs build`.
require('./need-node.cjs');
const { spawnSync } = require('node:child_process');
const { dirname, join, resolve } = require('node:path');

// Tools of the build read these in a path as the fragment and the escapes of an address.
const folder = resolve(__dirname, '..');
if (/[#%?]/.test(folder)) {
	console.error(
		`The project is in ${folder}. The build cannot read a folder whose path has # or % or ? in it: rename or move it.`,
	);
	process.exit(1);
}

const astro = join(dirname(require.resolve('astro/package.json')), 'bin', 'astro.mjs');
const { status } = spawnSync(process.execPath, [astro, ...process.argv.slice(2)], {
	stdio: 'inherit',
	env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
process.exit(status ?? 1);
