/**
 * The statements that the guidance must make, each with its section. Sections may be reworded; a section that is removed
 * must be replaced by another that makes the same statement.
 */
import { expect, test } from 'vitest';
import { readingPages } from '../support/built.ts';

const statements = [
	[
		'environments are managed at three levels: instance, tenant, namespace',
		'/concepts/instances/#what',
	],
	['an instance is a full deployment of Kestra', '/concepts/instances/#what'],
	[
		'run at least two instances, for development and production',
		'/concepts/instances/#dev-and-prod',
	],
	['development is a sandbox', '/concepts/instances/#shared-development'],
	['only administrators reach production', '/concepts/instances/#who-reaches-production'],
	['large organisations run three or four environments', '/concepts/instances/#many-environments'],
	['Enterprise is the way to manage many instances', '/concepts/editions/#enterprise-recommended'],
	['a tenant is a logical separation inside an instance', '/concepts/tenants/#what'],
	['ten customers, a tenant each', '/concepts/tenants/#customers'],
	['an international company, a tenant per country', '/concepts/tenants/#countries'],
	['tenants can separate engineers within development', '/concepts/tenants/#engineers'],
	['tenants do not separate development from production', '/concepts/tenants/#not-for-stages'],
	['namespaces organise flows by team', '/concepts/namespaces/#by-team'],
	['namespaces organise flows by domain', '/concepts/namespaces/#by-domain'],
	['namespaces can serve as environments to start with', '/concepts/namespaces/#as-environments'],
	['namespaces are not for critical operations', '/concepts/namespaces/#not-for-critical'],
] as const;

test.each(statements)('it says that %s', (_statement, address) => {
	const [path, id] = address.split('#');
	const page = readingPages.find((each) => each.path === path);
	const heading = page?.root.querySelector(`h2[id="${id}"], h3[id="${id}"]`);
	expect(heading, address).toBeTruthy();
	// The heading is in a wrapper with its anchor link; its content follows the wrapper.
	const next = (heading?.closest('.sl-heading-wrapper') ?? heading)?.nextElementSibling;
	expect(next?.text.trim().length, `what ${address} says`).toBeGreaterThan(40);
});

test('every page asks for feedback, with links that need no script', () => {
	for (const { path, root } of readingPages) {
		if (path.startsWith('/embed/')) continue;
		const links = root.querySelectorAll('footer a[href]').map((link) => link.getAttribute('href'));
		expect(
			links.some((href) => /^(https:\/\/.+\/issues\/new\?|mailto:)/.test(href ?? '')),
			path,
		).toBe(true);
	}
});
