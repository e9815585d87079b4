import { groupCommit } from './group-commit.js';
import type { Db } from './schema.js';
import { type TaskTransition, writeTransitions } from './transitions.js';

/** As long as the step itself may take (workflows/activity-proxies.ts); another turn has the word then. */
const validMs = 10_000;

interface Ordered {
  readonly written: TaskTransition;
  readonly until: number;
}

/**
 * Group commit: at an overdue instant a hundred tasks write at once, in two or three transactions. What a stalled process
 * comes with too late is refused: another worker may have run the turn again and decided otherwise.
 */
export function createTransitionBatch(db: Db): (written: TaskTransition) => Promise<void> {
  const write = groupCommit<Ordered, boolean>(
    async (ordered) => {
      const inTime = ordered.filter(({ until }) => Date.now() < until);
      if (inTime.length > 0) {
        const transitions = inTime.map(({ written }) => written);
        await db.transaction().execute((trx) => writeTransitions(trx, transitions));
      }
      return ordered.map((one) => inTime.includes(one));
    },
    { rowsPerTransaction: 200, pauseMs: 30 },
  );
  return async (written) => {
    const { task, sequence } = written;
    if (await write({ written, until: Date.now() + validMs })) return;
    throw new Error(`任务${task}的第${sequence}步等了${validMs / 1000}秒未能写入，不再写入；将由 Temporal 再试。`);
  };
}
