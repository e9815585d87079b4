import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { classifyFailure, type MailError } from '../../mail/send/failure.js';
import { createPostbox, type Delivery, type Postbox } from '../../mail/send/postbox.js';

/** What a server does with each command; `null` drops the connection without a word, `silent` says nothing. */
type Reply = string | null;
interface Manners {
  readonly greeting?: Reply;
  readonly mail?: Reply;
  readonly rcpt?: (address: string) => Reply;
  readonly data?: Reply;
  /** Drops once this many bytes of the letter came. */
  readonly dropAfterBytes?: number;
  readonly afterDot?: Reply;
}

const open: { servers: Server[]; postboxes: Postbox[]; sockets: Socket[] } = {
  servers: [],
  postboxes: [],
  sockets: [],
};

afterEach(async () => {
  for (const postbox of open.postboxes.splice(0)) postbox.close();
  for (const socket of open.sockets.splice(0)) socket.destroy();
  await Promise.all(open.servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

const answerWith = (socket: Socket, reply: Reply): void => {
  if (reply === null) socket.destroy();
  else if (reply !== 'silent') socket.write(`${reply}\r\n`);
};

const command = (socket: Socket, line: string, manners: Manners): boolean => {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'EHLO') answerWith(socket, '250 rude.example');
  else if (verb === 'MAIL') answerWith(socket, manners.mail === undefined ? '250 ok' : manners.mail);
  else if (verb === 'RCPT')
    answerWith(socket, manners.rcpt?.(/<(.*)>/.exec(line)?.[1] ?? '') ?? (manners.rcpt ? null : '250 ok'));
  else if (verb === 'DATA') answerWith(socket, manners.data === undefined ? '354 go on' : manners.data);
  else answerWith(socket, '250 ok');
  return verb === 'DATA' && (manners.data === undefined || (manners.data ?? '').startsWith('354'));
};

/** A real SMTP server, a rude one: smtp-server would not break off where these do. */
const rudeServer = async (manners: Manners): Promise<number> => {
  const server = createServer((socket) => {
    open.sockets.push(socket);
    socket.on('error', () => undefined);
    let pending = '';
    let inData = false;
    let bytes = 0;
    answerWith(socket, manners.greeting === undefined ? '220 rude.example' : manners.greeting);
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      if (inData) {
        bytes += chunk.length;
        if (manners.dropAfterBytes !== undefined && bytes >= manners.dropAfterBytes) return void socket.destroy();
        if (!pending.endsWith('\r\n.\r\n')) return;
        pending = '';
        inData = false;
        return answerWith(socket, manners.afterDot === undefined ? '250 stored' : manners.afterDot);
      }
      for (let end = pending.indexOf('\r\n'); end >= 0 && !inData; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end);
        pending = pending.slice(end + 2);
        inData = command(socket, line, manners);
      }
    });
  });
  open.servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
};

const letter = (bytes: number): Buffer =>
  Buffer.from(
    `Subject: x\r\nMessage-ID: <a@b>\r\n\r\n${'0123456789'.repeat(7)}\r\n`.padEnd(bytes, `${'y'.repeat(70)}\r\n`),
  );

const send = async (
  port: number,
  { to = ['a@ln.example'], bytes = 400 }: { readonly to?: readonly string[]; readonly bytes?: number } = {},
): Promise<Delivery> => {
  const postbox = createPostbox({ host: '127.0.0.1', port, pool: 1, silenceMs: 300 });
  open.postboxes.push(postbox);
  return postbox.deliver({ raw: letter(bytes), envelope: { from: 'bounce+x@ln.example', to } });
};

const kindOfFailure = async (manners: Manners, bytes = 400): Promise<string> => {
  const failure = await send(await rudeServer(manners), { bytes }).then(
    () => 'delivered',
    (error: unknown) => classifyFailure(error).kind,
  );
  return failure;
};

