import { groupCommit } from './group-commit.js';
import { type Accepted, markSent } from './sending-letters.js';
import { markNoticesSent } from './notices.js';
import type { Db } from './schema.js';

type Mark = (accepted: Accepted) => Promise<void>;

/** One queue for each record: letters that a server accepts at about the same time are written together. */
const queues = new WeakMap<Db, Mark>();

/** A server took the letter: it and its notices are sent. */
export function markAccepted(db: Db, accepted: Accepted): Promise<void> {
  const mark = queues.get(db) ?? openQueue(db);
  queues.set(db, mark);
  return mark(accepted);
}

function openQueue(db: Db): Mark {
  return groupCommit<Accepted, void>(
    async (letters) => {
      await db.transaction().execute(async (trx) => {
        await markSent(trx, letters);
        await markNoticesSent(
          trx,
          letters.map(({ id }) => id),
        );
      });
      return [];
    },
    { rowsPerTransaction: 200, pauseMs: 20 },
  );
}
