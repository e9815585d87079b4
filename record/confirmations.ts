import { sql } from 'kysely';
import type { PostKind } from '../domain/register.js';
import type { Db, Trx } from './schema.js';
import { storableJson } from './storable.js';

/** What a liaison sees and confirms; a head is nobody's to show. */
export const confirmedKinds = ['liaison-a', 'liaison-b', 'section', 'office'] as const satisfies readonly PostKind[];

export interface Asking {
  readonly campaign: string;
  readonly party: string;
  readonly at: string;
}

/** Their liaisons were asked to confirm. */
export async function markAsked(trx: Trx, asking: readonly Asking[]): Promise<void> {
  if (asking.length === 0) return;
  await sql`
    update post set asked_at = asking.at
    from jsonb_to_recordset(${storableJson(asking)}::jsonb) as asking (campaign text, party text, at timestamptz)
    where post.campaign = asking.campaign and post.party = asking.party and post.until is null
      and post.kind in ('liaison-a', 'liaison-b')`.execute(trx);
}

export interface PostHolder {
  readonly id: number;
  readonly campaign: string;
  readonly party: string;
  readonly kind: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly until: string | null;
  readonly confirmedAt: string | null;
}

const columns = ['id', 'campaign', 'party', 'kind', 'name', 'email', 'phone', 'until', 'confirmed_at as confirmedAt'] as const; // prettier-ignore

/** In office or not. */
export function readHolder(db: Db, id: number): Promise<PostHolder | undefined> {
  return db.selectFrom('post').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The party's entries that its liaison may see, by post. */
export function confirmable(
  db: Db,
  { campaign, party }: { readonly campaign: string; readonly party: string },
): Promise<readonly PostHolder[]> {
  return db
    .selectFrom('post')
    .select(columns)
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .where('until', 'is', null)
    .where('kind', 'in', confirmedKinds)
    .orderBy(sql`array_position(array['liaison-a', 'liaison-b', 'section', 'office'], kind)`)
    .execute();
}

/** These entries are right, says the party. Returns how many are still in office and so confirmed. */
export async function confirmHolders(trx: Trx, ids: readonly number[], at: string): Promise<number> {
  if (ids.length === 0) return 0;
  const confirmed = await trx
    .updateTable('post')
    .set({ confirmed_at: at })
    .where('id', 'in', ids)
    .where('until', 'is', null)
    .returning('id')
    .execute();
  return confirmed.length;
}
