// Runs Astro with telemetry off, in any shell: `node tools/astro.cjs build`.
require('./need-node.cjs');
const { spawnSync } = require('node:child_process');
const { dirname, join } = require('node:path');

const astro = join(dirname(require.resolve('astro/package.json')), 'bin', 'astro.mjs');
const { status } = spawnSync(process.execPath, [astro, ...process.argv.slice(2)], {
	stdio: 'inherit',
	env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
});
process.exit(status ?? 1);
