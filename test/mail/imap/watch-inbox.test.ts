import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FetchedMail, OversizedMail } from '../../../mail/imap/clear-inbox.js';
import { openMailbox, type WatchDuties } from '../../../mail/imap/mailbox.js';
import { composeTrial, isTrial } from '../../../mail/trial/trial-letter.js';
import { inboxServer, troubleOf } from '../../../mail/server-trouble.js';
import { eventually, holds } from '../../eventually.js';
import { type Certificates, makeCertificates } from '../certificates.js';
import { type Dovecot, type DovecotOptions, openDovecot } from '../dovecot.js';

const mail = (subject: string, ...headers: readonly string[]) =>
  [
    'Return-Path: <liaison@gxt.example>',
    'Delivered-To: reply+token@ours.example',
    'Received: from gxt.example',
    ...headers,
    'From: <liaison@gxt.example>',
    'To: <reply+token@ours.example>',
    `Message-ID: <${subject}@gxt.example>`,
    `Subject: ${subject}`,
    '',
    '已完成。',
    '',
  ].join('\r\n');

const secret = 'the secret of this office and no other';
let certificates: Certificates;
const open: { close: () => unknown }[] = [];

beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.close());
afterEach(async () => {
  for (const part of open.splice(0).toReversed()) await part.close();
});

async function server(options?: DovecotOptions): Promise<Dovecot> {
  const dovecot = await openDovecot(options);
  open.push(dovecot);
  return dovecot;
}

