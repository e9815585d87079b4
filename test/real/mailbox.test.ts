import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { engineAttributes } from '../../bin/engine-attributes.js';
import { workerEnvironment } from '../../bin/worker-environment.js';
import { startWorkerProcess, type WorkerProcess } from '../../bin/worker-process.js';
import { projectRoot } from '../../config/project-root.js';
import { readSettings } from '../../config/settings.js';
import { accountOf } from '../../mail/imap/open-imap.js';
import { openRecord, type RecordDb } from '../../record/database.js';
import { listMails } from '../../record/mails.js';
import { ids } from '../../workflows/api.js';
import { type DevServer, startDevServer } from '../../worker/local/dev-server.js';
import { freePort } from '../../worker/local/free-port.js';
import { eventually, holds } from '../eventually.js';
import { type Dovecot, openDovecot } from '../mail/dovecot.js';
import { type PostgresServer, startPostgres } from '../record/postgres-server.js';
import { cachedTemporal } from '../worker/local/cached-binaries.js';

const mails = 60;
const kills = 4;
const subject = (number: number) => `report ${number}`;
const mail = (number: number) =>
  [
    'Return-Path: <liaison@gxt.example>',
    'Delivered-To: reply@shuangyue.example',
    'Received: from gxt.example',
    'From: <liaison@gxt.example>',
    'To: <reply@shuangyue.example>',
    `Message-ID: <${number}@gxt.example>`,
    `Subject: ${subject(number)}`,
    '',
    '已完成。',
    '',
  ].join('\r\n');

/** Two workers over one record; the one that watches the mailbox is killed again and again while mail comes in. */
describe('a watch whose worker is killed', () => {
  const home = mkdtempSync(join(tmpdir(), 'shuangyue-mailbox-'));
  const workers = new Map<number, WorkerProcess>();
  const failoverMs: number[] = [];
  let dovecot: Dovecot;
  let postgres: PostgresServer;
  let engine: DevServer;
  let connection: Connection;
  let record: RecordDb;
  let account = '';

  const startWorker = async () => {
    const environment = {
      SHUANGYUE_HOME: home,
      TEMPORAL_ADDRESS: engine.address,
      DATABASE_URL: postgres.socketUrl('postgres'),
      SMTP_URL: 'smtp://127.0.0.1:9',
      IMAP_URL: dovecot.url(),
    };
    const ports = { web: await freePort(), intake: await freePort() };
    const env = workerEnvironment(readSettings(environment, home), ports, engine.address, {
      ...process.env,
      NODE_OPTIONS: '',
    });
    const script = join(projectRoot(), 'dist', 'worker', 'main.js');
    const worker = await startWorkerProcess({ script, env, home, logFile: join(home, 'worker.err'), language: 'zh' });
    workers.set(worker.pid, worker);
  };
  /** The process that has the watch, as the engine knows it. */
  const watcher = () =>
    eventually(async () => {
      const { raw } = await new Client({ connection, namespace: 'shuangyue' }).workflow
        .getHandle(ids.mailbox(account))
        .describe();
      const [watch] = raw.pendingActivities ?? [];
      const pid = Number(watch?.lastWorkerIdentity?.split('@')[0]);
      if (!workers.has(pid)) throw new Error('nobody watches');
      return pid;
    }, 60_000);
  const kept = async () => (await listMails(record.db)).length;

  beforeAll(async () => {
    [dovecot, postgres] = await Promise.all([openDovecot(), startPostgres()]);
    account = accountOf(dovecot.url());
    engine = await startDevServer({
      binary: await cachedTemporal(),
      dataDir: join(home, 'temporal'),
      logFile: join(home, 'temporal.log'),
      namespace: 'shuangyue',
      retentionDays: 400,
      searchAttributes: engineAttributes,
      port: 0,
      uiPort: 0,
    });
    connection = Connection.lazy({ address: engine.address });
    record = await openRecord({ connectionString: postgres.socketUrl('postgres') }, { now: '2026-01-05T01:00:00Z' });
    await startWorker();
    await startWorker();
    const share = mails / (kills + 1);
    let number = 0;
    for (let kill = 0; kill <= kills; kill += 1) {
      const watching = await watcher();
      const delivered = (async () => {
        for (const last = number + share; number < last; number += 1) await dovecot.deliver(mail(number));
      })();
      if (kill === kills) await delivered;
      else {
        // In the middle of what arrives.
        const before = await kept();
        await holds('a mail taken', async () => (await kept()) > before);
        workers.get(watching)?.kill();
        const killedAt = Date.now();
        await workers.get(watching)?.exited;
        workers.delete(watching);
        await delivered;
        await holds('all of it taken', async () => (await kept()) === number, 90_000);
        failoverMs.push(Date.now() - killedAt);
        await startWorker();
      }
    }
    // The same bytes once more, as a mailbox shows them that was restored from a backup.
    for (const again of [0, 1, 2]) await dovecot.deliver(mail(again));
    await holds('an empty inbox', async () => (await dovecot.mailsIn('INBOX')).length === 0, 60_000);
    // Subjects are read when a mail is judged, and those of a killed worker are judged when they are delivered again.
    await holds(
      'every mail judged',
      async () => (await listMails(record.db)).every(({ subject: read }) => read),
      60_000,
    );
  }, 400_000);
  afterAll(async () => {
    for (const worker of workers.values()) worker.kill();
    await Promise.all([...workers.values()].map(({ exited }) => exited));
    await record.close();
    await connection.close();
    await engine.stop();
    await postgres.remove();
    await dovecot.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('takes every mail exactly once', async () => {
    const taken = (await listMails(record.db)).map((one) => one.subject ?? '');
    const sent = Array.from({ length: mails }, (_, number) => subject(number));
    expect(taken.toSorted()).toEqual(sent.toSorted());
    expect(await dovecot.mailsIn('Processed')).toHaveLength(mails + 3);
  });

  it('moves to another worker within a minute', () => {
    process.stdout.write(`watch moved and caught up after ${failoverMs.join(', ')} ms\n`);
    expect(failoverMs).toHaveLength(kills);
    expect(Math.max(...failoverMs)).toBeLessThan(60_000);
  });

  it('says in the engine what it watches', async () => {
    const handle = new Client({ connection, namespace: 'shuangyue' }).workflow.getHandle(ids.mailbox(account));
    expect(await handle.query('__temporal_workflow_metadata')).toMatchObject({
      currentDetails: expect.stringContaining('正在看守'),
    });
  });
});
