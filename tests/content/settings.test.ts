import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { baseOf, feedbackOf, repositoryOf, siteOf } from '../../tools/lib/settings.ts';

const readers = { SITE: siteOf, BASE: baseOf, REPOSITORY: repositoryOf, FEEDBACK: feedbackOf };

test.each([
	['SITE', ''],
	['SITE', 'handbook.example.com'],
	['SITE', 'https://'],
	['SITE', 'https://handbook.example.com/docs'],
	['SITE', 'https://handbook.example.com/?'],
	['SITE', 'https://handbook.example.com#'],
	['SITE', 'https://me:secret@handbook.example.com'],
	['SITE', 'https://handbook.example.com\\docs'],
	['SITE', 'ftp://handbook.example.com'],
	['SITE', ' https://handbook.example.com'],
	['BASE', 'docs/x'],
	['BASE', 'docs/x/'],
	['BASE', 'C:/Program Files/Git/docs/'],
	['BASE', '//docs/'],
	['BASE', '/docs//x/'],
	['BASE', '/docs/../x/'],
	['BASE', '/./'],
	['BASE', '\\docs\\'],
	['BASE', '/docs?x/'],
	['BASE', '/docs#x/'],
	['BASE', '/do cs/'],
	['BASE', '/d%6fcs/'],
	['BASE', 'https://handbook.example.com/docs/'],
	['REPOSITORY', ''],
	['REPOSITORY', 'git@github.com:your/repository.git'],
	['REPOSITORY', 'your/repository'],
	['FEEDBACK', ''],
	['FEEDBACK', 'team@example.com'],
	['FEEDBACK', 'javascript:alert(1)'],
] as const)('%s=%s is refused by its name, with what it must look like', (name, value) => {
	expect(() => readers[name]({ [name]: value })).toThrow(
		new RegExp(`^${name} is "[^]*It must be [^]{20,}`),
	);
});

test('Git Bash is named where it has made a path of the disk', () => {
	expect(() => baseOf({ BASE: 'C:/Program Files/Git/docs/' })).toThrow('MSYS_NO_PATHCONV=1');
	expect(() => baseOf({ BASE: 'docs' })).not.toThrow('MSYS_NO_PATHCONV=1');
});

test('settings are read as addresses, whatever the spelling', () => {
	expect(siteOf({ SITE: 'https://Handbook.example.com:443/' })).toBe(
		'https://handbook.example.com',
	);
	expect(baseOf({ BASE: '/docs/a_b-c.d' })).toBe('/docs/a_b-c.d/');
	expect(baseOf({ BASE: '' })).toBe('/');
	expect(repositoryOf({ REPOSITORY: 'https://git.example.com/a/b/' })).toBe(
		'https://git.example.com/a/b',
	);
	expect(feedbackOf({ REPOSITORY: 'https://git.example.com/a/b' })).toBe(
		'https://git.example.com/a/b/issues/new',
	);
	expect(feedbackOf({ FEEDBACK: 'mailto:team@example.com' })).toBe('mailto:team@example.com');
});

test.each(['a#b', 'a%20b', 'a?b'])('a build in a folder named %s says what is wrong', (name) => {
	const parent = mkdtempSync(join(tmpdir(), 'named-'));
	onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
	const folder = join(parent, name);
	mkdirSync(join(folder, 'tools'), { recursive: true });
	for (const file of ['package.json', 'tools/astro.cjs', 'tools/need-node.cjs'])
		cpSync(file, join(folder, file));
	const { status, stderr } = spawnSync(process.execPath, ['tools/astro.cjs', 'build'], {
		cwd: folder,
		encoding: 'utf8',
	});
	expect(status).toBe(1);
	expect(stderr).toContain(folder);
	expect(stderr).toContain('rename or move it');
});
