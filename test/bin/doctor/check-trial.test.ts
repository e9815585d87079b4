import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { trialCheck, type TrialOrder } from '../../../bin/doctor/check-trial.js';
import { doctorWords } from '../../../bin/doctor/words/doctor-words.js';
import { readSettings } from '../../../config/settings.js';
import { openMailbox } from '../../../mail/imap/mailbox.js';
import { isTrial } from '../../../mail/trial/trial-letter.js';
import { openDovecot, type Dovecot } from '../../mail/dovecot.js';
import { holds } from '../../eventually.js';
import { lines } from './findings.js';

const signingSecret = 'the secret of this office and no other';
const answer = 'Return-Path: <gxt@ln.example>\r\nTo: <reply+x@reply.ln.example>\r\nSubject: answer\r\n\r\n已完成。\r\n';
let dovecot: Dovecot;
beforeAll(async () => {
  dovecot = await openDovecot();
  dovecot.doveadm('mailbox', 'create', '-u', 'reply', 'Junk');
});
afterAll(() => dovecot.close());
const relays: SMTPServer[] = [];
afterEach(async () => {
  for (const relay of relays.splice(0)) await new Promise<void>((done) => relay.close(done));
  for (const mailbox of ['INBOX', 'Junk']) dovecot.doveadm('expunge', '-u', 'reply', 'mailbox', mailbox, 'all');
});

/** What becomes of a letter at the mail server: an error refuses it. */
type Fate = (raw: string, to: string) => Promise<void>;

async function relayThat(fate: Fate): Promise<string> {
  const relay = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, { envelope }, done) => {
      void (async () => {
        const pieces: Buffer[] = [];
        for await (const piece of stream) pieces.push(piece as Buffer);
        await fate(Buffer.concat(pieces).toString(), envelope.rcptTo[0]?.address ?? '');
      })().then(() => done(), done);
    },
  });
  relays.push(relay);
  relay.listen(0, '127.0.0.1');
  await once(relay.server, 'listening');
  return `smtp://127.0.0.1:${(relay.server.address() as AddressInfo).port}`;
}

async function find(fate: Fate, order: Partial<TrialOrder> = {}, more: Record<string, string> = {}) {
  const settings = readSettings(
    {
      SMTP_URL: await relayThat(fate),
      IMAP_URL: dovecot.url(),
      MAIL_DOMAIN: 'reply.ln.example',
      MAIL_FROM: 'zqb@ln.example',
      SIGNING_SECRET: signingSecret,
      ...more,
    },
    '/nowhere',
  );
  const visit = { settings, isUp: false, now: () => new Date(), words: doctorWords.zh };
  return lines(await trialCheck({ waitSeconds: 10, ...order }).examine(visit));
}

const arrives =
  (mailbox: string): Fate =>
  (raw, to) =>
    dovecot.deliver(`Delivered-To: ${to}\r\n${raw}`, new Date().toISOString(), mailbox);

