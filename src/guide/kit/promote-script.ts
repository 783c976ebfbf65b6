/** Where stages are namespaces: a script that copies a flow to the next stage and changes the stage in its names. */
import type { Topology } from '../kestra/topology.ts';
import type { KitFile } from './kit-file.ts';

/** The script. The company is a valid name, so that it means the same to the shell and to `sed`. */
export const promoteScript = ({ company }: Topology): KitFile => ({
	path: 'promote.sh',
	text: `#!/bin/sh
# Copies a flow from one stage to the next and changes the stage in every name that it spells out.
# In a folder of flows, for example: sh ../promote.sh development production orders/hello.yaml
set -eu
company='${company}'
from=$1 to=$2 file=$3
mkdir -p "$(dirname "$to/$file")"
sed "s/\\($company\\)\\.$from\\([^a-z0-9_-]\\|\\$\\)/\\1.$to\\2/g" "$from/$file" > "$to/$file"
# A name that an expression puts together is not found by that: look at what still speaks of the earlier stage.
if grep -n "$from" "$to/$file"; then
	echo "Look at these lines of $to/$file: they still name $from." >&2
	exit 1
fi
`,
});
