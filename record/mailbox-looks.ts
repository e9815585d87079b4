import { sql } from 'kysely';
import type { Db } from './schema.js';

export interface WatchedMailbox {
  readonly account: string;
  readonly mailbox: string;
}

/** All that had arrived by this instant is taken. */
export async function noteLook(db: Db, { account, mailbox, at }: WatchedMailbox & { readonly at: string }) {
  await db
    .insertInto('mailbox_look')
    .values({ account, mailbox, seen_at: at })
    .onConflict((conflict) =>
      conflict.columns(['account', 'mailbox']).doUpdateSet({
        seen_at: sql<string>`greatest(mailbox_look.seen_at, excluded.seen_at)`,
      }),
    )
    .execute();
}

/** Undefined for a mailbox that was never looked through. */
export async function lastLook(db: Db, { account, mailbox }: WatchedMailbox): Promise<string | undefined> {
  const look = await db
    .selectFrom('mailbox_look')
    .select('seen_at')
    .where('account', '=', account)
    .where('mailbox', '=', mailbox)
    .executeTakeFirst();
  return look?.seen_at;
}
