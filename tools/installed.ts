import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a program is: on the path, or where servers stand that only root has on it. */
export function installed(name: string): string | undefined {
	return [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
		.map((folder) => join(folder, name))
		.find((path) => existsSync(path));
}