describe('a mail failure', () => {
  it.each<[string, Manners, string]>([
    ['dropped at the greeting', { greeting: null }, 'transient'],
    ['silent at the greeting', { greeting: 'silent' }, 'transient'],
    ['554 at the greeting', { greeting: '554 no service here' }, 'transient'],
    ['421 at the greeting', { greeting: '421 too busy' }, 'transient'],
    ['451 at MAIL FROM', { mail: '451 later' }, 'transient'],
    ['530 at MAIL FROM: our settings', { mail: '530 authentication required' }, 'transient'],
    ['550 at MAIL FROM', { mail: '550 sender refused' }, 'refused'],
    ['dropped at RCPT TO', { rcpt: () => null }, 'transient'],
    ['silent at RCPT TO', { rcpt: () => 'silent' }, 'transient'],
    ['450 at RCPT TO: greylisted', { rcpt: () => '450 4.7.1 greylisted' }, 'transient'],
    ['550 at RCPT TO', { rcpt: () => '550 5.1.1 no such user' }, 'refused'],
    ['dropped at DATA', { data: null }, 'transient'],
    ['452 at DATA', { data: '452 no space' }, 'transient'],
    ['dropped after the final dot, before the reply', { afterDot: null }, 'uncertain'],
    ['silent after the final dot', { afterDot: 'silent' }, 'uncertain'],
    ['451 after the final dot: a reply decides', { afterDot: '451 not stored' }, 'transient'],
    ['421 after the final dot: a reply decides', { afterDot: '421 closing' }, 'transient'],
    ['554 after the final dot', { afterDot: '554 content refused' }, 'refused'],
  ])('%s', async (_, manners, kind) => {
    expect(await kindOfFailure(manners)).toBe(kind);
  });

  it('dropped in mid-DATA, with megabytes still to send, was certainly not accepted', async () => {
    expect(await kindOfFailure({ dropAfterBytes: 100_000 }, 40_000_000)).toBe('transient');
  });

  it('dropped in mid-DATA of a short letter is never taken for not sent', async () => {
    // The client had given all its bytes to the socket: from our side it looks like a lost reply.
    expect(await kindOfFailure({ dropAfterBytes: 10 })).toBe('uncertain');
  });

  it('nobody listening is transient', async () => {
    const port = await rudeServer({});
    await Promise.all(open.servers.splice(0).map((server) => new Promise((done) => server.close(done))));
    const failure = await send(port).then(
      () => 'delivered',
      (error: unknown) => classifyFailure(error),
    );
    expect(failure).toMatchObject({ kind: 'transient', reason: expect.stringContaining('拒绝连接') });
  });

  it('a name that does not resolve is transient', () => {
    const error: MailError = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'EDNS', command: 'CONN' });
    expect(classifyFailure(error).kind).toBe('transient');
  });

  it('a wrong password is our trouble, not the letter’s', () => {
    const error: MailError = Object.assign(new Error('Invalid login'), {
      code: 'EAUTH',
      command: 'AUTH LOGIN',
      responseCode: 535,
    });
    expect(classifyFailure(error).kind).toBe('transient');
  });

  it('an address that the client itself finds malformed is refused', async () => {
    const failure = await send(await rudeServer({}), { to: ['a\r\n@ln.example'] }).then(
      () => 'delivered',
      (error: unknown) => classifyFailure(error).kind,
    );
    expect(failure).not.toBe('uncertain');
  });

  it('names the server’s reply', async () => {
    await expect(send(await rudeServer({ rcpt: () => '550 5.1.1 no such user' }))).rejects.toThrow(
      /5\.1\.1 no such user/,
    );
  });
});

describe('a delivery', () => {
  it('tells who was refused while others accepted', async () => {
    const port = await rudeServer({
      rcpt: (address) =>
        ({ gone: '550 5.1.1 no such user', grey: '450 4.7.1 later' })[address.split('@')[0] ?? ''] ?? '250 ok',
    });
    const { accepted, refused, response } = await send(port, {
      to: ['a@x.example', 'gone@x.example', 'grey@x.example'],
    });
    expect(accepted).toEqual(['a@x.example']);
    expect(refused).toEqual([
      { address: 'gone@x.example', kind: 'refused', reason: '550 5.1.1 no such user' },
      { address: 'grey@x.example', kind: 'transient', reason: '450 4.7.1 later' },
    ]);
    expect(response).toBe('250 stored');
  });

  it('on a connection that died idle goes out over another', async () => {
    const port = await rudeServer({});
    const postbox = createPostbox({ host: '127.0.0.1', port, pool: 1 });
    open.postboxes.push(postbox);
    const parcel = { raw: letter(400), envelope: { from: 'o@ln.example', to: ['a@ln.example'] } };
    await postbox.deliver(parcel);
    for (const socket of open.sockets.splice(0)) socket.destroy();
    expect((await postbox.deliver(parcel)).accepted).toEqual(['a@ln.example']);
  });

  it('of the same bytes twice at once is two deliveries', async () => {
    const port = await rudeServer({});
    const postbox = createPostbox({ host: '127.0.0.1', port, pool: 4 });
    open.postboxes.push(postbox);
    const parcel = { raw: letter(400), envelope: { from: '', to: ['a@ln.example'] } };
    const deliveries = await Promise.all([postbox.deliver(parcel), postbox.deliver(parcel)]);
    expect(deliveries.map(({ response }) => response)).toEqual(['250 stored', '250 stored']);
  });
});
