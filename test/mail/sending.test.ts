import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { classifyFailure } from '../../mail/send/failure.js';
import { createPace } from '../../mail/send/pace.js';
import { createPostbox, type Postbox, type PostboxSettings } from '../../mail/send/postbox.js';
import { type Certificates, makeCertificates } from './certificates.js';

let certificates: Certificates;
const open: { close: () => unknown }[] = [];

beforeAll(() => {
  certificates = makeCertificates();
});
afterAll(() => certificates.close());
afterEach(async () => {
  for (const part of open.splice(0).toReversed()) await part.close();
});

interface Relay {
  readonly port: number;
  readonly mails: { readonly raw: Buffer; readonly at: number; readonly secure: boolean }[];
  readonly logins: string[];
}

/** A real relay that lets `zqb@ln.example` in. */
async function relay(options: SMTPServerOptions = {}): Promise<Relay> {
  const mails: Relay['mails'] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    onAuth: ({ username = '', password = '' }, _session, done) => {
      logins.push(username);
      if (username === 'zqb@ln.example' && password === 'p@ss%:字') done(null, { user: username });
      else done(Object.assign(new Error('5.7.8 no such user'), { responseCode: 535 }));
    },
    onData: (stream, { secure }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({ raw: Buffer.concat(chunks), at: performance.now(), secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.server.address() as { port: number }).port));
  });
  open.push({ close: () => new Promise<void>((done) => server.close(() => done())) });
  return { port, mails, logins };
}

function postboxFor(url: string, settings: Partial<PostboxSettings> = {}): Postbox {
  const postbox = createPostbox({ ...settings, url });
  open.push(postbox);
  return postbox;
}

const urlOf = (scheme: string, port: number, password = 'p@ss%:字') =>
  `${scheme}://${encodeURIComponent('zqb@ln.example')}:${encodeURIComponent(password)}@localhost:${port}`;
const letter = (subject = 'x') =>
  Buffer.from(
    `From: <zqb@ln.example>\r\nTo: <a@b.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@ln.example>\r\n\r\n正文  两格 \r\n.点\r\n\r\n\r\n`,
  );
const envelope = { from: 'bounce+x@ln.example', to: ['a@b.example'] };
const failureOf = (sending: Promise<unknown>) =>
  sending.then(
    () => undefined,
    (error: unknown) => classifyFailure(error),
  );

describe('a relay with TLS and a password', () => {
  const tls = () => ({ key: certificates.valid.key, cert: certificates.valid.cert });

  it('is spoken to under TLS from the first byte, or from STARTTLS', async () => {
    for (const [scheme, secure] of [
      ['smtps', true],
      ['smtp', false],
    ] as const) {
      const { port, mails, logins } = await relay({ ...tls(), secure });
      await postboxFor(urlOf(scheme, port), { ca: [certificates.ca] }).deliver({ raw: letter(), envelope });
      expect(mails).toMatchObject([{ raw: letter(), secure: true }]);
      expect(logins).toEqual(['zqb@ln.example']);
    }
  });

  it('whose certificate is expired or unknown keeps the letter here', async () => {
    const { expired } = certificates;
    const old = await relay({ key: expired.key, cert: expired.cert, secure: true });
    const unknown = await relay({ ...tls() });
    const [one, other] = await Promise.all([
      failureOf(postboxFor(urlOf('smtps', old.port), { ca: [certificates.ca] }).deliver({ raw: letter(), envelope })),
      failureOf(postboxFor(urlOf('smtp', unknown.port)).deliver({ raw: letter(), envelope })),
    ]);
    expect(one).toMatchObject({ kind: 'transient', trouble: { kind: 'certificate' } });
    expect(one?.reason).toBe('发信服务器（SMTP_URL）的证书已过期：请其管理员换发证书；弄好后自动恢复。');
    expect(other).toMatchObject({ kind: 'transient', trouble: { kind: 'certificate' } });
    expect(other?.reason).toContain('MAIL_CA_FILE');
    expect([...old.logins, ...unknown.logins]).toEqual([]);
  });

  it('is asked once a minute whether it takes a wrong password', async () => {
    const { port, mails, logins } = await relay({ ...tls(), secure: true });
    const postbox = postboxFor(urlOf('smtps', port, 'hunter2'), { ca: [certificates.ca] });
    const letters = Array.from({ length: 12 }, () => failureOf(postbox.deliver({ raw: letter(), envelope })));
    for (const failure of [
      ...(await Promise.all(letters)),
      await failureOf(postbox.deliver({ raw: letter(), envelope })),
    ]) {
      expect(failure).toMatchObject({ kind: 'transient', trouble: { kind: 'password' } });
      expect(failure?.reason).toMatch(/不接受 SMTP_URL 中的用户或口令/);
      expect(failure?.reason).not.toContain('hunter2');
    }
    expect(logins).toHaveLength(1);
    expect(mails).toEqual([]);
  });

  it.each([
    ['452 4.2.2 mailbox full', 452, 'transient'],
    ['552 5.2.2 over quota', 552, 'refused'],
  ] as const)('that says %s speaks of a full mailbox', async (reply, responseCode, kind) => {
    const { port } = await relay({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error(reply.slice(4)), { responseCode })),
    });
    const failure = await failureOf(postboxFor(`smtp://localhost:${port}`).deliver({ raw: letter(), envelope }));
    expect(failure).toMatchObject({ kind, isFull: true, reason: expect.stringContaining('对方邮箱已满') });
  });
});

