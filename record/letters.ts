import type { Kysely, Selectable } from 'kysely';
import { anyOf } from './any-of.js';
import { insertRows } from './insert-rows.js';
import { askedOnce } from './read-together.js';
import type { LetterKind, LetterTable, Schema, Trx } from './schema.js';

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

const entryColumns = ['id', 'key', 'desk', 'state'] as const;
export type LetterEntry = Pick<Letter, (typeof entryColumns)[number]>;

/** Adds letters and gives them, by id; those whose key exists already are left, and given, as they are. */
export async function addLetters(db: Db, letters: readonly NewLetter[]): Promise<readonly LetterEntry[]> {
  if (letters.length === 0) return [];
  const rows = letters.map(({ plannedAt, messageId, body, ...letter }) => ({
    ...letter,
    planned_at: plannedAt,
    message_id: messageId,
    body: body ?? null,
  }));
  const added = await insertRows(db, 'letter', rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning(entryColumns)
    .execute();
  const fresh = new Set(added.map(({ key }) => key));
  const before = letters.flatMap(({ key }) => (fresh.has(key) ? [] : [key]));
  if (before.length === 0) return added;
  const found = await db.selectFrom('letter').select(entryColumns).where('key', '=', anyOf(before)).execute();
  return [...added, ...found].toSorted((one, other) => one.id - other.id);
}

export async function lettersByKey(db: Db, keys: readonly string[]): Promise<readonly Letter[]> {
  if (keys.length === 0) return [];
  return db.selectFrom('letter').selectAll().where('key', '=', anyOf(keys)).orderBy('id').execute();
}

export async function readLetters(db: Db, ids: readonly number[]): Promise<readonly Letter[]> {
  if (ids.length === 0) return [];
  return db.selectFrom('letter').selectAll().where('id', '=', anyOf(ids)).orderBy('id').execute();
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

export const letterByToken = askedOnce('letter by token', (db, token: string): Promise<Letter | undefined> =>
  db.selectFrom('letter').selectAll().where('token', '=', token).executeTakeFirst(),
);

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
    .where('planned_at', '=', anyOf(plannedAt))
    .execute();
  return rows.map(({ key }) => key);
}

/** Letters that nothing is left for, because it was answered, excused or closed in the meantime. */
export async function dropEmptyLetters(
  trx: Trx,
  letters: readonly number[],
  state: 'cancelled' | 'lapsed',
): Promise<void> {
  if (letters.length === 0) return;
  // Of two transactions that each take a task out of one letter, the second sees what the first left of it.
  await trx.selectFrom('letter').select('id').where('id', '=', anyOf(letters)).orderBy('id').forNoKeyUpdate().execute();
  await trx
    .updateTable('letter')
    .set({ state })
    .where('id', '=', anyOf(letters))
    .where('state', 'in', ['drafted', 'ready'])
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

export async function markLetterBounced(db: Db, id: number, at: string): Promise<void> {
  await db.updateTable('letter').set({ bounced_at: at }).where('id', '=', id).where('bounced_at', 'is', null).execute();
}

/** The Message-IDs that a round's later letters refer to, by desk. */
export async function firstMessageIds(
  db: Db,
  of: { readonly campaign: string; readonly desks: readonly string[]; readonly round: string },
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('letter')
    .distinctOn('desk')
    .select(['desk', 'message_id'])
    .where('campaign', '=', of.campaign)
    .where('desk', '=', anyOf(of.desks))
    .where('round', '=', of.round)
    .where('kind', '=', 'opening')
    .orderBy('desk')
    .orderBy('id')
    .execute();
  return new Map(rows.map((row) => [row.desk, row.message_id]));
}
