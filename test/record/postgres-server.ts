import { execFile } from 'node:child_process';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../worker/local/free-port.js';

const programs = '/usr/lib/postgresql/15/bin';
const run = promisify(execFile);

/** A real PostgreSQL 15 of the test's own, in a temporary folder. */
export interface PostgresServer {
  /** By its socket, where everybody is trusted. */
  readonly socketUrl: (database: string, user?: string) => string;
  /** By TCP, where a password is asked for. */
  readonly tcpUrl: (database: string, login: string) => string;
  readonly start: () => Promise<void>;
  /** `immediate` is as a crash: connections break, and the log is replayed at the next start. */
  readonly stop: (mode: 'fast' | 'immediate') => Promise<void>;
  /** Stops it, if it runs, and removes all of it. */
  readonly remove: () => Promise<void>;
}

export interface ServerOptions {
  /** What was acknowledged survives a power cut, not only a crash of the server. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startPostgres({ durable = false, settings = {} }: ServerOptions = {}): Promise<PostgresServer> {
  if (!existsSync(join(programs, 'postgres'))) {
    throw new Error(`PostgreSQL 15 is not in ${programs}: these tests need it; apt-get install postgresql-15.`);
  }
  const owner = ownerOfServer();
  const home = mkdtempSync(join(tmpdir(), 'shuangyue-postgres-'));
  if (owner !== undefined) chownSync(home, owner.uid, owner.gid);
  const data = join(home, 'data');
  const port = await freePort();
  const program = (name: string, ...words: readonly string[]) =>
    run(join(programs, name), words, { cwd: home, ...owner });
  const control = (...words: readonly string[]) => program('pg_ctl', '-D', data, '-w', '-s', ...words);
  await program('initdb', '-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '--no-sync');
  writeFileSync(join(data, 'pg_hba.conf'), 'local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n');
  const all = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: home,
    max_connections: '60',
    shared_buffers: '32MB',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...settings,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`);
  appendFileSync(join(data, 'postgresql.conf'), lines.join(''));
  const start = async (): Promise<void> => {
    await control('start', '-l', join(home, 'server.log'));
  };
  const isRunning = (): boolean => existsSync(join(data, 'postmaster.pid'));
  const stop: PostgresServer['stop'] = async (mode) => {
    await control('stop', '-m', mode);
  };
  await start();
  return {
    socketUrl: (database, user = 'postgres') => `postgres:///${database}?host=${home}&port=${port}&user=${user}`,
    tcpUrl: (database, login) => `postgres://${login}@127.0.0.1:${port}/${database}`,
    start,
    stop,
    remove: async () => {
      if (isRunning()) await stop('immediate');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** The server refuses to be run by root. */
function ownerOfServer(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line =
    users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:')) ?? '';
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}
