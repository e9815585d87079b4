import { append } from '../../record/journal.js';
import type { Db } from '../../record/schema.js';
import { storeAnswers, type StoredVersion } from '../../record/store-answers.js';
import type { Checked } from './take-answers.js';

interface Entering {
  /** How the party told it. */
  readonly via: string;
  /** When it was typed. */
  readonly at: string;
}

/** What a coordinator typed, with its lines in the journal, all or nothing; typed twice, it is one. */
export function storeEntered(
  db: Db,
  checked: readonly Checked[],
  { via, at }: Entering,
): Promise<readonly StoredVersion[]> {
  return db.transaction().execute(async (trx) => {
    const stored = await storeAnswers(
      trx,
      checked.map(({ answer }) => answer),
    );
    for (const [index, { answer }] of checked.entries()) {
      const { campaign, task, round, party, by, mail } = answer;
      const version = stored[index];
      const detail = { version: version?.version, via, ...(mail !== undefined && { mail }) };
      if (version?.fresh) await append(trx, { campaign, at, by, act: 'answer', task, round, party, why: via, detail });
    }
    return stored;
  });
}
