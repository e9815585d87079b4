import { appendFileSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { openPostOffice, type LetterMeta, type PostOffice } from '../../mail/post-office.js';
import { openSmtpDoor, type SmtpDoor } from '../../mail/post-office/smtp-door.js';
import { createPostbox, type Envelope } from '../../mail/send/postbox.js';
import { leastTime } from '../processor-time.js';

interface Arrived extends Envelope {
  readonly raw: Buffer;
}

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'post-office-'));
  closing.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
};

const once = (close: () => Promise<void>): (() => Promise<void>) => {
  let closed: Promise<void> | undefined;
  const closeOnce = (): Promise<void> => (closed ??= close());
  closing.push(closeOnce);
  return closeOnce;
};

/** A stand-in for the intake: a real SMTP server that keeps what it got, and that can be told to refuse. */
const intake = async (
  port = 0,
  refuse: (arrived: Arrived) => string | undefined = () => undefined,
): Promise<{
  door: SmtpDoor;
  mails: Arrived[];
  next: (count: number) => Promise<readonly Arrived[]>;
  close: () => Promise<void>;
}> => {
  const mails: Arrived[] = [];
  const waiters: { count: number; done: (mails: readonly Arrived[]) => void }[] = [];
  const door = await openSmtpDoor('127.0.0.1', port, async (raw, envelope) => {
    const arrived = { raw, ...envelope };
    const refusal = refuse(arrived);
    if (refusal) throw Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) });
    mails.push(arrived);
    for (const waiter of waiters) if (mails.length >= waiter.count) waiter.done(mails);
  });
  const next = (count: number): Promise<readonly Arrived[]> =>
    mails.length >= count ? Promise.resolve(mails) : new Promise((done) => waiters.push({ count, done }));
  return { door, mails, next, close: once(door.close) };
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
};

const office = async (
  path: string,
  intakePort: number,
  bouncing: readonly string[] = [],
): Promise<PostOffice & { close: () => Promise<void> }> => {
  const opened = await openPostOffice({
    folder: path,
    host: '127.0.0.1',
    port: 0,
    ownDomain: 'reply.ln.example',
    intake: { host: '127.0.0.1', port: intakePort },
    bouncing: new Set(bouncing),
    now: () => new Date('2026-04-13T01:30:00Z'),
  });
  return { ...opened, close: once(opened.close) };
};

const mail = (subject: string, messageId = `<${subject}@ln.example>`): Buffer =>
  Buffer.from(
    [
      'From: =?UTF-8?B?55yB6LSo5by65Yqe?= <office@ln.example>',
      'To: liaison@ln.example',
      `Subject: =?UTF-8?B?${Buffer.from(subject).toString('base64')}?=`,
      `Message-ID: ${messageId}`,
      'In-Reply-To: <first@ln.example>',
      'Date: Mon, 13 Apr 2026 01:30:00 +0000',
      '',
      '正文',
      '.点开头的行',
      '',
    ].join('\r\n'),
  );

const post = async ({ port }: PostOffice, raw: Buffer, envelope: Envelope): Promise<void> => {
  const postbox = createPostbox({ host: '127.0.0.1', port, pool: 1 });
  closing.push(postbox.close);
  await postbox.deliver({ raw, envelope });
};

const bounceSender = 'bounce+abc@reply.ln.example';

