import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { ownerOf } from '../../record/embedded/folder-lock.js';
import { pendingMigrations } from '../../record/migrate.js';
import { describeServer } from '../../record/server/describe-server.js';
import { openServer } from '../../record/server/open-server.js';
import { broken, good, hint, type Check, type Finding, type Visit } from './check.js';
import { clockSkew } from './clock-skew.js';

/** The record: embedded, or on a server that must be of use to us. */
export const recordCheck: Check = {
  name: 'record',
  title: '记录库',
  seconds: 20,
  examine: async (visit) => {
    const { database, home } = visit.settings;
    return database === undefined ? [embedded(join(home, 'record'), visit)] : onServer(database.url, visit);
  },
};

/** Whoever opens it owns it: here it is only looked at from outside. */
function embedded(folder: string, { isUp }: Visit): Finding {
  const owner = ownerOf(folder);
  if (owner !== undefined) {
    const said = `内置，正由 ${owner.host} 上的进程 ${owner.pid} 使用`;
    return isUp ? good(said) : hint(said, '双月的主进程已不在：再次 up 会先结束它；在别的机器上的，请到那里停下。');
  }
  return good(existsSync(join(folder, 'data')) ? '内置，没有进程在用' : '内置，首次启动时建立');
}

async function onServer(url: string, { now }: Visit): Promise<readonly Finding[]> {
  const where = `PostgreSQL（${describeServer(url)}）`;
  try {
    const db = await openServer({ connectionString: url, poolSize: 1 }, 8_000);
    try {
      const { rows } = await sql<{ at: string; version: string; encoding: string }>`
        select to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
          current_setting('server_version') as version, current_setting('server_encoding') as encoding`.execute(db);
      const ours = now();
      const said = `${where} 可以登录，版本 ${rows[0]?.version}，编码 ${rows[0]?.encoding}`;
      return [good(said), await migrations(db), clockSkew('数据库', new Date(rows[0]?.at ?? NaN), ours)];
    } finally {
      await db.destroy();
    }
  } catch (error) {
    return [broken(error instanceof Error ? error.message : String(error))];
  }
}

async function migrations(db: Awaited<ReturnType<typeof openServer>>): Promise<Finding> {
  const pending = await pendingMigrations(db);
  return pending.length === 0
    ? good('表结构是最新的')
    : hint(`有 ${pending.length} 个迁移未执行（${pending.join('、')}）`, '下次 up 会自动执行；请先备份。');
}
