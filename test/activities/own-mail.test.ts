import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import type { Deps } from '../../activities/deps.js';
import { judgeArrived } from '../../activities/intake/judge-arrived.js';
import { claimLetters } from '../../activities/letters/claim-letters.js';
import { clearToEscalate } from '../../activities/letters/clear-to-escalate.js';
import { settleInterrupted } from '../../activities/letters/deliver-letter.js';
import { sendUnsent } from '../../activities/letters/send-unsent.js';
import { watchMailbox } from '../../activities/mailbox/watch-mailbox.js';
import { openArchive } from '../../mail/imap/archive.js';
import { isTrial } from '../../mail/trial/trial-letter.js';
import { openMailbox } from '../../mail/imap/mailbox.js';
import { createPace } from '../../mail/send/pace.js';
import { readLetter } from '../../record/letters.js';
import { noteLook } from '../../record/mailbox-looks.js';
import { readMail, unjudged } from '../../record/mails.js';
import { holds } from '../eventually.js';
import { type Dovecot, openDovecot } from '../mail/dovecot.js';
import { openIntakeOffice, round } from './open-intake-office.js';

let office: Awaited<ReturnType<typeof openIntakeOffice>>;
let dovecot: Dovecot;
let stop: (() => Promise<unknown>) | undefined;

beforeAll(async () => {
  [office, dovecot] = await Promise.all([openIntakeOffice(), openDovecot()]);
  for (const user of ['reply', 'archive']) dovecot.doveadm('mailbox', 'create', '-u', user, 'Archive');
});
afterAll(async () => {
  await dovecot.close();
  await office.close();
});
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

const mailboxAt = (url: string, maxBytes = 20_000) =>
  openMailbox({
    access: { url },
    inbox: 'INBOX',
    processed: 'Processed',
    held: 'Held',
    ownDomain: office.deps.office.domain,
    isTrial: (raw) => isTrial(raw, office.deps.office.secret),
    maxBytes,
    now: office.deps.now,
  });

/** The activity in an environment of its own, cancelled at the end of the test. */
function watch(url: string, deps: Partial<Deps> = {}) {
  const mailbox = mailboxAt(url);
  const all: Deps = { ...office.deps, mailbox, ...deps };
  const environment = new MockActivityEnvironment({ attempt: 1 });
  const ended = environment.run(() => watchMailbox(all, { account: mailbox.account }));
  ended.catch(() => undefined);
  stop = async () => {
    environment.cancel('CANCELLED');
    await ended.catch(() => undefined);
  };
  return { account: mailbox.account, ended };
}

const seen = (account: string) =>
  holds('a look', async () => {
    const looks = await office.deps.db.selectFrom('mailbox_look').select('account').execute();
    return looks.some((look) => look.account === account);
  });

describe('the office’s mailbox', () => {
  it('brings an answer to its task', async () => {
    const campaign = await office.campaign();
    const letter = await campaign.letterTo('p1');
    const from = campaign.liaison('p1');
    const raw = [
      `Return-Path: <${from}>`,
      `Delivered-To: ${campaign.replyTo(letter)}`,
      'Received: from p1.example',
      `From: <${from}>`,
      'To: <reply@elsewhere.example>',
      'Message-ID: <answer@p1.example>',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '自评：已完成',
      '',
    ].join('\r\n');
    await dovecot.deliver(raw, '2026-02-20T02:30:00Z');
    const { account } = watch(dovecot.url());
    await holds('an empty inbox', async () => (await dovecot.mailsIn('INBOX')).length === 0);
    await seen(account);
    const [mail = ''] = await unjudged(office.deps.db);
    expect(office.temporal.started.map(({ workflowId }) => workflowId)).toContain(`intake/${mail.slice(0, 16)}`);
    await judgeArrived(office.deps, { mail, at: office.deps.now().getTime() });
    expect(await readMail(office.deps.db, mail)).toMatchObject({
      receivedAt: '2026-02-20T02:30:00.000Z',
      envelopeFrom: from,
      party: 'p1',
      state: 'delivered',
    });
  });

  it('tells the coordinators of a mail that is too large, once', async () => {
    const campaign = await office.campaign();
    await dovecot.deliver(`Subject: large\r\n\r\n${'x'.repeat(30_000)}\r\n`);
    watch(dovecot.url());
    await holds('it moved', async () => (await dovecot.mailsIn('Held')).length === 1);
    const notes = (await campaign.notes()).filter(({ about }) => about.includes('oversized'));
    expect(notes).toHaveLength(1);
    expect(notes[0]?.text).toMatch(/过大的来信（1 MB）.*“Held”/);
  });

  it('with a wrong password is told once and left to its workflow', async () => {
    const campaign = await office.campaign();
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const { ended } = watch(dovecot.url('reply', 'hunter2'));
      await expect(ended).rejects.toMatchObject({ type: 'MailboxTrouble', nonRetryable: true });
    }
    const notes = (await campaign.notes()).filter(({ about }) => about.includes('password'));
    expect(notes).toHaveLength(1);
    expect(JSON.stringify(notes)).not.toContain('hunter2');
  });

  it('that another setting names is left alone', async () => {
    const environment = new MockActivityEnvironment();
    const watched = await environment.run(() => watchMailbox(office.deps, { account: 'old@ours.example' }));
    expect(watched).toMatchObject({ state: 'elsewhere' });
  });

  it('keeps a head from being written to until it was looked into', async () => {
    const { deps } = office;
    const campaign = await office.campaign();
    const mailbox = mailboxAt(dovecot.url('archive'));
    await deps.db.updateTable('mail').set({ state: 'noted' }).where('state', '=', 'received').execute();
    const at = Date.parse('2026-03-05T01:30:00Z');
    const calendar = { zone: 'Asia/Shanghai', holidays: deps.holidays } as Parameters<typeof clearToEscalate>[2];
    const ask = () =>
      clearToEscalate(deps.db, { campaign: campaign.id, task: 2, round, party: 'p1', at }, calendar, mailbox);
    const { account, inbox } = mailbox;
    const reason = '收信邮箱近来没有看到，尚不能确定有无来件';
    expect(await ask()).toBe(reason);
    await noteLook(deps.db, { account, mailbox: inbox, at: '2026-03-05T01:00:00.000Z' });
    expect(await ask()).toBe(reason);
    await noteLook(deps.db, { account, mailbox: inbox, at: '2026-03-05T01:29:30.000Z' });
    expect(await ask()).toBe('本期尚无一封送达联络员且未退信的函');
  });
});

