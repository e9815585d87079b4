import type { Client } from '@temporalio/client';
import type { HolidayData } from '../../domain/cadence.js';
import type { PostOffice } from '../../mail/post-office.js';
import type { FileStore } from '../../record/files.js';
import type { Db } from '../../record/schema.js';
import type { WebDeps } from '../web-deps.js';
import type { Accounting } from './account-answer.js';
import { createAnswerDesk } from './answer-desk.js';
import { createBoardReads } from './board-reads.js';
import { createContactsDesk } from './contacts-desk.js';
import { createEntryDesk } from './entry-desk.js';
import { createOfficeOrders } from './office-orders.js';
import { createPostOfficeCounter } from './post-office-counter.js';
import { updatesThrough } from './send-update.js';

export interface WebOfficeParts {
  readonly db: Db;
  readonly files: FileStore;
  readonly client: Client;
  /** Signs the links of answer forms. */
  readonly secret: string;
  readonly holidays: HolidayData;
  readonly now: () => Date;
  /** Where published bulletins are laid down. */
  readonly outFolder: string;
  /** Absent where the office has mail servers of its own. */
  readonly postOffice?: PostOffice;
  /** Told why an answer that is stored could not be accounted, unless it only takes long. */
  readonly onProblem?: (problem: unknown, where: string) => void;
  /** How long a liaison waits for the read-back of an answer that is stored. */
  readonly accountWithinMs?: number;
}

/** Answer forms, board, orders and post office over the record and Temporal. */
export function createWebOffice(parts: WebOfficeParts): WebDeps {
  const { db, files, client, secret, outFolder, postOffice, now, onProblem, accountWithinMs = 8_000 } = parts;
  const accounting: Accounting = { db, send: updatesThrough(client), now, withinMs: accountWithinMs, onProblem };
  return {
    answers: createAnswerDesk(accounting, files, secret),
    contacts: createContactsDesk(accounting, secret),
    entry: createEntryDesk(accounting, files),
    board: createBoardReads(parts, outFolder, secret),
    orders: createOfficeOrders(accounting, files, secret),
    ...(postOffice && { postOffice: createPostOfficeCounter(db, postOffice) }),
  };
}
