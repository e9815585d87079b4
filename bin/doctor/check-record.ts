import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { saidIn } from '../../domain/sentence.js';
import { ownerOf } from '../../record/embedded/folder-lock.js';
import { pendingMigrations } from '../../record/migrate.js';
import { serverIn } from '../../record/server/describe-server.js';
import { openServer } from '../../record/server/open-server.js';
import { serverWords } from '../../record/server/server-words.js';
import type { DoctorWords } from './words/doctor-words.js';
import { broken, good, hint, type Check, type Finding, type Visit } from './check.js';
import { clockSkew } from './clock-skew.js';

/** The record: embedded, or on a server that must be of use to us. */
export const recordCheck: Check = {
  name: 'record',
  seconds: 20,
  examine: async (visit) => {
    const { database, home } = visit.settings;
    return database === undefined ? [embedded(join(home, 'record'), visit)] : onServer(database.url, visit);
  },
};

/** Whoever opens it owns it: here it is only looked at from outside. */
function embedded(folder: string, { isUp, words }: Visit): Finding {
  const owner = ownerOf(folder);
  if (owner !== undefined) {
    const said = words.recordOwned(owner.host, owner.pid);
    return isUp ? good(said) : hint(said, words.recordOrphan);
  }
  return good(existsSync(join(folder, 'data')) ? words.recordFree : words.recordNew);
}

async function onServer(url: string, { now, words }: Visit): Promise<readonly Finding[]> {
  const where = serverIn(serverWords[words.language], url);
  try {
    const db = await openServer({ connectionString: url, poolSize: 1 }, 8_000);
    try {
      const { rows } = await sql<{ at: string; version: string; encoding: string }>`
        select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
          current_setting('server_version') as version, current_setting('server_encoding') as encoding`.execute(db);
      const ours = now();
      const { at = '', version = '', encoding = '' } = rows[0] ?? {};
      return [
        good(words.serverTaken(where, version, encoding)),
        await migrations(db, words),
        clockSkew(words.clocks.database, new Date(at), ours, words),
      ];
    } finally {
      await db.destroy();
    }
  } catch (error) {
    return [broken(saidIn(words.language, error))];
  }
}

async function migrations(db: Awaited<ReturnType<typeof openServer>>, words: DoctorWords): Promise<Finding> {
  const pending = await pendingMigrations(db);
  return pending.length === 0 ? good(words.schemaNewest) : hint(words.schemaOlder(pending), words.schemaTodo);
}
