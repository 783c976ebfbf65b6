import type { AstroIntegration } from 'astro';

/**
 * Lets pages import a value that only the build knows: `import { project } from 'virtual:project'`.
 * @param name of the module, after `virtual:`, and of its export
 * @param value anything JSON can hold
 * @param type of the value, as TypeScript source
 * @returns the two integration hooks that provide the module and its type
 */
export function virtualModule(
	name: string,
	value: unknown,
	type: string,
): Pick<AstroIntegration['hooks'], 'astro:config:setup' | 'astro:config:done'> {
	const id = `virtual:${name}`;
	return {
		'astro:config:setup': ({ updateConfig }) => {
			updateConfig({
				vite: {
					plugins: [
						{
							name: id,
							resolveId: (source) => (source === id ? `\0${id}` : undefined),
							load: (resolved) =>
								resolved === `\0${id}`
									? `export const ${name} = ${JSON.stringify(value)};`
									: undefined,
						},
					],
				},
			});
		},
		'astro:config:done': ({ injectTypes }) => {
			injectTypes({
				filename: `${name}.d.ts`,
				content: `declare module '${id}' {\n\texport const ${name}: ${type};\n}`,
			});
		},
	};
}
