import { simpleParser } from 'mailparser';
import { readMail } from '../../../mail/read/read-mail.js';
import { hashOf } from '../../../record/files.js';
import { mailId } from '../../../record/mails.js';
import { fillSheet, sheetOf } from '../../activities/fill-sheet.js';
import { replyTo, reportOn, type SentMail } from '../answer-by-mail.js';
import type { Passed } from '../relay.js';

/** In words, with the letter's own sheet filled in, or in words by somebody who is not registered. */
export type ReplyKind = 'plain' | 'sheet' | 'stranger';

export interface Reply {
  readonly kind: ReplyKind;
  /** Its id in the record, from its bytes. */
  readonly mail: string;
  readonly raw: Buffer;
  readonly messageId: string;
}

/** A reply to an opening as it lies in the office's mailbox. */
export async function replyWith(kind: ReplyKind, letter: Passed, task: number): Promise<Reply> {
  const { raw, envelope } = await written(kind, letter, task);
  const head = [`Return-Path: <${envelope.from}>`, `Delivered-To: ${envelope.to[0] ?? ''}`, ''].join('\r\n');
  const whole = Buffer.from(head + raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n'), 'latin1');
  const { messageId = '' } = await simpleParser(whole);
  return { kind, raw: whole, mail: mailId(hashOf(whole)), messageId };
}

async function written(kind: ReplyKind, letter: Passed, task: number): Promise<SentMail> {
  switch (kind) {
    case 'plain':
      return replyTo(letter, reportOn([task]));
    case 'stranger':
      return replyTo(letter, reportOn([task]), 'stranger@else.example');
    case 'sheet':
      return replyTo(letter, '调度表见附件，请查收。', letter.to[0], [
        { filename: '调度表（已填）.xlsx', content: await filledSheet(letter) },
      ]);
  }
}

/** The first task's first row. */
async function filledSheet({ raw }: Passed): Promise<Buffer> {
  const row = { figure: 40, rating: '序时推进', progress: '已开展抽查', filledBy: '张三', signedOffBy: '李四' };
  return fillSheet(sheetOf(await readMail(raw)), { 6: row });
}
