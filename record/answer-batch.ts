import { codeOf } from './error-code.js';
import type { Db } from './schema.js';
import { type NewAnswer, type StoredVersion, storeAnswers } from './store-answers.js';

export interface AnswerBatch {
  /** Resolves when these answers are safe on disk. */
  readonly store: (answers: readonly NewAnswer[]) => Promise<readonly StoredVersion[]>;
}

interface Waiting {
  readonly answers: readonly NewAnswer[];
  readonly resolve: (stored: readonly StoredVersion[]) => void;
  readonly reject: (reason: unknown) => void;
}

const rowsPerTransaction = 200;

/**
 * Group commit: whatever queues while one transaction is written goes together in the next. Nobody waits for company,
 * and a hundred answers at once cost two or three fsyncs instead of a hundred.
 */
export function createAnswerBatch(db: Db): AnswerBatch {
  const queue: Waiting[] = [];
  let busy = false;
  const drain = async (): Promise<void> => {
    busy = true;
    while (queue.length > 0) await commit(db, takeNext(queue));
    busy = false;
  };
  return {
    store: (answers) =>
      new Promise((resolve, reject) => {
        queue.push({ answers, resolve, reject });
        if (!busy) void drain();
      }),
  };
}

/** The callers in front, as many as fit; one who brings more than fits goes alone. */
function takeNext(queue: Waiting[]): readonly Waiting[] {
  let rows = 0;
  const beyond = queue.findIndex(({ answers }) => {
    rows += answers.length;
    return rows > rowsPerTransaction;
  });
  return queue.splice(0, beyond === -1 ? queue.length : Math.max(beyond, 1));
}

async function commit(db: Db, callers: readonly Waiting[]): Promise<void> {
  try {
    const stored = await storeAnswers(
      db,
      callers.flatMap(({ answers }) => answers),
    );
    let from = 0;
    for (const { answers, resolve } of callers) resolve(stored.slice(from, (from += answers.length)));
  } catch (error) {
    // One caller's bad answer is refused to that caller alone.
    if (callers.length > 1 && isBadData(error)) for (const caller of callers) await commit(db, [caller]);
    else for (const { reject } of callers) reject(error);
  }
}

/** SQLSTATE classes 22 (data exception) and 23 (integrity constraint): the rows are at fault, not the database. */
function isBadData(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error) ?? '');
}