describe('a signed letter', () => {
  it('verifies by its key', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const { port, mails } = await relay({ disabledCommands: ['AUTH', 'STARTTLS'] });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const dkim = { domain: 'ln.example', selector: 's2026', privateKey: pem };
    await postboxFor(`smtp://localhost:${port}`, { dkim }).deliver({ raw: letter(), envelope });
    const [mail] = mails;
    expect(verifies(mail?.raw ?? Buffer.of(), publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBe(true);
    expect(mail?.raw.toString().endsWith(letter().toString())).toBe(true);
  });

  it('that nobody confirms after its final dot is uncertain', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { port } = await relay({
      disabledCommands: ['AUTH', 'STARTTLS'],
      // Reads to the final dot and never answers.
      onData: (stream) => void stream.resume(),
    });
    const dkim = { domain: 'ln.example', selector: 's2026', privateKey: pem };
    const postbox = postboxFor(`smtp://localhost:${port}`, { dkim, silenceMs: 500 });
    expect(await failureOf(postbox.deliver({ raw: letter(), envelope }))).toMatchObject({ kind: 'uncertain' });
  });
});

/** RFC 6376 3.4 to 3.7, relaxed/relaxed, by hand. */
function verifies(raw: Buffer, publicKey: string): boolean {
  const text = raw.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const fields = text.slice(0, end).split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field)) ?? '';
  const tags = new Map(
    signature
      .slice(signature.indexOf(':') + 1)
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).replaceAll(/\s/g, '')]),
  );
  const lines = text.slice(end + 4).split('\r\n');
  const relaxed = lines.map((line) => line.replaceAll(/[ \t]+/g, ' ').replace(/ $/, '')).join('\r\n');
  const body = `${relaxed.replace(/(\r\n)*$/, '')}\r\n`;
  if (createHash('sha256').update(body, 'latin1').digest('base64') !== tags.get('bh')) return false;
  const field = (name: string) => fields.find((line) => line.toLowerCase().startsWith(`${name}:`)) ?? '';
  const canonical = (line: string) => {
    const colon = line.indexOf(':');
    const value = line
      .slice(colon + 1)
      .replaceAll('\r\n', '')
      .replaceAll(/[ \t]+/g, ' ')
      .trim();
    return `${line.slice(0, colon).trim().toLowerCase()}:${value}`;
  };
  const names = (tags.get('h') ?? '').toLowerCase().split(':');
  const unsigned = signature.replace(/([;\s]b=)[^;]*/, '$1');
  const signed = [...names.map(field).filter(Boolean).map(canonical), canonical(unsigned)].join('\r\n');
  return createVerify('RSA-SHA256')
    .update(signed, 'latin1')
    .verify(publicKey, tags.get('b') ?? '', 'base64');
}

describe('a relay that allows so many a minute', () => {
  it('gets no more in any such span, whoever sends', async () => {
    const { port, mails } = await relay({ disabledCommands: ['AUTH', 'STARTTLS'] });
    const pace = createPace(5, 400);
    const postbox = postboxFor(`smtp://localhost:${port}`);
    await Promise.all(
      Array.from({ length: 17 }, async (_, number) => {
        const turn = await pace.turn();
        await postbox.deliver({ raw: letter(`n${number}`), envelope, turn });
      }),
    );
    const at = mails.map((mail) => mail.at).toSorted((one, other) => one - other);
    expect(at).toHaveLength(17);
    expect(at.filter((instant, index) => instant - (at[index - 5] ?? Number.NEGATIVE_INFINITY) < 400)).toEqual([]);
    // Three spans must pass between the first and the seventeenth, and no more than the machine needs.
    expect((at.at(-1) ?? 0) - (at[0] ?? 0)).toBeGreaterThanOrEqual(1_200);
  });

  it('lets who gives up out of the queue', async () => {
    const pace = createPace(1, 60_000);
    const first = await pace.turn();
    const impatient = new AbortController();
    const second = pace.turn(impatient.signal);
    const third = pace.turn();
    impatient.abort(new Error('no longer wanted'));
    await expect(second).rejects.toThrow('no longer wanted');
    first.giveBack();
    expect(await third).toBeDefined();
  });

  it('holds the postbox itself to its pace', async () => {
    const { port, mails } = await relay({ disabledCommands: ['AUTH', 'STARTTLS'] });
    const postbox = postboxFor(`smtp://localhost:${port}`, { perMinute: 2 });
    await postbox.deliver({ raw: letter('one'), envelope });
    await postbox.deliver({ raw: letter('two'), envelope });
    const late = new AbortController();
    const third = postbox.turn?.(late.signal);
    late.abort(new Error('a minute has not passed'));
    await expect(third).rejects.toThrow('a minute has not passed');
    expect(mails).toHaveLength(2);
  });
});
