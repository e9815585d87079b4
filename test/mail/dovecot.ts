import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImapFlow } from 'imapflow';
import { freePort } from '../../worker/local/free-port.js';
import { eventually } from '../eventually.js';
import type { KeyPair } from './certificates.js';

export const password = 'p@ss%:字';

/** A real Dovecot in a folder and on ports of its own; works as root too. */
export interface Dovecot {
  /** Without TLS, or with STARTTLS where there is a certificate. */
  readonly url: (user?: string, secret?: string) => string;
  readonly tlsUrl: (user?: string, secret?: string) => string;
  /** Puts a mail into a mailbox, as if it had arrived at that instant. */
  readonly deliver: (raw: string | Buffer, at?: string, mailbox?: string, user?: string) => Promise<void>;
  /** Puts many mails into the inbox. */
  readonly deliverAll: (raws: readonly Buffer[], at: string) => Promise<void>;
  /** Texts of the mails in a mailbox, oldest first. */
  readonly mailsIn: (mailbox: string, user?: string) => Promise<readonly string[]>;
  readonly doveadm: (...args: readonly string[]) => string;
  /** Ends every session, as a server that restarts does, and comes back on the same ports. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DovecotOptions {
  readonly tls?: KeyPair;
  readonly quotaKilobytes?: number;
}

export async function openDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const home = mkdtempSync(join(tmpdir(), 'sy-dovecot-'));
  const [port, tlsPort] = [await freePort(), await freePort()];
  const config = join(home, 'dovecot.conf');
  const owner = layOut(home);
  writeFileSync(config, configuration({ home, port, tlsPort, ...owner, ...options }));
  const at =
    (scheme: string, number: number) =>
    (user = 'reply', secret = password) =>
      `${scheme}://${encodeURIComponent(user)}:${encodeURIComponent(secret)}@localhost:${number}`;
  let running = await launch(config, port);
  const stop = async () => {
    const ended = once(running, 'exit');
    running.kill('SIGTERM');
    await ended;
  };
  const start = async () => {
    running = await launch(config, port);
  };
  return {
    url: at('imap', port),
    tlsUrl: at('imaps', tlsPort),
    deliver: (raw, arrived = '2026-02-20T02:00:00Z', mailbox = 'INBOX', user = 'reply') =>
      withClient(port, user, async (client) => void (await client.append(mailbox, raw, [], new Date(arrived)))),
    deliverAll: (raws, arrived) =>
      withClient(port, 'reply', async (client) => {
        for (const raw of raws) await client.append('INBOX', raw, [], new Date(arrived));
      }),
    mailsIn: (mailbox, user = 'reply') => withClient(port, user, (client) => readAll(client, mailbox)),
    doveadm: (...args) => execFileSync('/usr/bin/doveadm', ['-c', config, ...args], { encoding: 'utf8' }),
    restart: async () => {
      await stop();
      await start();
    },
    stop,
    start,
    close: async () => {
      if (running.exitCode === null && running.signalCode === null) await stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function launch(config: string, port: number) {
  const child = spawn('/usr/sbin/dovecot', ['-F', '-c', config], { stdio: 'ignore' });
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`dovecot ended with ${String(code)}: ${readFileSync(join(config, '..', 'dovecot.log'), 'utf8')}`);
  });
  failed.catch(() => undefined);
  await Promise.race([failed, eventually(() => withClient(port, 'reply', async () => undefined))]);
  return child;
}

async function withClient<T>(port: number, user: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const client = new ImapFlow({
    host: 'localhost',
    port,
    secure: false,
    auth: { user, pass: password },
    logger: false,
    tls: { rejectUnauthorized: false },
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.logout();
  }
}

async function readAll(client: ImapFlow, mailbox: string): Promise<readonly string[]> {
  const { exists } = await client.mailboxOpen(mailbox, { readOnly: true });
  if (exists === 0) return [];
  const mails = await client.fetchAll('1:*', { source: true });
  return mails.map(({ source }) => source?.toString() ?? '');
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
  readonly login: string;
  readonly internal: string;
  readonly internalGroup: string;
}

/** As root Dovecot refuses to log in or keep mail as root. */
function layOut(home: string): Owner {
  const id = (...args: string[]) => execFileSync('id', args, { encoding: 'utf8' }).trim();
  const isRoot = id('-u') === '0';
  const [login, internal] = isRoot ? ['dovenull', 'dovecot'] : [id('-un'), id('-un')];
  const mailUser = isRoot ? ['nobody'] : [];
  const owner = { uid: Number(id('-u', ...mailUser)), gid: Number(id('-g', ...mailUser)) };
  chmodSync(home, 0o755);
  for (const folder of ['run', 'state', 'mail']) mkdirSync(join(home, folder));
  chownSync(join(home, 'mail'), owner.uid, owner.gid);
  writeFileSync(join(home, 'users'), `reply:{PLAIN.b64}${base64(password)}\narchive:{PLAIN.b64}${base64(password)}\n`);
  return { ...owner, login, internal, internalGroup: id('-gn', internal) };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

interface Configuration extends Owner, DovecotOptions {
  readonly home: string;
  readonly port: number;
  readonly tlsPort: number;
}

function configuration(of: Configuration): string {
  const { home, tls, quotaKilobytes } = of;
  return `
base_dir = ${home}/run
state_dir = ${home}/state
instance_name = test-${of.port}
log_path = ${home}/dovecot.log
protocols = imap
listen = 127.0.0.1, ::1
disable_plaintext_auth = no
${tls ? `ssl = yes\nssl_cert = <${tls.certFile}\nssl_key = <${tls.keyFile}` : 'ssl = no'}
default_internal_user = ${of.internal}
default_internal_group = ${of.internalGroup}
default_login_user = ${of.login}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:${home}/mail/%n:LAYOUT=fs
mail_privileged_group =
mailbox_idle_check_interval = 1 secs
mail_max_userip_connections = 50
auth_mechanisms = plain login
auth_failure_delay = 0
passdb {
  driver = passwd-file
  args = username_format=%n ${home}/users
}
userdb {
  driver = static
  args = uid=${of.uid} gid=${of.gid} home=${home}/mail/%n
}
namespace inbox {
  inbox = yes
  separator = /
}
${quotaKilobytes === undefined ? '' : quota(quotaKilobytes)}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${of.port}
  }
  inet_listener imaps {
    port = ${tls ? of.tlsPort : 0}
    ssl = yes
  }
}
service stats {
  chroot =
}
`;
}

const quota = (kilobytes: number): string => `
mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = maildir:User quota
  quota_rule = *:storage=${kilobytes}K
  quota_grace = 0
}
`;
