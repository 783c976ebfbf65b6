// Checks the Node version before any script, in syntax that old versions can parse: on Linux and Windows `npm ci`
// installs the version that the tools need; elsewhere the installed Node is used and may be too old.
var needed = require('../package.json').engines.node.replace('>=', '');
var running = process.versions.node;

function isOlder(version, than) {
	var a = version.split('.');
	var b = than.split('.');
	for (var i = 0; i < 3; i++) if (+a[i] !== +b[i]) return +a[i] < +b[i];
	return false;
}

if (isOlder(running, needed)) {
	console.error(
		'Node ' +
			needed +
			' or newer is needed and ' +
			running +
			' is running: install Node 24 from https://nodejs.org, then run the command again.',
	);
	process.exit(1);
}
