import { expect, test } from 'vitest';
import { everyKit } from '../../support/kits.ts';

/** A pattern as Terraform reads it: there a line ends at `\n` alone, and `.` takes a `\r` along. */
const asTerraform = (pattern: string) =>
	new RegExp(
		pattern
			.replaceAll('\\\\', '\\')
			.replace('(?m)^', '(?<![^\\n])')
			.replace('.', '[^\\n]')
			.replace(/\$$/, '(?![^\\n])'),
	);

test('Terraform reads the same from settings with the line breaks of Windows', () => {
	let looked = 0;
	for (const { files } of everyKit)
		for (const { path, text } of files.filter((one) => one.path.endsWith('/main.tf'))) {
			const settings = /(instances\/[^"]+\.env)"/.exec(text)?.[1];
			if (settings === undefined) continue;
			const unix = files
				.find((one) => one.path === settings)!
				.text.replace('FILL_IN_INSTANCE_URL', 'https://a.example.com/')
				.replace('FILL_IN_API_URL', 'https://b.example.com/c/');
			const windows = unix.replaceAll('\n', '\r\n');
			for (const [, pattern] of text.matchAll(/regex\("([^"]+)", local\.settings\)/g)) {
				looked++;
				const [read, again] = [unix, windows].map((one) => asTerraform(pattern!).exec(one)?.[1]);
				expect(read, path).toMatch(/^https?:\/\/\S+$/);
				expect(again, path).toBe(read);
				if (pattern!.includes('INSTANCE_URL')) expect(read).not.toMatch(/\/$/);
			}
		}
	expect(looked).toBeGreaterThan(500);
});

test('a pattern that takes half of a line break along would be found', () => {
	expect(asTerraform('(?m)^A=(.*)$').exec('A=b\r\n')![1]).toBe('b\r');
});

test('Git checks a kit out with the line breaks that shells read', () => {
	for (const { files } of everyKit) {
		expect(files.find(({ path }) => path === '.gitattributes')?.text).toMatch(/^\* .*\beol=lf$/m);
		for (const { path, text } of files) expect(text, path).not.toContain('\r');
	}
});
