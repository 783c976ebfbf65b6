/** Where stages are namespaces: a script that copies a flow to the next stage and changes the stage in its names. */
import type { Plan } from '../plan/plan.ts';
import { EXAMPLE_FILE } from './example-flows.ts';
import type { KitFile } from './kit-file.ts';
import { below, type Delivery } from './places.ts';

/**
 * The script. Company and stages are valid names, so that they mean the same to the shell and to `sed`. It uses what
 * `sed` and `grep` of GNU, of macOS and of BusyBox have in common.
 */
export const promoteScript = (plan: Plan, deliveries: readonly Delivery[]): KitFile => ({
	path: 'promote.sh',
	text: `#!/bin/sh
# Copies a flow from one stage to the next and changes the stage in every name that it spells out.
# ${exampleOf(plan, deliveries)}
set -eu
company='${plan.topology.company}'
from=$1 to=$2 file=$3
# What stands before and after a name, so that no part of a longer one is taken for it.
before='(^|[^A-Za-z0-9_.-])' after='([^A-Za-z0-9_-]|$)'
change="s/$before$company\\\\.$from$after/\\\\1$company.$to\\\\2/g"
mkdir -p "$(dirname "$to/$file")"
# Twice, as what stands between two names may be a single character.
sed -E -e "$change" -e "$change" "$from/$file" > "$to/$file"
# A name that an expression puts together is not found by that: look at what still speaks of the earlier stage.
# The new names are left out there: they may have the word in them.
if sed -E "s/$company\\\\.$to$after/…\\\\1/g" "$to/$file" | grep -nE "(^|[^A-Za-z0-9])$from([^A-Za-z0-9]|\\$)"; then
	echo "Look at these lines of $to/$file: they still name $from." >&2
	exit 1
fi
`,
});

/** How the first example flow is promoted. */
function exampleOf({ topology }: Plan, deliveries: readonly Delivery[]): string {
	const [from, to] = topology.stages.map(({ name }) => name);
	const { folder, root, leaves } = deliveries[0]!;
	const above = folder.split('/').slice(0, -1);
	const file = `${below(root, leaves[0]!)}/${EXAMPLE_FILE}`.slice(1);
	return `For example, in the folder ${above.join('/')}: sh ${'../'.repeat(above.length)}promote.sh ${from} ${to} ${file}`;
}
