import { sql } from 'kysely';
import { inBoth } from '../../domain/sentence.js';
import { refusal } from '../refusal.js';
import type { Db } from '../schema.js';
import { placeOf, serverIn, userOf } from './describe-server.js';
import { serverWords, type ServerWords } from './server-words.js';

interface Found {
  readonly version: number;
  readonly versionName: string;
  readonly encoding: string;
  readonly standby: boolean;
  readonly schema: string | null;
  readonly mayCreate: boolean | null;
}

const oldest = 15;

/** Refuses a server that the record cannot live on, before anything is written to it. */
export async function checkServer(db: Db, connectionString: string): Promise<void> {
  const { rows } = await sql<Found>`
    select current_setting('server_version_num')::integer as version,
      current_setting('server_version') as "versionName",
      current_setting('server_encoding') as encoding,
      pg_is_in_recovery() as standby,
      current_schema() as schema,
      has_schema_privilege(current_schema(), 'create') as "mayCreate"`.execute(db);
  const [found] = rows;
  if (found === undefined || problemOf(found, connectionString, serverWords.zh) === undefined) return;
  throw refusal(inBoth(serverWords, (words) => problemOf(found, connectionString, words) ?? ''));
}

function problemOf(found: Found, connectionString: string, words: ServerWords): string | undefined {
  const where = serverIn(words, connectionString);
  const user = userOf(connectionString) || words.noUser;
  const { database } = placeOf(connectionString);
  if (found.version < oldest * 10_000) return words.tooOld(where, found.versionName, oldest);
  if (found.encoding !== 'UTF8') return words.encoding(where, database, found.encoding);
  if (found.standby) return words.standby(where);
  if (found.schema === null || found.mayCreate !== true) return words.mayNotCreate(where, user, database);
  return undefined;
}
