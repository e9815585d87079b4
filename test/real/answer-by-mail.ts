import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import { setTimeout as pause } from 'node:timers/promises';
import { simpleParser } from 'mailparser';
import type { Passed } from './relay.js';

export interface SentMail {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
}

interface Attached {
  readonly filename: string;
  readonly content: Buffer;
}

/** A liaison's reply to a letter, as its mail program sends it. */
export async function replyTo(
  letter: Passed,
  text: string,
  from = letter.to[0] ?? '',
  attachments: readonly Attached[] = [],
): Promise<SentMail> {
  const { subject = '', messageId = '', replyTo: back } = await simpleParser(letter.raw);
  const to = back?.value[0]?.address ?? '';
  const composer = new MailComposer({
    from,
    to,
    subject: `回复：${subject}`,
    text,
    inReplyTo: messageId,
    references: messageId,
    date: new Date(letter.at),
    messageId: `<${letter.at}.${text.length}.${from}>`,
    attachments: attachments.map((attached) => ({ ...attached })),
  });
  return { raw: await composer.compile().build(), envelope: { from, to: [to] } };
}

export function reportOn(tasks: readonly number[]): string {
  return tasks.map((task) => `任务${task}：状态：序时推进；进展：已完成第${task}项阶段工作。`).join('\n');
}

/** Once; resolves with when it was acknowledged, rejects when it was not. */
export async function send({ raw, envelope }: SentMail, intakePort: number): Promise<number> {
  const transport = createTransport({ host: '127.0.0.1', port: intakePort, ignoreTLS: true, socketTimeout: 20_000 });
  try {
    await transport.sendMail({ raw, envelope: { from: envelope.from, to: [...envelope.to] } });
    return Date.now();
  } finally {
    transport.close();
  }
}

/** As a mail server does: again and again until somebody acknowledges it, for a minute here. */
export async function sendUntilTaken(mail: SentMail, intakePort: number): Promise<number> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await send(mail, intakePort);
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(300);
    }
  }
}
