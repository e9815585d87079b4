import { groupCommit } from './group-commit.js';
import type { Db } from './schema.js';
import { type TaskTransition, writeTransitions } from './transitions.js';

/** Group commit: at an overdue instant a hundred tasks write at once, in two or three transactions. */
export function createTransitionBatch(db: Db): (written: TaskTransition) => Promise<void> {
  return groupCommit<TaskTransition, void>(
    async (written) => {
      await db.transaction().execute((trx) => writeTransitions(trx, written));
      return [];
    },
    { rowsPerTransaction: 200, pauseMs: 30 },
  );
}