describe('a letter interrupted while it was sent', () => {
  let hour = 3;
  /** p1 and p2 are written to; p2's letter is then as a crash leaves it once another process has taken it over. */
  const interrupted = async () => {
    const campaign = await office.campaign();
    const control = await campaign.letterTo('p1');
    const { id } = await campaign.letterTo('p2');
    await office.deps.db
      .updateTable('letter')
      .set({ state: 'sending', sending_by: office.deps.bootId })
      .where('id', '=', id)
      .execute();
    hour += 1;
    const later = `2026-02-20T${String(hour).padStart(2, '0')}:00:00.000Z`;
    await office.deps.db.updateTable('letter').set({ sent_at: later }).where('id', '=', control.id).execute();
    return { control, letter: await readLetter(office.deps.db, id) };
  };
  const file = ({ message_id }: { message_id: string }) =>
    dovecot.deliver(`Message-ID: ${message_id}\r\nSubject: copy\r\n\r\n\r\n`, '2026-02-20T03:00:00Z', 'Archive');
  const settle = async (
    letter: Awaited<ReturnType<typeof interrupted>>['letter'],
    url = dovecot.url(),
    box = 'Archive',
  ) => {
    const archive = openArchive({ url }, box, { arrivesWithinMs: 0 });
    return settleInterrupted({ ...office.deps, archive }, letter);
  };
  const times = ({ message_id }: { message_id: string }) =>
    office.sink.mails.filter(({ raw }) => raw.toString().includes(`Message-ID: ${message_id}`)).length;

  it('is sent where the archive has its copy', async () => {
    const { letter } = await interrupted();
    await file(letter);
    expect(await settle(letter)).toBe('sent');
    expect(times(letter)).toBe(1);
  });

  it('goes again where the archive has others and not it', async () => {
    const { control, letter } = await interrupted();
    await file(control);
    expect(await settle(letter)).toBe('sent');
    expect(times(letter)).toBe(2);
  });

  it('stays doubtful where the archive does not even have the last one', async () => {
    const { letter } = await interrupted();
    expect(await settle(letter)).toBe('doubtful');
    expect(times(letter)).toBe(1);
    expect((await readLetter(office.deps.db, letter.id)).failure).toContain('存档里连最近发出的函');
  });

  it.each([
    ['cannot be asked', () => dovecot.url('archive', 'hunter2'), 'Archive'],
    ['is not where the settings say', () => dovecot.url(), 'Elsewhere'],
  ])('stays doubtful where the archive %s', async (_, url, box) => {
    const { letter } = await interrupted();
    expect(await settle(letter, url(), box)).toBe('doubtful');
    expect(times(letter)).toBe(1);
    expect((await readLetter(office.deps.db, letter.id)).failure).toMatch(/存档邮箱/);
  });

  it('waits for a copy that is on its way', async () => {
    const { letter } = await interrupted();
    const archive = openArchive({ url: dovecot.url() }, 'Archive', { arrivesWithinMs: 30_000, lookMs: 50 });
    const settling = settleInterrupted({ ...office.deps, archive }, letter);
    await file(letter);
    expect(await settling).toBe('sent');
    expect(times(letter)).toBe(1);
  });
});

describe('letters at a slow relay’s pace', () => {
  it('are not begun before their turn', async () => {
    const campaign = await office.campaign();
    const { deps, sink } = office;
    await campaign.notice('reminder', 'p1', [2]);
    await campaign.notice('reminder', 'p2', [3]);
    const pace = createPace(1);
    const slow: Deps = { ...deps, postbox: { ...deps.postbox, turn: pace.turn } };
    for (const desk of ['p1', 'p2'])
      await claimLetters(deps, {
        campaign: campaign.id,
        desk,
        dueBy: '2026-02-28T00:00:00.000Z',
        at: deps.now().getTime(),
      });
    const before = sink.mails.length;
    const environment = new MockActivityEnvironment();
    const sending = environment.run(() => sendUnsent(slow, { campaign: campaign.id }));
    sending.catch(() => undefined);
    await holds('one letter', async () => sink.mails.length === before + 1);
    environment.cancel('TIMED_OUT');
    await expect(sending).rejects.toThrow('TIMED_OUT');
    const states = await deps.db.selectFrom('letter').select('state').where('campaign', '=', campaign.id).execute();
    expect(states.filter(({ state }) => state === 'sending')).toEqual([]);
    expect(states.filter(({ state }) => state === 'sent')).toHaveLength(1);
    expect(states.filter(({ state }) => state === 'ready').length).toBeGreaterThan(0);
  });
});
