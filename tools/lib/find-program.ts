import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a program: from PATH, or from the `sbin` folders, which often only root has on its PATH. */
export function findProgram(name: string): string | undefined {
	return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));
}
