import { sql } from 'kysely';
import type { Db } from '../../record/schema.js';

/** Tables whose numbers people read or are sorted by, and what names a row of them whoever writes it. */
const keys = {
  answer: "concat_ws('/', new.campaign, new.round, new.task, new.answer_id)",
  letter: 'new.key',
  note: "new.campaign || '/' || new.about",
} as const;

/**
 * Answers, letters and notes of one instant are written side by side; which comes first is the machine's choice, and
 * their numbers are printed: where a coordinator is asked to sign, in a bulletin's traces. Here a number follows from
 * what it numbers.
 */
export async function numberByKey(db: Db): Promise<void> {
  for (const [table, key] of Object.entries(keys)) {
    await sql`
      create function ${sql.id(`number_${table}`)}() returns trigger language plpgsql as ${sql.raw(`$$
      begin
        new.id := 100000000 + ('x' || substr(md5(${key}), 1, 8))::bit(32)::bigint % 900000000;
        while exists (select from ${table} where id = new.id) loop
          new.id := new.id + 1;
        end loop;
        return new;
      end $$`)}`.execute(db);
    await sql`
      create trigger ${sql.id(`number_${table}`)} before insert on ${sql.table(table)}
      for each row execute function ${sql.id(`number_${table}`)}()`.execute(db);
  }
}
