import type { PostKind } from '../domain/register.js';
import { changePost } from './posts.js';
import type { Db, Trx } from './schema.js';
import { storableText } from './storable.js';

export interface ContactChangeRequest {
  readonly campaign: string;
  readonly party: string;
  readonly kind: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone?: string | undefined;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly why?: string | undefined;
}

export interface ContactChange {
  readonly id: number;
  readonly campaign: string;
  readonly party: string;
  readonly kind: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly why: string | null;
  readonly appliedAt: string | null;
}

/** Lies here until its desk applies it: only the id goes through Temporal. */
export async function askContactChange(db: Db, { askedBy, askedAt, ...asked }: ContactChangeRequest): Promise<number> {
  const { id } = await db
    .insertInto('contact_change')
    .values({
      campaign: asked.campaign,
      party: asked.party,
      kind: asked.kind,
      name: storableText(asked.name),
      email: storableText(asked.email),
      phone: asked.phone === undefined ? null : storableText(asked.phone),
      asked_by: askedBy,
      asked_at: askedAt,
      why: asked.why === undefined ? null : storableText(asked.why),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

const columns = [
  'id',
  'campaign',
  'party',
  'kind',
  'name',
  'email',
  'phone',
  'asked_by as askedBy',
  'asked_at as askedAt',
  'why',
  'applied_at as appliedAt',
] as const;

export function readContactChange(db: Db, id: number): Promise<ContactChange | undefined> {
  return db.selectFrom('contact_change').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The change as it was applied just now; undefined when that was done before, or nobody asked for it. */
export async function applyContactChange(
  trx: Trx,
  { change, at }: { readonly change: number; readonly at: string },
): Promise<ContactChange | undefined> {
  const applied = await markApplied(trx, change, at);
  if (applied === undefined) return undefined;
  const { askedBy, why, phone, ...post } = applied;
  await changePost(trx, { ...post, phone: phone ?? undefined, at, by: askedBy, why: why ?? undefined });
  return applied;
}

function markApplied(trx: Trx, id: number, at: string): Promise<ContactChange | undefined> {
  return trx
    .updateTable('contact_change')
    .set({ applied_at: at })
    .where('id', '=', id)
    .where('applied_at', 'is', null)
    .returning(columns)
    .executeTakeFirst();
}
