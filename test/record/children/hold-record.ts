/** Opens the record of the folder given, says so, and holds it until it is killed. */
import { writeSync } from 'node:fs';
import { openRecord } from '../../../record/database.js';

const [, , folder = ''] = process.argv;
try {
  await openRecord({ folder }, { now: '2026-01-05T01:00:00.000Z' });
  writeSync(1, 'open\n');
  setInterval(() => undefined, 60_000);
} catch (error) {
  writeSync(1, `${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