interface Watching {
  readonly taken: FetchedMail[];
  readonly oversized: OversizedMail[];
  readonly stuck: string[];
  readonly seen: Date[];
  /** Rejects when the watch ends in trouble. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Manner extends Partial<WatchDuties> {
  readonly ca?: readonly string[];
  readonly maxBytes?: number;
  readonly lookMs?: number;
  readonly isOurs?: (raw: Buffer) => boolean;
}

function watch(
  url: string,
  { ca, maxBytes = 1_000_000, lookMs = 30_000, isOurs = (raw) => isTrial(raw, secret), ...duties }: Manner = {},
): Watching {
  const stopping = new AbortController();
  const access = { url, ...(ca && { ca }), silenceMs: 20_000 };
  const boxes = { inbox: 'INBOX', processed: 'Processed', held: 'Held' };
  const mailbox = openMailbox({
    access,
    ...boxes,
    ownDomain: 'ours.example',
    isTrial: isOurs,
    maxBytes,
    lookMs,
    now: () => new Date(),
  });
  const watching = {
    taken: [] as FetchedMail[],
    oversized: [] as OversizedMail[],
    stuck: [] as string[],
    seen: [] as Date[],
  };
  const ended = mailbox.watch(
    {
      take: (mails) => Promise.allSettled(mails.map(async (arrived) => watching.taken.push(arrived))),
      taken: async () => undefined,
      tooLarge: async (lying) => void watching.oversized.push(lying),
      stuck: async (folder, mails) => void watching.stuck.push(`${mails} ${folder}`),
      seen: async (instant) => void watching.seen.push(instant),
      ...duties,
    },
    stopping.signal,
  );
  ended.catch(() => undefined);
  const stop = async () => {
    stopping.abort();
    await ended;
  };
  open.push({ close: () => (stopping.abort(), ended.catch(() => undefined)) });
  return { ...watching, ended, stop };
}

const subjects = (mails: readonly { raw: Buffer }[]) =>
  mails.map(({ raw }) => /^Subject: (.*)$/m.exec(raw.toString())?.[1]?.trim());

describe('a watched inbox', () => {
  it('is emptied at the start and of what arrives', async () => {
    const dovecot = await server();
    await dovecot.deliver(mail('before'), '2026-02-20T02:00:00Z');
    const { taken, seen, stop } = watch(dovecot.url());
    await holds('a first look', async () => seen.length > 0);
    await dovecot.deliver(mail('after'), '2026-02-20T03:00:00Z');
    await holds('a second mail', async () => taken.length === 2, 5_000);
    await holds('an empty inbox', async () => (await dovecot.mailsIn('INBOX')).length === 0);
    await stop();
    expect(subjects(taken)).toEqual(['before', 'after']);
    expect(taken[0]).toMatchObject({
      envelope: { from: 'liaison@gxt.example', to: ['reply+token@ours.example'] },
      receivedAt: '2026-02-20T02:00:00.000Z',
      messageId: '<before@gxt.example>',
    });
    expect(await dovecot.mailsIn('Processed')).toEqual([mail('before'), mail('after')]);
  });

  it('puts a trial letter of ours away, and takes none of another office', async () => {
    const dovecot = await server();
    const plan = { domain: 'ours.example', from: 'a@ours.example', date: '2026-02-20T02:00:00Z', lines: [''] };
    const ours = await composeTrial({ ...plan, name: 'ours', secret, subject: 'ours' });
    const theirs = await composeTrial({ ...plan, name: 'theirs', secret: 'their secret', subject: 'theirs' });
    for (const { raw } of [ours, theirs]) await dovecot.deliver(raw);
    const { taken, seen } = watch(dovecot.url());
    await holds('a look', async () => seen.length > 0);
    expect(taken.map(({ messageId }) => messageId)).toEqual([theirs.messageId]);
    expect(await dovecot.mailsIn('Processed')).toHaveLength(2);
  });

  it('keeps what could not be stored, and holds nothing else up', async () => {
    const dovecot = await server();
    for (const subject of ['one', 'two', 'three']) await dovecot.deliver(mail(subject));
    const taken: FetchedMail[] = [];
    const take = (mails: readonly FetchedMail[]) =>
      Promise.allSettled(
        mails.map(async (arrived) => {
          if (arrived.messageId === '<two@gxt.example>') throw new Error('the disk is full');
          taken.push(arrived);
        }),
      );
    const { ended, seen } = watch(dovecot.url(), { take });
    await expect(ended).rejects.toThrow('the disk is full');
    expect(subjects(taken)).toEqual(['one', 'three']);
    expect(seen).toEqual([]);
    expect(await dovecot.mailsIn('INBOX')).toEqual([mail('two')]);
  });

  it('keeps what could not be read, and holds nothing else up', async () => {
    const dovecot = await server();
    for (const subject of ['one', 'two', 'three']) await dovecot.deliver(mail(subject));
    const broken = (raw: Buffer) => {
      if (raw.includes('two')) throw new Error('the head cannot be read');
      return false;
    };
    const { ended, taken } = watch(dovecot.url(), { isOurs: broken });
    await expect(ended).rejects.toThrow('the head cannot be read');
    expect(subjects(taken)).toEqual(['one', 'three']);
    expect(await dovecot.mailsIn('INBOX')).toEqual([mail('two')]);
  });

  it('does not fetch a mail that is too large', async () => {
    const dovecot = await server();
    await dovecot.deliver(mail('large', `X-Padding: ${'x'.repeat(3_000)}`));
    await dovecot.deliver(mail('small'));
    const { taken, oversized, seen } = watch(dovecot.url(), { maxBytes: 2_000 });
    await holds('a look', async () => seen.length > 0);
    expect(subjects(taken)).toEqual(['small']);
    expect(oversized).toMatchObject([{ arrivedAt: '2026-02-20T02:00:00.000Z' }]);
    expect(await dovecot.mailsIn('Held')).toHaveLength(1);
  });

  it('is looked through again under a new UIDVALIDITY', async () => {
    const dovecot = await server();
    await dovecot.deliver(mail('first'));
    const before = watch(dovecot.url());
    await holds('a look', async () => before.seen.length > 0);
    dovecot.doveadm('mailbox', 'update', '-u', 'reply', '--uid-validity', '77', 'INBOX');
    await dovecot.restart();
    await expect(before.ended).rejects.toBeDefined();
    await dovecot.deliver(mail('second'));
    const after = watch(dovecot.url());
    await holds('a look', async () => after.seen.length > 0);
    expect(after.taken).toMatchObject([{ messageId: '<second@gxt.example>', uidValidity: 77 }]);
  });

  it('fails when its server goes, for who watches to come back', async () => {
    const dovecot = await server();
    const { ended, seen } = watch(dovecot.url());
    await holds('a look', async () => seen.length > 0);
    await dovecot.stop();
    const error = await ended.then(
      () => undefined,
      (failed: unknown) => failed,
    );
    expect(troubleOf(error, inboxServer)?.kind).toBe('unreachable');
  });

  it('is looked into now and then although nothing is announced', async () => {
    const dovecot = await server();
    const { seen } = watch(dovecot.url(), { lookMs: 50 });
    await holds('three looks', async () => seen.length > 2);
    expect(seen).toEqual(seen.toSorted((one, other) => one.getTime() - other.getTime()));
  });

  it('in a full account is still emptied, or says that it is not', async () => {
    const dovecot = await server({ quotaKilobytes: 8 });
    await dovecot.deliver(mail('nearly', `X-Padding: ${'x'.repeat(6_000)}`));
    const { taken, stuck, seen } = watch(dovecot.url(), { lookMs: 100 });
    await holds('two looks', async () => seen.length > 1);
    expect(subjects(taken)).toEqual(['nearly']);
    const moved = (await dovecot.mailsIn('Processed')).length;
    expect(moved === 1 || stuck.length > 0).toBe(true);
  });
});

describe('a mail server', () => {
  const troubleWith = async (url: string, ca?: readonly string[]) => {
    const { ended } = watch(url, ca ? { ca } : {});
    const error = await ended.then(
      () => undefined,
      (failed: unknown) => failed,
    );
    return troubleOf(error, inboxServer);
  };

  it('with a certificate of the office’s authority is trusted', async () => {
    const dovecot = await server({ tls: certificates.valid });
    for (const url of [dovecot.tlsUrl(), dovecot.url()]) {
      const { seen, stop } = watch(url, { ca: [certificates.ca] });
      await holds('a look', async () => seen.length > 0);
      await expect(stop()).resolves.toBeUndefined();
    }
  });

  it('with an unknown authority is not', async () => {
    const dovecot = await server({ tls: certificates.valid });
    for (const url of [dovecot.tlsUrl(), dovecot.url()])
      expect(await troubleWith(url)).toMatchObject({
        kind: 'certificate',
        sentence: expect.stringContaining('MAIL_CA_FILE'),
      });
  });

  it('with an expired certificate is named as such', async () => {
    const dovecot = await server({ tls: certificates.expired });
    for (const url of [dovecot.tlsUrl(), dovecot.url()])
      expect(await troubleWith(url, [certificates.ca])).toMatchObject({
        kind: 'certificate',
        sentence: '收信服务器（IMAP_URL）的证书已过期：请其管理员换发证书；弄好后自动恢复。',
      });
  });

  it('that does not take the password says nothing of it', async () => {
    const dovecot = await server();
    const trouble = await troubleWith(dovecot.url('reply', 'hunter2'));
    expect(trouble?.kind).toBe('password');
    expect(trouble?.sentence).toMatch(/不接受 IMAP_URL 中的用户或口令/);
    expect(trouble?.sentence).not.toContain('hunter2');
  });

  it('that is not there is unreachable', async () => {
    const dovecot = await server();
    await dovecot.stop();
    expect((await troubleWith(dovecot.url()))?.kind).toBe('unreachable');
    await eventually(() => dovecot.start());
  });
});
