import type { ChangeSource, ChangeState } from '../domain/contact-change.js';
import type { PostKind } from '../domain/register.js';
import { changePost, type RetiredHolder } from './posts.js';
import { inBoth } from '../domain/sentence.js';
import { refusal } from './refusal.js';
import { refusalWords } from './refusal-words.js';
import type { Db, Trx } from './schema.js';
import { storableJson, storableText } from './storable.js';

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
  /** A coordinator's own order where it is left out. */
  readonly source?: ChangeSource;
  /** Day from which the party wants it, `YYYY-MM-DD`. */
  readonly effectiveOn?: string | undefined;
  /** Chinese sentences; with one or more the change waits for a coordinator. */
  readonly doubts?: readonly string[];
  /** The reply it was read from. */
  readonly mail?: string;
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
  readonly source: ChangeSource;
  readonly state: ChangeState;
  readonly effectiveOn: string | null;
  readonly doubts: readonly string[];
  readonly mail: string | null;
  /** Row of the post's holder that went. */
  readonly replaces: number | null;
  readonly decidedBy: string | null;
}

/** Lies here until its desk applies it: only the id goes through Temporal. */
export async function askContactChange(db: Db, { askedBy, askedAt, ...asked }: ContactChangeRequest): Promise<number> {
  const { source = 'coordinator', doubts = [], effectiveOn, mail } = asked;
  const { id } = await db
    .insertInto('contact_change')
    .values({
      campaign: asked.campaign,
      party: asked.party,
      kind: asked.kind,
      name: storableText(asked.name),
      email: storableText(asked.email),
      phone: asked.phone === undefined ? null : storableText(asked.phone),
      asked_by: storableText(askedBy),
      asked_at: askedAt,
      why: asked.why === undefined ? null : storableText(asked.why),
      source,
      state: doubts.length > 0 ? 'held' : 'asked',
      effective_on: effectiveOn ?? null,
      doubts: storableJson(doubts),
      mail: mail ?? null,
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
  'source',
  'state',
  'effective_on as effectiveOn',
  'doubts',
  'mail',
  'replaces',
  'decided_by as decidedBy',
] as const;

export function readContactChange(db: Db, id: number): Promise<ContactChange | undefined> {
  return db.selectFrom('contact_change').select(columns).where('id', '=', id).executeTakeFirst();
}

/** A party's change to the same effect that is not decided yet: the same form sent twice is one change. */
export function openChangeLike(
  db: Db,
  { campaign, party, kind, name, email }: Pick<ContactChange, 'campaign' | 'party' | 'kind' | 'name' | 'email'>,
): Promise<ContactChange | undefined> {
  return db
    .selectFrom('contact_change')
    .select(columns)
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .where('kind', '=', kind)
    .where('name', '=', storableText(name))
    .where('email', '=', storableText(email))
    .where('source', '=', 'page')
    .where('state', 'in', ['asked', 'held'])
    .orderBy('id')
    .executeTakeFirst();
}

/** The change as it was applied just now, with who held the post until then; undefined when that was done before. */
export async function applyContactChange(
  trx: Trx,
  { change, by, at }: { readonly change: number; readonly by: string; readonly at: string },
): Promise<{ readonly applied: ContactChange; readonly retired: RetiredHolder | undefined } | undefined> {
  const applied = await markApplied(trx, change, by, at);
  if (applied === undefined) return undefined;
  const { campaign, party, kind, name, email, phone, why } = applied;
  const holder = { name, email, phone: phone ?? undefined };
  const retired = await changePost(trx, { campaign, party, kind, ...holder, at, by, why: why ?? undefined });
  await trx
    .updateTable('contact_change')
    .set({ replaces: retired?.id ?? null })
    .where('id', '=', change)
    .execute();
  return { applied, retired };
}

function markApplied(trx: Trx, id: number, by: string, at: string): Promise<ContactChange | undefined> {
  return trx
    .updateTable('contact_change')
    .set({ state: 'applied', applied_at: at, decided_by: by, decided_at: at })
    .where('id', '=', id)
    .where('state', 'in', ['asked', 'held'])
    .returning(columns)
    .executeTakeFirst();
}

/** A coordinator will not have it. */
export async function refuseContactChange(
  trx: Trx,
  { change, by, at }: { readonly change: number; readonly by: string; readonly at: string },
): Promise<ContactChange> {
  return trx
    .updateTable('contact_change')
    .set({ state: 'refused', decided_by: by, decided_at: at })
    .where('id', '=', change)
    .where('state', 'in', ['asked', 'held'])
    .returning(columns)
    .executeTakeFirstOrThrow(() => refusal(inBoth(refusalWords, ({ changeDone }) => changeDone(change))));
}

/** With a mail that is not taken, what it asked for falls. */
export async function refuseChangesOf(
  trx: Trx,
  { mail, by, at }: { readonly mail: string; readonly by: string; readonly at: string },
): Promise<void> {
  await trx
    .updateTable('contact_change')
    .set({ state: 'refused', decided_by: by, decided_at: at })
    .where('mail', '=', mail)
    .where('state', '=', 'held')
    .execute();
}
