import { groupCommitFor } from './group-commit.js';
import { type Accepted, markSent } from './sending-letters.js';
import { markNoticesSent } from './notices.js';
import type { Db } from './schema.js';

/** A server took the letter: it and its notices are sent. Letters taken at about the same time are written together. */
export const markAccepted = groupCommitFor<Db, Accepted, void>(
  async (db, letters) => {
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