describe('mailboxes', () => {
  it('a letter lies with everyone it was addressed to, with the very bytes', async () => {
    const office1 = await office(folder(), 1);
    const raw = mail('调度通知');
    await post(office1, raw, { from: bounceSender, to: ['Liaison@ln.example', 'deputy@ln.example'] });
    expect(office1.mailboxes()).toEqual([
      { address: 'deputy@ln.example', count: 1, unread: 1, newestAt: '2026-04-13T01:30:00.000Z' },
      { address: 'liaison@ln.example', count: 1, unread: 1, newestAt: '2026-04-13T01:30:00.000Z' },
    ]);
    const [letter] = office1.letters('liaison@ln.example').letters;
    expect(letter).toMatchObject({
      subject: '调度通知',
      from: '省质强办 <office@ln.example>',
      messageId: '<调度通知@ln.example>',
      inReplyTo: '<first@ln.example>',
      unread: true,
    });
    expect((await office1.read(letter?.id ?? ''))?.raw.equals(raw)).toBe(true);
  });

  it('a letter is read for one mailbox and stays unread in the other', async () => {
    const office1 = await office(folder(), 1);
    await office1.send(mail('a'), { from: bounceSender, to: ['a@ln.example', 'b@ln.example'] });
    const id = office1.letters('a@ln.example').letters[0]?.id ?? '';
    await office1.read(id, 'A@ln.example');
    expect(office1.mailboxes().map(({ unread }) => unread)).toEqual([0, 1]);
  });

  it('pages run from the newest to the oldest', async () => {
    const office1 = await office(folder(), 1);
    for (const subject of ['1', '2', '3', '4', '5']) {
      await office1.send(mail(subject), { from: bounceSender, to: ['a@ln.example'] });
    }
    const page = (offset: number) => office1.letters('a@ln.example', { offset, limit: 2 });
    expect(page(0)).toMatchObject({ total: 5, letters: [{ subject: '5' }, { subject: '4' }] });
    expect(page(4).letters.map(({ subject }) => subject)).toEqual(['1']);
    expect(page(9).letters).toEqual([]);
  });

  it('whoever waits for letters is called for each', async () => {
    const office1 = await office(folder(), 1);
    const seen: string[] = [];
    const two = new Promise<void>((done) => {
      office1.onLetter(({ subject }: LetterMeta) => {
        seen.push(subject);
        if (seen.length === 2) done();
      });
    });
    await post(office1, mail('a'), { from: bounceSender, to: ['a@ln.example'] });
    await post(office1, mail('b'), { from: bounceSender, to: ['b@ln.example'] });
    await two;
    expect(seen).toEqual(['a', 'b']);
  });

  it('a doubtful letter is looked up by its Message-ID', async () => {
    const office1 = await office(folder(), 1, ['gone@ln.example']);
    await office1.send(mail('a', '<x1@ln.example>'), { from: bounceSender, to: ['gone@ln.example'] });
    expect(office1.findByMessageId('<x1@ln.example>')).toMatchObject({ subject: 'a' });
    expect(office1.findByMessageId('<x2@ln.example>')).toBeUndefined();
  });
});

const indexLine = (i: number): string => {
  const id = String(i).padStart(8, '0');
  const to = [`party${i % 70}@ln.example`];
  return JSON.stringify({
    id,
    receivedAt: '2026-04-13T01:30:00.000Z',
    envelopeFrom: 's@x',
    envelopeTo: to,
    bytes: 9,
    subject: `第${i}封`,
    from: 'o@x',
    to: 'a@x',
    messageId: `<${i}@x>`,
    inReplyTo: '',
    date: '',
  });
};

