import { anyOf } from './any-of.js';
import type { Db, MailKind, MailRemarks, MailState } from './schema.js';

export interface MailRecord {
  readonly id: string;
  readonly raw: string;
  readonly receivedAt: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: readonly string[];
  readonly fromAddress: string | null;
  readonly subject: string | null;
  readonly messageId: string | null;
  readonly campaign: string | null;
  readonly round: string | null;
  readonly party: string | null;
  readonly letter: number | null;
  readonly kind: MailKind | null;
  readonly state: MailState;
  readonly reasons: readonly string[];
  /** Names of files whose content a coordinator is to enter. */
  readonly toEnter: readonly string[] | null;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly why: string | null;
  readonly remarks: MailRemarks | null;
}

/** The first 32 hex digits of the hash: an id that fits a workflow's. */
export function mailId(raw: string): string {
  return raw.slice(0, 32);
}

export const mailColumns = [
  'id',
  'raw',
  'received_at as receivedAt',
  'envelope_from as envelopeFrom',
  'envelope_to as envelopeTo',
  'from_address as fromAddress',
  'subject',
  'message_id as messageId',
  'campaign',
  'round',
  'party',
  'letter',
  'kind',
  'state',
  'reasons',
  'to_enter as toEnter',
  'decided_by as decidedBy',
  'decided_at as decidedAt',
  'why',
  'remarks',
] as const;

export function readMail(db: Db, id: string): Promise<MailRecord | undefined> {
  return db.selectFrom('mail').select(mailColumns).where('id', '=', id).executeTakeFirst();
}

export function readMails(db: Db, ids: readonly string[]): Promise<readonly MailRecord[]> {
  return db.selectFrom('mail').select(mailColumns).where('id', '=', anyOf(ids)).execute();
}

/** How large these mails are, in bytes. */
export async function mailSizes(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('mail')
    .innerJoin('file', 'file.hash', 'mail.raw')
    .select(['mail.id', 'file.bytes'])
    .where('mail.id', '=', anyOf(ids))
    .execute();
  return new Map(rows.map(({ id, bytes }) => [id, bytes]));
}

/** Newest first. Mail that belongs to no campaign yet is everybody's. */
export function listMails(
  db: Db,
  filter: { readonly campaign?: string | undefined; readonly state?: MailState | undefined } = {},
): Promise<readonly MailRecord[]> {
  const { campaign, state } = filter;
  return db
    .selectFrom('mail')
    .select(mailColumns)
    .$if(campaign !== undefined, (query) =>
      query.where((eb) => eb.or([eb('campaign', '=', campaign ?? ''), eb('campaign', 'is', null)])),
    )
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'received'))
    .orderBy('received_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ids of mail that was stored and went no further: neither delivered, nor noted, nor held. Oldest first. */
export async function unjudged(db: Db, upTo?: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'received')
    .$if(upTo !== undefined, (query) => query.where('received_at', '<=', upTo ?? ''))
    .orderBy('received_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Ids of this party's mail that may hold an answer nobody has seen. */
export async function heldOrUnreadOf(
  db: Db,
  { campaign, party }: { readonly campaign: string; readonly party: string },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('id')
    .where('campaign', '=', campaign)
    .where('party', '=', party)
    .where('state', 'in', ['received', 'held'])
    .orderBy('received_at')
    .execute();
  return rows.map(({ id }) => id);
}
