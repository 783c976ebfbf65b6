import { describe, expect, test } from 'vitest';
import { mendedAddress } from '../../src/lib/mended-address.ts';

const pages = ['/', '/guide/', '/concepts/tenants/', '/reference/links/'];

/** What is offered for an address below a base path, without the base. */
const offered = (address: string, base: string) => {
	const mended = mendedAddress(
		new URL(`https://handbook.example.com${base.slice(0, -1)}${address}`),
		base,
		pages,
	);
	return mended?.startsWith(base) ? mended.slice(base.length - 1) : mended;
};

describe.each(['/', '/docs/environments/', '/Docs/'])('below %s', (base) => {
	test.each([
		['/concepts/tenants/%23when', '/concepts/tenants/#when'],
		['/concepts/tenants%23when', '/concepts/tenants/#when'],
		['/guide/%3Fedition=enterprise&impact=critical', '/guide/?edition=enterprise&impact=critical'],
		[
			'/guide/%3fedition%3Denterprise%26impact=critical',
			'/guide/?edition=enterprise&impact=critical',
		],
		['/guide/%3Fedition=enterprise%23result', '/guide/?edition=enterprise#result'],
		['/guide/%3Fedition=enterprise?utm_source=x', '/guide/?edition=enterprise&utm_source=x'],
		['/guide/%3Fedition=enterprise).', '/guide/?edition=enterprise'],
		['/GUIDE/?edition=enterprise', '/guide/?edition=enterprise'],
		['/Concepts/Tenants/#when', '/concepts/tenants/#when'],
		['/concepts/tenants/).', '/concepts/tenants/'],
		['/concepts/tenants.', '/concepts/tenants/'],
		['/concepts/tenants/%E2%80%9D,', '/concepts/tenants/'],
		['/concepts//tenants/', '/concepts/tenants/'],
		['/concepts%2Ftenants/', undefined],
		['/concepts/tenants.html', '/concepts/tenants/'],
		['/concepts/tenants/index.htm', '/concepts/tenants/'],
		['/%23top', '/#top'],
		['/guide/%253Fedition%253Denterprise', '/guide/?edition=enterprise'],
		['/concepts/tenants/%2523when', '/concepts/tenants/#when'],
		['/guide/&edition=enterprise&impact=critical', '/guide/?edition=enterprise&impact=critical'],
		['/guide&edition=enterprise', '/guide/?edition=enterprise'],
		['/guide/;edition=enterprise', '/guide/?edition=enterprise'],
		['/guide/%23result?edition=enterprise', '/guide/?edition=enterprise#result'],
		['/guide/%E2%80%8B?edition=enterprise', '/guide/?edition=enterprise'],
		['/gui%C2%ADde/?edition=enterprise', '/guide/?edition=enterprise'],
	])('%s leads to %s', (address, to) => {
		expect(offered(address, base)).toBe(to);
	});

	test.each([
		'。',
		'、',
		'）',
		'」',
		' »',
		'…',
		'，谢谢',
		'\u200E',
		'\uFEFF',
		'\u00A0',
		'%0A',
		'%60',
		'%5C',
		'🙂',
		'%20and more',
		'%7COur plan',
		'%3C/a%3E',
		'<br>',
		'&gt;',
		'&quot;,',
	])('a page with %j behind it is found', (end) => {
		expect(offered(`/concepts/tenants/${end}`, base)).toBe('/concepts/tenants/');
	});

	test.each(['/nothing/', '/concepts/', '/concepts/tenants/more/', '/%', '/%E0%A4%A', '/guide/'])(
		'for %s nothing is offered',
		(address) => {
			expect(offered(address, base)).toBeUndefined();
		},
	);
});

test.each([
	'//evil.test/%23x',
	'/\\evil.test/',
	'/%2F%2Fevil.test',
	'/..%2f/evil.test/%3Fa',
	'/javascript:alert(1)',
])('%s offers nothing that leads away', (path) => {
	const mended = mendedAddress({ pathname: path, search: '', hash: '' }, '/', pages);
	expect(mended === undefined || /^\/(?!\/)/.test(mended)).toBe(true);
	expect(mended ?? '').not.toContain('evil');
});

test('outside the base nothing is offered', () => {
	expect(
		mendedAddress({ pathname: '/GUIDE/', search: '', hash: '' }, '/docs/', pages),
	).toBeUndefined();
});
