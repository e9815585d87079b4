import type { Insertable } from 'kysely';
import type { Db, LetterTable } from '../../record/schema.js';

export async function addLetter(
  db: Db,
  letter: Partial<Insertable<LetterTable>> & { readonly key: string; readonly campaign: string },
): Promise<number> {
  const { id } = await db
    .insertInto('letter')
    .values({
      desk: 'coordinators',
      kind: 'note',
      planned_at: '2026-02-09T01:30:00.000Z',
      message_id: `<${letter.key}@ours>`,
      token: letter.key,
      state: 'ready',
      ...letter,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
