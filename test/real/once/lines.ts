import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngineLine } from './engine-line.js';
import { openMailboxLine } from './mailbox-line.js';
import { openRecordLine } from './record-line.js';
import { openRelayLine } from './relay-line.js';
import type { Posting } from './sight.js';

/** Where the real servers are. */
export interface Servers {
  /** A `postgres:///` URL with the folder of its socket. */
  readonly record: string;
  /** A URL with user and password. */
  readonly mailbox: string;
  readonly relayPort: number;
  /** host:port */
  readonly engine: string;
}

/** The same servers, as one worker reaches them. */
export interface Lines extends Servers {
  readonly close: () => Promise<void>;
}

/** Lines of one worker and of those that come after it in its place. */
export async function openLines(servers: Servers, post: Posting): Promise<Lines> {
  const folder = mkdtempSync(join(tmpdir(), 'shuangyue-line-'));
  const record = new URL(servers.record.replace('postgres:///', 'postgres://socket/'));
  const socketIn = (place: string) => join(place, `.s.PGSQL.${record.searchParams.get('port') ?? ''}`);
  const mailbox = new URL(servers.mailbox);
  const open = await Promise.all([
    openRecordLine(socketIn(folder), socketIn(record.searchParams.get('host') ?? ''), post),
    openMailboxLine(Number(mailbox.port), post),
    openRelayLine(servers.relayPort, post),
    openEngineLine(servers.engine, post),
  ]);
  const [, mailboxLine, relayLine, engineLine] = open;
  record.searchParams.set('host', folder);
  mailbox.port = String(mailboxLine.port);
  return {
    record: record.href.replace('postgres://socket/', 'postgres:///'),
    mailbox: mailbox.href,
    relayPort: relayLine.port,
    engine: `127.0.0.1:${engineLine.port}`,
    close: async () => {
      await Promise.all(open.map((line) => line.close()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
