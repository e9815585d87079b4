import { sql } from 'kysely';
import { refusal } from '../refusal.js';
import type { Db } from '../schema.js';
import { describeServer, placeOf, userOf } from './describe-server.js';

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
  const problem = rows[0] && problemOf(rows[0], connectionString);
  if (problem !== undefined) throw refusal(`PostgreSQL（${describeServer(connectionString)}）${problem}`);
}

function problemOf(found: Found, connectionString: string): string | undefined {
  const user = userOf(connectionString) || '（未写明）';
  const { database } = placeOf(connectionString);
  if (found.version < oldest * 10_000)
    return `的版本是 ${found.versionName}，双月需要 ${oldest} 或更高：请升级服务器，或换一台。`;
  if (found.encoding !== 'UTF8')
    return `的数据库 ${database} 编码是 ${found.encoding}，应为 UTF8：请以 createdb -E UTF8 -T template0 另建一个。`;
  if (found.standby) return '是只读的备用服务器：请把 DATABASE_URL 指向主服务器。';
  if (found.schema === null || found.mayCreate !== true)
    return `中用户 ${user} 无权建表：请由管理员执行 alter database ${database} owner to ${user}，再启动。`;
  return undefined;
}
