import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { engineAttributes } from '../../../bin/engine-attributes.js';
import { type Board, openBoard } from '../../../client/board.js';
import { withOffice } from '../../../client/connect.js';
import type { Office } from '../../../client/office.js';
import { wordsIn } from '../../../client/words.js';
import { openRecord, type RecordDb } from '../../../record/database.js';
import { type DevServer, startDevServer } from '../../../worker/local/dev-server.js';
import { eventually } from '../../eventually.js';
import { type Dovecot, openDovecot } from '../../mail/dovecot.js';
import { type PostgresServer, startPostgres } from '../../record/postgres-server.js';
import { cachedTemporal } from '../../worker/local/cached-binaries.js';
import { openRelay, type Relay } from '../relay.js';
import { keepWorker, type KeptWorker } from './kept-worker.js';
import { openStrikes, type Strikes } from './strikes.js';

/** An office on servers of its own, whose workers are killed at chosen steps and started again by a supervisor. */
export interface StruckOffice {
  readonly relay: Relay;
  readonly dovecot: Dovecot;
  readonly client: Client;
  readonly record: RecordDb;
  readonly strikes: Strikes;
  /** The board of a worker that is up; waits for one. */
  readonly withBoard: <Result>(ask: (board: Board) => Promise<Result>) => Promise<Result>;
  /** Orders as the client gives them, past the lines. */
  readonly orders: <Result>(work: (office: Office) => Promise<Result>) => Promise<Result>;
  /** How long the supervisor's workers took to come up again, ms. */
  readonly bootMs: () => readonly number[];
  /** How workers ended that nobody had killed. */
  readonly endings: () => readonly string[];
  readonly close: () => Promise<void>;
}

const namespace = 'shuangyue';
const apiKey = 'k'.repeat(32);
const words = wordsIn('zh');
const archive = 'archive@ln.example';
const workers = 2;

export async function openStruckOffice(): Promise<StruckOffice> {
  const home = mkdtempSync(join(tmpdir(), 'shuangyue-once-'));
  const [dovecot, postgres, relay]: [Dovecot, PostgresServer, Relay] = await Promise.all([
    openDovecot(),
    startPostgres({ durable: true }),
    openRelay(),
  ]);
  const engine: DevServer = await startDevServer({
    binary: await cachedTemporal(),
    dataDir: join(home, 'temporal'),
    logFile: join(home, 'log', 'temporal.log'),
    namespace,
    retentionDays: 400,
    searchAttributes: engineAttributes,
    port: 0,
    uiPort: 0,
  });
  const databaseUrl = postgres.socketUrl('postgres');
  const record = await openRecord({ connectionString: databaseUrl }, { now: '2030-01-01T00:00:00Z' });
  relay.afterwards = ({ to, raw }) =>
    to.includes(archive) ? dovecot.deliver(raw, new Date().toISOString(), 'INBOX', 'archive') : Promise.resolve();
  const strikes = openStrikes();
  const servers = { record: databaseUrl, mailbox: dovecot.url(), relayPort: relay.port, engine: engine.address };
  const common = {
    SHUANGYUE_HOME: home,
    API_KEY: apiKey,
    SIGNING_SECRET: 's'.repeat(32),
    ARCHIVE: archive,
    ARCHIVE_IMAP_URL: dovecot.url('archive'),
    ARCHIVE_WAIT: '2',
  };
  const kept: KeptWorker[] = await Promise.all(
    Array.from({ length: workers }, () => keepWorker({ home, servers, common, strikes })),
  );
  const connection = Connection.lazy({ address: engine.address });
  return {
    relay,
    dovecot,
    client: new Client({ connection, namespace }),
    record,
    strikes,
    withBoard: (ask) =>
      eventually(async () => {
        const up = kept.find(({ isUp }) => isUp());
        if (!up) throw new Error('no worker is up');
        return ask(openBoard({ url: `http://127.0.0.1:${up.webPort}`, apiKey, words }));
      }, 180_000),
    orders: (work) => withOffice({ address: engine.address, namespace, words, invokedAt: new Date() }, work),
    bootMs: () => kept.flatMap(({ bootMs }) => bootMs),
    endings: () => kept.flatMap(({ endings }) => endings),
    close: async () => {
      await Promise.all(kept.map((worker) => worker.close()));
      await record.close();
      await connection.close();
      await engine.stop();
      await Promise.all([relay.close(), postgres.remove(), dovecot.close()]);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
