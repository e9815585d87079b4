import { type Kysely, type Selectable, sql } from 'kysely';
import { ofTasks, type TaskKey } from './notices.js';
import type { LetterKind, LetterState, LetterTable, Schema } from './schema.js';
import { storableJson } from './storable.js';

type Db = Kysely<Schema>;
export type Letter = Selectable<LetterTable>;

/** Letters to a party's posts; the others go to the coordinators or the bulletin's readers. */
export function isForParty(
  kind: LetterKind,
): kind is Exclude<LetterKind, 'calls' | 'bulletin' | 'report' | 'note' | 'contacts'> {
  return kind !== 'calls' && kind !== 'bulletin' && kind !== 'report' && kind !== 'note' && kind !== 'contacts';
}

/** What of a letter is fixed before it is composed. */
export interface NewLetter {
  readonly key: string;
  readonly campaign: string;
  readonly round: string | null;
  readonly desk: string;
  readonly kind: LetterKind;
  readonly plannedAt: string;
  readonly messageId: string;
  readonly token: string;
  readonly state: 'drafted' | 'ready';
  readonly body?: object;
}

/** Adds letters; those whose key exists already are left as they are. */
export async function addLetters(db: Db, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  await db
    .insertInto('letter')
    .values(
      letters.map(({ plannedAt, messageId, body, ...letter }) => ({
        ...letter,
        planned_at: plannedAt,
        message_id: messageId,
        body: body === undefined ? null : JSON.stringify(body),
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

export async function lettersByKey(db: Db, keys: readonly string[]): Promise<readonly Letter[]> {
  if (keys.length === 0) return [];
  return db.selectFrom('letter').selectAll().where('key', 'in', keys).orderBy('id').execute();
}

export async function readLetters(db: Db, ids: readonly number[]): Promise<readonly Letter[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('letter').selectAll().where('id', 'in', ids).orderBy('id').execute();
}

export async function readLetter(db: Db, id: number): Promise<Letter> {
  return db
    .selectFrom('letter')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow(() => new Error(`没有编号为${id}的函；请用 shuangyue letters 查看现有的函。`));
}

export async function findLetter(db: Db, id: number): Promise<Letter | undefined> {
  return db.selectFrom('letter').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function letterByToken(db: Db, token: string): Promise<Letter | undefined> {
  return db.selectFrom('letter').selectAll().where('token', '=', token).executeTakeFirst();
}

export async function letterByMessageId(db: Db, messageId: string): Promise<Letter | undefined> {
  return db.selectFrom('letter').selectAll().where('message_id', '=', messageId).executeTakeFirst();
}

/** The last letter that left. */
export async function newestSent(db: Db): Promise<Letter | undefined> {
  return db
    .selectFrom('letter')
    .selectAll()
    .where('state', '=', 'sent')
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Keys of letters for these planned instants: an addressee's next one is numbered after those it has. */
export async function keysPlannedAt(
  db: Db,
  { campaign, plannedAt }: { readonly campaign: string; readonly plannedAt: readonly string[] },
): Promise<readonly string[]> {
  if (plannedAt.length === 0) return [];
  const rows = await db
    .selectFrom('letter')
    .select('key')
    .where('campaign', '=', campaign)
    .where('planned_at', 'in', plannedAt)
    .execute();
  return rows.map(({ key }) => key);
}

/** Letters of a desk that wait to be sent or were interrupted, oldest first. */
export async function unsentLetters(
  db: Db,
  of: { campaign: string; desk?: string; round?: string; kind?: LetterKind },
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('letter')
    .select('id')
    .where('campaign', '=', of.campaign)
    .where('state', 'in', ['ready', 'sending'])
    .$if(of.desk !== undefined, (query) => query.where('desk', '=', of.desk ?? ''))
    .$if(of.round !== undefined, (query) => query.where('round', '=', of.round ?? ''))
    .$if(of.kind !== undefined, (query) => query.where('kind', '=', of.kind ?? 'note'))
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface Composed {
  readonly id: number;
  readonly recipients: readonly string[];
  readonly copies: readonly string[];
  readonly subject: string;
  readonly raw: string;
  readonly at: string;
  readonly bootId: string;
}

/** Before the first byte leaves: what is sent, by which process. Without the ids that another process has begun. */
export async function beginSending(db: Db, letters: readonly Composed[]): Promise<ReadonlySet<number>> {
  if (letters.length === 0) return new Set();
  const { rows } = await sql<{ id: number }>`
    update letter
    set state = 'sending', sending_by = composed."bootId", recipients = composed.recipients, copies = composed.copies,
      subject = composed.subject, raw = composed.raw, composed_at = composed.at, attempts = attempts + 1, failure = null
    from jsonb_to_recordset(${storableJson(letters)}::jsonb) as composed (id integer, recipients jsonb, copies jsonb,
      subject text, raw text, at timestamptz, "bootId" text)
    where letter.id = composed.id and letter.state = 'ready'
    returning letter.id`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

export interface Accepted {
  readonly id: number;
  readonly at: string;
}

export async function markSent(db: Db, letters: readonly Accepted[]): Promise<void> {
  if (letters.length === 0) return;
  await sql`
    update letter set state = 'sent', sent_at = accepted.at, failure = null
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb) as accepted (id integer, at timestamptz)
    where letter.id = accepted.id and letter.state in ('sending', 'doubtful')`.execute(db);
}

/** The server certainly did not take it: it waits again, and the attempt does not count among those that may have arrived. */
export async function putBack(
  db: Db,
  { id, failure, bootId }: { readonly id: number; readonly failure: string; readonly bootId: string },
): Promise<void> {
  await db
    .updateTable('letter')
    .set({ state: 'ready', failure, attempts: sql<number>`attempts - 1` })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('sending_by', '=', bootId)
    .execute();
}

/** True for the one of several processes that may settle a letter which another left in `sending`. */
export async function takeOver(
  db: Db,
  { id, from, to }: { readonly id: number; readonly from: string | null; readonly to: string },
): Promise<boolean> {
  const taken = await db
    .updateTable('letter')
    .set({ sending_by: to })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('sending_by', 'is not distinct from', from)
    .returning('id')
    .executeTakeFirst();
  return taken !== undefined;
}

/** A letter that did not leave, or that nobody knows whether it left, and why. */
export async function markUnsent(
  db: Db,
  id: number,
  state: Extract<LetterState, 'doubtful' | 'refused' | 'cancelled' | 'lapsed'>,
  failure: string | null,
): Promise<void> {
  await db.updateTable('letter').set({ state, failure }).where('id', '=', id).execute();
}

/**
 * The same bytes once more, with the same Message-ID: for a letter of ours that may not have left, or a doubtful one that
 * a coordinator has asked after. False where another process was first.
 */
export async function resendDoubtful(db: Db, id: number, bootId: string): Promise<boolean> {
  const begun = await db
    .updateTable('letter')
    .set({ state: 'sending', sending_by: bootId, attempts: sql<number>`attempts + 1` })
    .where('id', '=', id)
    .where((or) => or.or([or('state', '=', 'doubtful'), or.and({ state: 'sending', sending_by: bootId })]))
    .returning('id')
    .executeTakeFirst();
  return begun !== undefined;
}

/** Of two transactions that each take a task out of one letter, the second sees what the first left of it. */
export async function lockLettersOf(db: Db, tasks: readonly TaskKey[]): Promise<void> {
  if (tasks.length === 0) return;
  await db
    .selectFrom('letter')
    .select('id')
    .where('state', 'in', ['drafted', 'ready'])
    .where((on) =>
      on.exists(
        on.selectFrom('notice').select('notice.id').whereRef('notice.letter', '=', 'letter.id').where(ofTasks(tasks)),
      ),
    )
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Letters that nothing is left for, because it was answered, excused or closed in the meantime. */
export async function dropEmptyLetters(
  db: Db,
  tasks: readonly TaskKey[],
  state: 'cancelled' | 'lapsed',
): Promise<void> {
  if (tasks.length === 0) return;
  await db
    .updateTable('letter')
    .set({ state })
    .where('state', 'in', ['drafted', 'ready'])
    .where((on) =>
      on.exists(
        on.selectFrom('notice').select('notice.id').whereRef('notice.letter', '=', 'letter.id').where(ofTasks(tasks)),
      ),
    )
    .where((on) =>
      on.not(
        on.exists(
          on
            .selectFrom('notice')
            .select('notice.id')
            .whereRef('notice.letter', '=', 'letter.id')
            .where('notice.state', '=', 'claimed'),
        ),
      ),
    )
    .execute();
}

/** Drafts of 督办函 for one planned instant: more than five need a second coordinator (design.md, "Ladder"). */
export async function countDraftsAt(
  db: Db,
  { campaign, plannedAt }: { campaign: string; plannedAt: string },
): Promise<number> {
  const { count } = await db
    .selectFrom('letter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', campaign)
    .where('kind', '=', 'escalation')
    .where('planned_at', '=', plannedAt)
    .executeTakeFirstOrThrow();
  return count;
}

export async function signDraft(
  db: Db,
  { id, by, at, documentNo, seconds }: { id: number; by: string; at: string; documentNo: string; seconds: boolean },
): Promise<void> {
  await db
    .updateTable('letter')
    .set(seconds ? { seconded_by: by, signed_at: at } : { signed_by: by, signed_at: at, document_no: documentNo })
    .where('id', '=', id)
    .where('state', '=', 'drafted')
    .execute();
}

export async function releaseDraft(db: Db, id: number): Promise<void> {
  await db.updateTable('letter').set({ state: 'ready' }).where('id', '=', id).where('state', '=', 'drafted').execute();
}

export async function markLetterBounced(db: Db, id: number, at: string): Promise<void> {
  await db.updateTable('letter').set({ bounced_at: at }).where('id', '=', id).where('bounced_at', 'is', null).execute();
}

/** The Message-ID that a round's later letters refer to. */
export async function firstMessageId(
  db: Db,
  of: { campaign: string; desk: string; round: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('letter')
    .select('message_id')
    .where('campaign', '=', of.campaign)
    .where('desk', '=', of.desk)
    .where('round', '=', of.round)
    .where('kind', '=', 'opening')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.message_id;
}

/** Drafts of one desk that wait for a signature, with their tasks. */
export async function unsignedOf(
  db: Db,
  { campaign, desk }: { campaign: string; desk: string },
): Promise<readonly { readonly id: number; readonly tasks: readonly number[] }[]> {
  return db
    .selectFrom('letter')
    .innerJoin('notice', 'notice.letter', 'letter.id')
    .select(['letter.id', sql<number[]>`json_agg(notice.task order by notice.task)`.as('tasks')])
    .where('letter.campaign', '=', campaign)
    .where('letter.desk', '=', desk)
    .where('letter.state', '=', 'drafted')
    .groupBy('letter.id')
    .orderBy('letter.id')
    .execute();
}

/** How many 督办函 of a campaign bear a number already. */
export async function countNumbered(db: Db, campaign: string): Promise<number> {
  const { count } = await db
    .selectFrom('letter')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('campaign', '=', campaign)
    .where('document_no', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}