describe('a restart', () => {
  it('finds letters and what was read', async () => {
    const path = folder();
    const before = await office(path, 1);
    await before.send(mail('a'), { from: bounceSender, to: ['a@ln.example'] });
    await before.send(mail('b'), { from: bounceSender, to: ['a@ln.example'] });
    await before.read(before.letters('a@ln.example').letters[0]?.id ?? '', 'a@ln.example');
    await before.close();
    const after = await office(path, 1);
    expect(after.mailboxes()).toMatchObject([{ address: 'a@ln.example', count: 2, unread: 1 }]);
    await after.send(mail('c'), { from: bounceSender, to: ['a@ln.example'] });
    expect(after.letters('a@ln.example').letters.map(({ subject }) => subject)).toEqual(['c', 'b', 'a']);
  });

  it.each<[string, (path: string) => void]>([
    ['lost', (path) => rmSync(path)],
    ['torn in its last line', (path) => truncateSync(path, 80)],
    ['written over with rubbish', (path) => writeFileSync(path, '\0\0{"id":')],
  ])('with the index %s reads the letters themselves', async (_, harm) => {
    const path = folder();
    const before = await office(path, 1);
    for (const subject of ['a', 'b', 'c']) await before.send(mail(subject), { from: 's@x', to: ['a@ln.example'] });
    await before.close();
    harm(join(path, 'index.jsonl'));
    appendFileSync(join(path, 'letters', '00000009.eml.tmp'), 'half a lett');
    const after = await office(path, 1);
    expect(after.letters('a@ln.example').letters.map(({ subject }) => subject)).toEqual(['c', 'b', 'a']);
    expect(readdirSync(join(path, 'letters')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    await after.close();
    expect((await office(path, 1)).letters('a@ln.example').total).toBe(3);
  });

  it('with 10,000 letters takes less than a second, and 30,000 are listed at once', async () => {
    const path = folder();
    await mkdir(join(path, 'letters'), { recursive: true });
    const fill = (from: number, until: number): void => {
      const numbers = Array.from({ length: until - from }, (_, i) => from + i);
      for (const i of numbers) writeFileSync(join(path, 'letters', `${String(i).padStart(8, '0')}.eml`), '');
      appendFileSync(join(path, 'index.jsonl'), numbers.map((i) => `${indexLine(i)}\n`).join(''));
    };
    fill(1, 10_001);
    const opened = await leastTime(1_000, async () => (await office(path, 1)).close());
    expect(opened).toBeLessThan(1_000);
    fill(10_001, 30_001);
    const full = await office(path, 1);
    const listed = await leastTime(100, () => {
      expect(full.mailboxes()).toHaveLength(70);
      expect(full.letters('party3@ln.example', { offset: 0, limit: 50 }).letters).toHaveLength(50);
    });
    expect(listed).toBeLessThan(100);
  });
});

describe('mail to our own domain', () => {
  const reply: Envelope = { from: 'liaison@ln.example', to: ['reply+abc@reply.ln.example'] };

  it('is carried to the intake with the very bytes, and lies in no mailbox', async () => {
    const { door, next } = await intake();
    const office1 = await office(folder(), door.port);
    const raw = mail('回复');
    await post(office1, raw, reply);
    expect(await next(1)).toEqual([{ raw, ...reply }]);
    expect(office1.mailboxes()).toEqual([]);
  });

  it('waits for an intake that is down, over a restart of the post office', async () => {
    const path = folder();
    const port = await freePort();
    const before = await office(path, port);
    for (const subject of ['a', 'b', 'c']) await before.send(mail(subject), reply);
    expect(before.waiting()).toBe(3);
    await before.close();
    const after = await office(path, port);
    expect(after.waiting()).toBe(3);
    const { next } = await intake(port);
    expect((await next(3)).map(({ raw }) => raw.toString('latin1')).toSorted()).toEqual(
      ['a', 'b', 'c'].map((subject) => mail(subject).toString('latin1')).toSorted(),
    );
  });

  it('is offered again while the intake says later', async () => {
    let refusals = 2;
    const { door, next, mails } = await intake(0, () => (refusals-- > 0 ? '451 4.3.0 later' : undefined));
    const office1 = await office(folder(), door.port);
    await office1.send(mail('a'), reply);
    await next(1);
    expect(mails).toHaveLength(1);
  });

  it('that the intake refuses for good is set aside, not offered for ever', async () => {
    const path = folder();
    const { door, next } = await intake(0, ({ raw }) => (raw.includes('<no@x>') ? '554 5.6.0 never' : undefined));
    const office1 = await office(path, door.port);
    await office1.send(mail('a', '<no@x>'), reply);
    await office1.send(mail('b', '<yes@x>'), reply);
    await next(1);
    await office1.close();
    expect(readdirSync(join(path, 'to-intake'))).toEqual(['00000001.eml.refused']);
  });
});

describe('a bouncing address', () => {
  it('gets no mailbox; a report goes back to the envelope sender with the null sender', async () => {
    const { door, next } = await intake();
    const office1 = await office(folder(), door.port, ['gone@ln.example']);
    await post(office1, mail('催报', '<m1@ln.example>'), {
      from: bounceSender,
      to: ['gone@ln.example', 'b@ln.example'],
    });
    const [report] = await next(1);
    expect(report).toMatchObject({ from: '', to: [bounceSender] });
    const parsed = await simpleParser(report?.raw ?? '');
    expect(parsed.headers.get('content-type')).toMatchObject({
      value: 'multipart/report',
      params: { 'report-type': 'delivery-status' },
    });
    const text = report?.raw.toString('latin1') ?? '';
    expect(text).toMatch(/^Final-Recipient: rfc822; gone@ln\.example\r$/m);
    expect(text).toMatch(/^Action: failed\r$/m);
    expect(text).toMatch(/^Status: 5\.1\.1\r$/m);
    expect(text).toContain('Message-ID: <m1@ln.example>');
    expect(office1.mailboxes().map(({ address }) => address)).toEqual(['b@ln.example']);
  });

  it('a report to it is not reported', async () => {
    const { door } = await intake();
    const office1 = await office(folder(), door.port, ['gone@ln.example']);
    await office1.send(mail('a'), { from: '', to: ['gone@ln.example'] });
    expect(office1.waiting()).toBe(0);
  });

  it('a person who writes to it finds the report in the own mailbox', async () => {
    const office1 = await office(folder(), 1, ['gone@ln.example']);
    await office1.send(mail('a'), { from: 'b@ln.example', to: ['gone@ln.example'] });
    expect(office1.letters('b@ln.example').letters.map(({ subject }) => subject)).toEqual([
      'Undelivered Mail Returned to Sender',
    ]);
  });
});
