/** Writes journal rows as fast as it can and prints each id once its commit is acknowledged; ends only by kill. */
import { writeSync } from 'node:fs';
import { openRecord } from '../../../record/database.js';
import { append } from '../../../record/journal.js';

const [, , folder = '', life = ''] = process.argv;
const at = '2026-01-05T01:00:00.000Z';
const { db } = await openRecord({ folder }, { now: at });
for (let count = 0; ; count += 1) {
  const act = `${life}-${count}`;
  await db.transaction().execute((trx) => append(trx, { campaign: null, at, by: 'system', act }));
  writeSync(1, `${act}\n`);
}
