import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { FilesPanel } from '../../src/components/guide/result/FilesPanel.tsx';
import { defaultWay } from '../../src/guide/kit/choices.ts';
import { ways } from '../../src/guide/kit/kit-file.ts';
import { planFor } from '../../src/guide/plan/plan.ts';
import { kitFiles } from '../../src/lib/kit.ts';

afterEach(() => {
	cleanup();
	vi.unstubAllGlobals();
});

const given = {
	impact: 'critical',
	stages: 'two',
	people: 'several',
	walls: 'none',
	own: 'none',
	edition: 'open-source',
	logins: 'one-login',
};
const plan = planFor(given)!;

function Panel({ first }: { readonly first?: string }) {
	const [way, setWay] = useState<string | undefined>(first);
	return <FilesPanel given={given} plan={plan} way={way} onWay={setWay} />;
}

const tree = () => screen.getByRole('navigation', { name: 'Files' });
const paths = () =>
	[...tree().querySelectorAll('button')].map((button) => {
		const folders: string[] = [];
		for (let at = button.closest('details'); at; at = at.parentElement!.closest('details'))
			folders.unshift(at.querySelector('summary')!.textContent);
		return folders.join('') + button.textContent;
	});
const expected = (way: (typeof ways)[number]) =>
	kitFiles({ given, plan, way, address: (path) => path, date: '2026-01-02' });

test.each(ways)('the tree has every file of the way %s', (way) => {
	render(<Panel first={way} />);
	expect(paths().toSorted()).toEqual(
		expected(way)
			.map(({ path }) => path)
			.toSorted(),
	);
});

test('without a way in the address, the plan’s own is chosen; a nonsense one is left aside', () => {
	for (const first of [undefined, 'carrier-pigeon']) {
		render(<Panel {...(first !== undefined && { first })} />);
		expect(screen.getByRole<HTMLInputElement>('radio', { checked: true }).value).toBe(
			defaultWay(plan),
		);
		cleanup();
	}
});

test('a chosen file is marked, and its text is in a region of its name', () => {
	render(<Panel />);
	expect(within(tree()).getByText('README.md').getAttribute('aria-current')).toBe('true');
	fireEvent.click(within(tree()).getByText('production.env'));
	expect(within(tree()).getByText('README.md').hasAttribute('aria-current')).toBe(false);
	const region = screen.getByRole('region', { name: 'instances/production.env' });
	expect(region.textContent).toContain('ENVIRONMENT_NAME=Production');
});

test('another way changes the files, and a file that went gives way to the README', () => {
	render(<Panel first="git" />);
	fireEvent.click(within(tree()).getByText('push_to_git.yaml'));
	fireEvent.click(screen.getByRole('radio', { name: /GitLab/ }));
	expect(paths()).toContain('.gitlab-ci.yml');
	expect(paths().some((path) => path.startsWith('git-flows'))).toBe(false);
	expect(screen.getByRole('region', { name: 'README.md' }).textContent).toContain('gitlab');
});

test('a file is copied, and it is said only then', async () => {
	const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue(undefined);
	vi.stubGlobal('navigator', { clipboard: { writeText } });
	render(<Panel />);
	expect(screen.getByRole('status').textContent).toBe('');
	fireEvent.click(screen.getByRole('button', { name: 'Copy this file' }));
	await vi.waitFor(() => expect(screen.getByRole('status').textContent).toBe('README.md copied.'));
	expect(writeText.mock.calls[0]![0]).toContain('# Two instances');
});

test('where there is no clipboard, the text is selected instead', async () => {
	vi.stubGlobal('navigator', {});
	render(<Panel />);
	fireEvent.click(screen.getByRole('button', { name: 'Copy this file' }));
	await vi.waitFor(() => expect(screen.getByRole('status').textContent).toContain('selected'));
});
