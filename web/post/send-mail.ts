import { z } from 'zod';
import type { PostOfficeCounter } from '../web-deps.js';
import type { WebContext } from '../web-env.js';
import { composeMail, replySubject, replyTo } from './compose-mail.js';
import type { ReadLetter } from './open-letter.js';
import type { Holder } from './post-counter.js';
import type { NewMail } from './write-page.js';

/** What was posted from a reply box or from 写新信. */
export interface PostedMail extends NewMail {
  readonly file: { readonly name: string; readonly media: string; readonly bytes: Buffer } | undefined;
}

export interface Clerk {
  readonly counter: PostOfficeCounter;
  readonly holder: Holder;
  readonly now: Date;
  readonly zone: string;
}

export async function postedMail(c: WebContext): Promise<PostedMail> {
  const body = await c.req.parseBody();
  const word = (name: string) => {
    const value = body[name];
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  return {
    to: word('to').trim(),
    subject: word('subject').trim(),
    text: word('text'),
    file: await attached(body['file']),
  };
}

/** The sentence to show where it was not sent, else null. */
export async function sendReply(clerk: Clerk, letter: ReadLetter, posted: PostedMail): Promise<string | null> {
  if (posted.text.trim() === '' && !posted.file) return '正文是空的，没有寄出；请写好回复（或选择附件）再寄。';
  await send(clerk, { ...posted, subject: replySubject(letter.subject) }, replyTo(letter), letter);
  return null;
}

export async function sendNew(clerk: Clerk, posted: PostedMail): Promise<string | null> {
  const to = posted.to.split(/[\s,，;；]+/).filter(Boolean);
  const wrong = to.find((address) => !z.email().safeParse(address).success);
  if (to.length === 0) return '没有填收件人，没有寄出；请填写地址，例如 zqb1@ln.example。';
  if (wrong) return `收件人“${wrong}”不是完整的邮件地址，没有寄出；请改成 name@ln.example 这样的地址。`;
  if (posted.text.trim() === '' && !posted.file) return '正文是空的，没有寄出；请写好正文（或选择附件）再寄。';
  await send(clerk, posted, to);
  return null;
}

async function send(clerk: Clerk, posted: PostedMail, to: readonly string[], answers?: ReadLetter): Promise<void> {
  const { address, unit, post } = clerk.holder;
  const { subject, text, file } = posted;
  const fromName = unit === post || post === address ? '' : `${unit}${post}`;
  const raw = await composeMail(
    { from: address, fromName, to, subject, text, file, answers, date: clerk.now },
    clerk.zone,
  );
  await clerk.counter.send(raw, { from: address, to });
}

async function attached(value: unknown): Promise<PostedMail['file']> {
  if (!(value instanceof File) || value.size === 0) return undefined;
  return {
    name: value.name,
    media: value.type || 'application/octet-stream',
    bytes: Buffer.from(await value.arrayBuffer()),
  };
}
