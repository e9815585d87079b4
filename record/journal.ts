import { insertRows } from './insert-rows.js';
import type { Trx } from './schema.js';

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
export function append(trx: Trx, entry: NewJournalEntry): Promise<void> {
  return appendAll(trx, [entry]);
}

/** In the order given. */
export async function appendAll(trx: Trx, entries: readonly NewJournalEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ campaign, task, round, party, at, by, act, why, detail }) => ({
    campaign,
    task: task ?? null,
    round: round ?? null,
    party: party ?? null,
    at,
    by,
    act,
    why: why ?? null,
    detail: detail ?? null,
  }));
  await insertRows(trx, 'journal', rows).execute();
}
