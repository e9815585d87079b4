import { afterEach, describe, expect, it } from '@jest/globals';
import { createConnection } from 'node:net';
import { createTransport, type Transporter } from 'nodemailer';
import { startIntakeListener, type ArrivedMail, type IntakeListener } from '../../mail/intake-listener.js';
import { readMail } from '../../mail/read/read-mail.js';

const now = (): Date => new Date('2026-04-20T02:00:00Z');
let listener: IntakeListener | undefined;

afterEach(async () => {
  await listener?.close();
});

async function listen(onMail: (mail: ArrivedMail) => Promise<void>, lmtp = false): Promise<Transporter> {
  listener = await startIntakeListener({ port: 0, host: '127.0.0.1', onMail, maxBytes: 10_000, now, lmtp });
  return createTransport({
    host: '127.0.0.1',
    port: listener.port,
    ignoreTLS: true,
    lmtp,
  });
}

const letter = { from: 'z@gxt.example.cn', to: 'reply+abc@zqb.example.cn', subject: '回复', text: '任务17：序时推进' };

describe('the intake listener', () => {
  it('acknowledges a mail after it is stored', async () => {
    const stored: ArrivedMail[] = [];
    const client = await listen(async (mail) => {
      await Promise.resolve();
      stored.push(mail);
    });
    await client.sendMail(letter);
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({
      envelope: { from: 'z@gxt.example.cn', to: ['reply+abc@zqb.example.cn'] },
      receivedAt: '2026-04-20T02:00:00.000Z',
    });
    expect((await readMail(stored[0]?.raw ?? Buffer.alloc(0))).text).toBe('任务17：序时推进');
  });

  it('asks to try again what could not be stored', async () => {
    const client = await listen(() => Promise.reject(new Error('disk full')));
    await expect(client.sendMail(letter)).rejects.toMatchObject({ responseCode: 451 });
  });

  it('refuses what is too large', async () => {
    const client = await listen(() => Promise.resolve());
    await expect(client.sendMail({ ...letter, text: 'x'.repeat(50_000) })).rejects.toMatchObject({ responseCode: 552 });
  });

  it('takes a null return path', async () => {
    const stored: ArrivedMail[] = [];
    const client = await listen((mail) => Promise.resolve(void stored.push(mail)));
    await client.sendMail({ ...letter, envelope: { from: '', to: 'bounce+abc@zqb.example.cn' } });
    expect(stored[0]?.envelope).toEqual({ from: '', to: ['bounce+abc@zqb.example.cn'] });
  });

  it('speaks LMTP', async () => {
    const stored: ArrivedMail[] = [];
    const client = await listen((mail) => Promise.resolve(void stored.push(mail)), true);
    await client.sendMail({ ...letter, to: ['a@zqb.example.cn', 'b@zqb.example.cn'] });
    expect(stored).toHaveLength(1);
    expect(stored[0]?.envelope.to).toEqual(['a@zqb.example.cn', 'b@zqb.example.cn']);
  });

  it('keeps nothing of a mail whose sender hangs up', async () => {
    const stored: ArrivedMail[] = [];
    await listen((mail) => Promise.resolve(void stored.push(mail)));
    await new Promise<void>((resolve) => {
      const socket = createConnection({ port: listener?.port ?? 0, host: '127.0.0.1' });
      socket.write('EHLO x\r\nMAIL FROM:<a@b.cn>\r\nRCPT TO:<c@d.cn>\r\nDATA\r\nSubject: half\r\n\r\nhal', () =>
        socket.end(),
      );
      socket.on('close', () => resolve());
      socket.resume();
    });
    await listener?.close();
    expect(stored).toHaveLength(0);
  });

  it('says which port is taken', async () => {
    await listen(() => Promise.resolve());
    const again = startIntakeListener({
      port: listener?.port ?? 0,
      onMail: () => Promise.resolve(),
      maxBytes: 10,
      now,
    });
    await expect(again).rejects.toThrow(/cannot listen on 127.0.0.1/);
  });
});
