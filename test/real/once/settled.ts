import type { SmallCampaign } from './campaigns.js';
import type { StruckOffice } from './struck-office.js';

/** Nothing is under way: each mail judged, read back and moved, each answer accounted, each letter gone. */
export async function isSettled({ record: { db }, dovecot }: StruckOffice): Promise<boolean> {
  const unread = await db.selectFrom('mail').select('id').where('state', 'in', ['received', 'held']).execute();
  const unsent = await db.selectFrom('letter').select('id').where('state', 'in', ['ready', 'sending']).execute();
  const unaccounted = await db.selectFrom('answer').select('id').where('outcome', 'is', null).execute();
  if (unread.length + unsent.length + unaccounted.length > 0) return false;
  const mails = await db.selectFrom('mail').select('id').execute();
  const receipts = await db.selectFrom('letter').select('id').where('kind', '=', 'receipt').execute();
  return receipts.length >= mails.length && (await dovecot.mailsIn('INBOX')).length === 0;
}

/** The bulletin of each has left. */
export async function areOut({ record: { db } }: StruckOffice, campaigns: readonly SmallCampaign[]): Promise<boolean> {
  const left = await db
    .selectFrom('letter')
    .select('campaign')
    .where('kind', '=', 'bulletin')
    .where('state', '=', 'sent')
    .execute();
  return campaigns.every(({ id }) => left.some(({ campaign }) => campaign === id));
}

/** Every task of a hasty campaign is escalated. */
export async function areTold({ record: { db } }: StruckOffice): Promise<boolean> {
  const tasks = await db.selectFrom('task').select('standing').where('campaign', 'like', 'e%').execute();
  return tasks.every(({ standing }) => standing === 'escalated');
}
