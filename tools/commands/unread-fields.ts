/**
 * Lists what the sources declare and only tests use, or nobody: fields of types that nothing reads, and exports that
 * nothing imports. Knip finds neither, because it looks at modules, and counts tests among those who use them.
 *
 * A field counts as read wherever in doubt: when its object has no known type, or when an Astro component, whose types
 * are not looked at, reads a field of that name.
 */
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { root } from '../lib/root.ts';

/** What somebody outside of these sources reads, by file and name, and who or why. */
const published: Readonly<Record<string, string>> = {
	'src/content.config.ts collections': 'Astro reads it.',
	'src/guide/kestra/matrix-types.ts MatrixRow.failsTogether':
		'Whoever edits the matrix says it, so that a test can ask for a failure or a reason.',
	'src/guide/url/query.ts Reading.ignored':
		'Tests count with it that no entry of an address is lost.',
	'src/lib/menu.ts onRequest': 'Starlight reads it.',
};

/** What Astro reads of a page that is a module. */
const ofPages = ['GET', 'getStaticPaths'];

const programRoots = ['src', 'tools', 'bench'].flatMap((folder) =>
	globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
		.filter((file) => !file.includes('node_modules'))
		.map((file) => join(root, file)),
);
const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as {
	config: unknown;
};
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(programRoots, options);
const checker = program.getTypeChecker();
const isOurs = ({ fileName }: ts.SourceFile) =>
	fileName.startsWith(root) && !fileName.includes('node_modules');
const ours = program.getSourceFiles().filter(isOurs);

/** Declarations that are read, and names that count as read wherever they are declared. */
const read = new Set<ts.Node>();
const names = new Set<string>();

/** Marks what a symbol stands for as read; without a symbol, everything of that name. */
function mark(symbol: ts.Symbol | undefined, name: string): void {
	const whole =
		symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
	const declarations = whole?.declarations ?? [];
	if (declarations.length === 0) names.add(name);
	for (const declaration of declarations) {
		read.add(declaration);
		// Data is read through its own literal; the type that it satisfies declares the same field.
		const literal = declaration.parent as ts.Node | undefined;
		if (!literal || !ts.isObjectLiteralExpression(literal)) continue;
		const satisfied = checker.getContextualType(literal);
		for (const type of satisfied?.isUnion() ? satisfied.types : [satisfied])
			for (const original of type?.getProperty(name)?.declarations ?? []) read.add(original);
	}
}

/** Marks a field of a type as read, in each part of a union. */
function markField(type: ts.Type, name: string): void {
	const parts = type.isUnion() ? type.types : [type];
	for (const part of parts) {
		const known = checker.getNonNullableType(part);
		if (known.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) continue;
		mark(checker.getPropertyOfType(checker.getApparentType(known), name), name);
	}
}

const isAssigned = (node: ts.Expression) =>
	ts.isBinaryExpression(node.parent) &&
	node.parent.left === node &&
	node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;

/** Marks the fields that a key can name as read. */
function markFields(type: ts.Type, key: ts.Type): void {
	for (const each of key.isUnion() ? key.types : [key])
		if (each.isStringLiteral()) markField(type, each.value);
}

function visit(node: ts.Node): void {
	if (ts.isPropertyAccessExpression(node)) {
		if (!isAssigned(node)) markField(checker.getTypeAtLocation(node.expression), node.name.text);
	} else if (ts.isElementAccessExpression(node))
		markFields(
			checker.getTypeAtLocation(node.expression),
			checker.getTypeAtLocation(node.argumentExpression),
		);
	else if (ts.isIndexedAccessTypeNode(node))
		markFields(
			checker.getTypeFromTypeNode(node.objectType),
			checker.getTypeFromTypeNode(node.indexType),
		);
	else if (ts.isObjectBindingPattern(node))
		for (const { propertyName, name, dotDotDotToken } of node.elements) {
			const key = propertyName ?? name;
			if (!dotDotDotToken && (ts.isIdentifier(key) || ts.isStringLiteral(key)))
				markField(checker.getTypeAtLocation(node), key.text);
		}
	else if (ts.isIdentifier(node) && isUse(node)) {
		const symbol = ts.isShorthandPropertyAssignment(node.parent)
			? checker.getShorthandAssignmentValueSymbol(node.parent)
			: checker.getSymbolAtLocation(node);
		mark(symbol, node.text);
	}
	ts.forEachChild(node, visit);
}

/** Whether an identifier uses what it names, rather than declaring, importing or exporting it. */
function isUse(node: ts.Identifier): boolean {
	const { parent } = node;
	if (ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isExportSpecifier(parent))
		return false;
	if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
	return !('name' in parent && parent.name === node) || ts.isShorthandPropertyAssignment(parent);
}
for (const file of ours) visit(file);

// Components and pages: every name after a dot or in braces, and every import.
for (const file of globSync('src/**/*.{astro,mdx}', { cwd: root }))
	for (const [, name = ''] of readFileSync(join(root, file), 'utf8').matchAll(
		/(?:\.|[{,]\s*(?:type\s+)?|\[['"])(\w+)/g,
	))
		names.add(name);

const isExported = (node: ts.Declaration) =>
	(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Export) !== 0;

/** Fields of the types of a file, with the name of the type that they are in. */
function* fieldsOf(node: ts.Node, type = ''): Generator<readonly [ts.PropertySignature, string]> {
	const name =
		ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) ? node.name.text : type;
	if (ts.isPropertySignature(node)) yield [node, name];
	for (const child of node.getChildren()) yield* fieldsOf(child, name);
}

/** What is found, by file and name, with its line. */
const unread: { readonly key: string; readonly line: number }[] = [];

/** Notes a declaration when it is not read. */
function note(declaration: ts.Declaration, name: string, shown = name): void {
	if (read.has(declaration) || names.has(name)) return;
	const file = declaration.getSourceFile();
	unread.push({
		key: `${relative(root, file.fileName).replaceAll('\\', '/')} ${shown}`,
		line: file.getLineAndCharacterOfPosition(declaration.getStart()).line + 1,
	});
}

for (const file of ours.filter(({ fileName }) => fileName.startsWith(join(root, 'src')))) {
	for (const [field, type] of fieldsOf(file)) {
		// A field that is never there tells one part of a union from another.
		if (field.type?.kind === ts.SyntaxKind.UndefinedKeyword) continue;
		const name = field.name.getText().replaceAll(/['"]/g, '');
		note(field, name, `${type}.${name}`);
	}
	const isPage = file.fileName.startsWith(join(root, 'src/pages'));
	for (const statement of file.statements) {
		const declared = ts.isVariableStatement(statement)
			? statement.declarationList.declarations
			: [statement as ts.DeclarationStatement];
		for (const declaration of declared) {
			const { name } = declaration;
			if (!name || !ts.isIdentifier(name) || !isExported(declaration)) continue;
			if (!isPage || !ofPages.includes(name.text)) note(declaration, name.text);
		}
	}
}

const found = unread.filter(({ key }) => !Object.hasOwn(published, key));
for (const { key, line } of found) console.log(`${key}, line ${line}`);
const stale = Object.keys(published).filter((known) => !unread.some(({ key }) => key === known));
for (const key of stale) console.log(`${key} is read, or gone: take it out of the list.`);
if (found.length > 0)
	console.log(
		`\n${found.length} unread: use them, remove them, move what a test alone needs into the test, or say in ${relative(root, import.meta.filename)} who reads them.`,
	);
process.exitCode = found.length + stale.length > 0 ? 1 : 0;
