import type { Trx } from './schema.js';
import { storableJson, storableText } from './storable.js';

/** What was decided or done, in the words of a coordinator. */
export interface NewJournalEntry {
  readonly campaign: string | null;
  readonly at: string;
  /** Coordinator code, party code, or `system`. */
  readonly by: string;
  readonly act: string;
  readonly task?: number | undefined;
  readonly round?: string | undefined;
  readonly party?: string | undefined;
  readonly why?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>> | undefined;
}

/** In the transaction of the effect it tells of: neither is ever written without the other. */
export async function append(trx: Trx, { detail, why, ...entry }: NewJournalEntry): Promise<void> {
  await trx
    .insertInto('journal')
    .values({
      ...entry,
      why: why === undefined ? null : storableText(why),
      detail: detail === undefined ? null : storableJson(detail),
    })
    .execute();
}
