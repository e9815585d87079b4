import { groupCommit } from './group-commit.js';
import type { Db } from './schema.js';
import { type NewAnswer, type StoredVersion, storeAnswers } from './store-answers.js';

export interface AnswerBatch {
  /** Resolves when these answers are safe on disk. */
  readonly store: (answers: readonly NewAnswer[]) => Promise<readonly StoredVersion[]>;
}

/** Group commit: answers of many callers in few transactions; one caller's bad answer is refused to that caller alone. */
export function createAnswerBatch(db: Db): AnswerBatch {
  return {
    store: groupCommit<readonly NewAnswer[], readonly StoredVersion[]>(
      async (callers) => {
        const stored = await storeAnswers(db, callers.flat());
        let from = 0;
        return callers.map((answers) => stored.slice(from, (from += answers.length)));
      },
      { rowsPerTransaction: 200, rowsOf: (answers) => answers.length },
    ),
  };
}
