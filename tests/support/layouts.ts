import type { CurrentLayout } from '../../src/guide/insight/migration-path.ts';
import { decisions } from '../../src/guide/kestra/decisions.ts';

const [{ outcomes: stages }, { outcomes: groups }] = decisions;

/** Every layout that a reader can have today. */
export const layouts: readonly CurrentLayout[] = stages.flatMap((stage) =>
	groups.map((group) => ({ stages: stage.id, groups: group.id })),
);