describe('a trial letter', () => {
  it('that comes back with its tag is good, and the inbox is as it was', async () => {
    await dovecot.deliver(answer);
    expect(await find(arrives('INBOX'))).toEqual([
      expect.stringMatching(/^good 发信服务器收下了寄往 reply\+[a-z2-7]{28}@reply\.ln\.example 的测试信/),
      expect.stringMatching(/^good \d+ 秒后到达“INBOX”，回信地址的标记完好/),
    ]);
    expect(await dovecot.mailsIn('INBOX')).toEqual([answer]);
  });

  it('is put away by a worker that watches, and is no mail for it', async () => {
    const stopping = new AbortController();
    const taken: string[] = [];
    const mailbox = openMailbox({
      access: { url: dovecot.url() },
      inbox: 'INBOX',
      processed: 'Processed',
      held: 'Held',
      ownDomain: 'reply.ln.example',
      isTrial: (raw) => isTrial(raw, signingSecret),
      maxBytes: 1_000_000,
      lookMs: 50,
      now: () => new Date(),
    });
    let looks = 0;
    const watching = mailbox.watch(
      {
        take: (mails) => Promise.allSettled(mails.map(async ({ raw }) => taken.push(raw.toString()))),
        taken: async () => undefined,
        seen: async () => void (looks += 1),
        tooLarge: async () => undefined,
        stuck: async () => undefined,
      },
      stopping.signal,
    );
    await holds('a first look', async () => looks > 0);
    // Moved before doctor can see it where it arrived.
    const fate: Fate = async (raw, to) => {
      await arrives('INBOX')(raw, to);
      await holds('the inbox cleared', async () => (await dovecot.mailsIn('INBOX')).length === 0);
    };
    expect((await find(fate)).at(-1)).toMatch(/^good .*标记完好/);
    stopping.abort();
    await watching;
    expect(taken).toEqual([]);
    expect((await dovecot.mailsIn('Processed')).filter((raw) => raw.includes('trial-'))).toEqual([]);
  });

  it('whose tag was taken off is told of', async () => {
    const fate: Fate = (raw, to) =>
      arrives('INBOX')(raw.replaceAll(to, 'reply@reply.ln.example'), 'reply@reply.ln.example');
    expect((await find(fate)).at(-1)).toMatch(
      /^hint .*标记没有了（收件人成了 reply@reply\.ln\.example）.*不改写收件人/,
    );
  });

  it('that the server does not take is broken, with its words', async () => {
    const fate: Fate = async () => {
      throw Object.assign(new Error('5.1.1 no such user here'), { responseCode: 550 });
    };
    expect(await find(fate)).toEqual([
      expect.stringMatching(/^broken .*550 5\.1\.1 no such user here → .*加号地址.*全收/),
    ]);
  });

  it('that is returned is broken, and the report is taken away', async () => {
    const fate: Fate = (raw, to) =>
      dovecot.deliver(
        [
          'Return-Path: <>',
          'From: MAILER-DAEMON@mx.ln.example',
          'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
          '',
          '--x',
          'Content-Type: message/delivery-status',
          '',
          'Reporting-MTA: dns; mx.ln.example',
          '',
          `Final-Recipient: rfc822; ${to}`,
          'Action: failed',
          'Status: 5.1.1',
          '',
          '--x',
          'Content-Type: text/rfc822-headers',
          '',
          /^Message-ID: .*$/im.exec(raw)?.[0] ?? '',
          '--x--',
          '',
        ].join('\r\n'),
      );
    expect((await find(fate)).at(-1)).toMatch(/^broken \d+ 秒后被退回：reply\+.* 送不到（5\.1\.1）/);
    expect(await dovecot.mailsIn('INBOX')).toEqual([]);
  });

  it('that is taken for junk is told of', async () => {
    expect((await find(arrives('Junk'))).at(-1)).toMatch(/^broken .*垃圾邮件文件夹“Junk”/);
    expect(await dovecot.mailsIn('Junk')).toEqual([]);
  });

  it('that never comes is given up', async () => {
    const found = await find(async () => undefined, { waitSeconds: 1 });
    expect(found.at(-1)).toMatch(/^broken 等了 1 秒没有到.*reply\.ln\.example 设全收/);
  });

  it('to somebody else is only sent', async () => {
    const sent: string[] = [];
    const found = await find(async (_, to) => void sent.push(to), { to: 'me@elsewhere.example' });
    expect(found).toEqual([
      expect.stringMatching(/^good .*寄往 me@elsewhere\.example/),
      expect.stringMatching(/^hint 请到 me@elsewhere\.example 的邮箱/),
    ]);
    expect(sent).toEqual(['me@elsewhere.example']);
  });

  it('is not sent where the mailbox cannot be looked into', async () => {
    const sent: string[] = [];
    const more = { IMAP_URL: dovecot.url('reply', 'wrong') };
    const found = await find(async (_, to) => void sent.push(to), {}, more);
    expect(found).toEqual([expect.stringMatching(/^broken 收信邮箱看不成.*用户或口令/)]);
    expect(sent).toEqual([]);
  });
});
