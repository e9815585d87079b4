import { sql } from 'kysely';
import type { PostKind } from '../domain/register.js';
import type { Db, Trx } from './schema.js';
import { storableText } from './storable.js';

export interface CurrentPost {
  readonly kind: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly since: string;
  /** Since then the address refuses letters for good. */
  readonly bouncedAt: string | null;
}

interface OfParty {
  readonly campaign: string;
  readonly party: string;
}

export interface PostChange extends OfParty {
  readonly kind: PostKind;
  readonly name: string;
  readonly email: string;
  /** Left out, a number stays with its holder and goes with him. */
  readonly phone?: string | undefined;
  readonly at: string;
  readonly by: string;
  readonly why?: string | undefined;
}

export function currentPosts(db: Db, { campaign, party }: OfParty): Promise<readonly CurrentPost[]> {
  return db
    .selectFrom('post')
    .select(['kind', 'name', 'email', 'phone', 'since', 'bounced_at as bouncedAt'])
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .where('until', 'is', null)
    .orderBy('kind')
    .execute();
}

export interface RetiredHolder {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly bouncedAt: string | null;
}

/** The post stays, its holder goes into history; returns who that was. */
export async function changePost(trx: Trx, change: PostChange): Promise<RetiredHolder | undefined> {
  const retired = await retireHolder(trx, change);
  const kept = retired?.name === storableText(change.name) ? (retired.phone ?? undefined) : undefined;
  await appointHolder(trx, { ...change, phone: change.phone ?? kept });
  return retired;
}

function retireHolder(trx: Trx, { campaign, party, kind, at }: PostChange): Promise<RetiredHolder | undefined> {
  return trx
    .updateTable('post')
    .set({ until: at })
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .where('kind', '=', kind)
    .where('until', 'is', null)
    .returning(['id', 'name', 'email', 'phone', 'bounced_at as bouncedAt'])
    .executeTakeFirst();
}

async function appointHolder(
  trx: Trx,
  { campaign, party, kind, name, email, phone, ...change }: PostChange,
): Promise<void> {
  await trx
    .insertInto('post')
    .values({
      campaign,
      party,
      kind,
      name: storableText(name),
      email: storableText(email),
      phone: phone === undefined ? null : storableText(phone),
      since: change.at,
      changed_by: change.by,
      why: change.why === undefined ? null : storableText(change.why),
    })
    .execute();
}

/** A bounce is the address's: every post that is written to there is marked. Returns the posts marked just now. */
export function markBounced(
  db: Db,
  { campaign, email, at }: { readonly campaign: string; readonly email: string; readonly at: string },
): Promise<readonly { readonly party: string; readonly kind: PostKind }[]> {
  return db
    .updateTable('post')
    .set({ bounced_at: at })
    .where('campaign', '=', campaign)
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('until', 'is', null)
    .where('bounced_at', 'is', null)
    .returning(['party', 'kind'])
    .execute();
}

/** The address takes letters again. */
export async function clearBounced(
  db: Db,
  { campaign, party, kind }: OfParty & { readonly kind: PostKind },
): Promise<void> {
  await db
    .updateTable('post')
    .set({ bounced_at: null })
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .where('kind', '=', kind)
    .where('until', 'is', null)
    .execute();
}

/** Form links that a party's letters carried until now are refused from here on. */
export async function revokeLinks(trx: Trx, { campaign, party }: OfParty): Promise<void> {
  await trx
    .updateTable('party')
    .set({ link_version: sql<number>`link_version + 1` })
    .where('campaign', '=', campaign)
    .where('code', '=', party)
    .execute();
}
