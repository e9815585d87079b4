import type { Db, MailKind } from './schema.js';

/** What kinds of mail came from a party since an instant, as far as they were judged. */
export async function mailKindsSince(
  db: Db,
  { campaign, party, since }: { readonly campaign: string; readonly party: string; readonly since: string },
): Promise<ReadonlySet<MailKind>> {
  const rows = await db
    .selectFrom('mail')
    .select('kind')
    .distinct()
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .where('received_at', '>=', since)
    .execute();
  return new Set(rows.flatMap(({ kind }) => kind ?? []));
}
