import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../../config/error-code.js';
import { readEnvelopeFile } from '../../mail/post-office/envelope-file.js';
import type { LetterMeta } from '../../mail/post-office.js';
import { headerValues, readMail } from '../../mail/read/read-mail.js';
import { letterKind, type ReceivedKind } from './letter-kind.js';

/** A letter in a department's mailbox that wants something. */
export interface ArrivedLetter {
  readonly kind: ReceivedKind;
  readonly campaign: string;
  /** Code of the party it was written to. */
  readonly party: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly messageId: string;
  readonly references: readonly string[];
  readonly replyTo: string;
  readonly from: string;
  readonly fromName: string;
  readonly to: readonly string[];
  readonly envelopeFrom: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailboxes {
  /** Letters since the last call, oldest first; all of them at the first. */
  readonly next: () => Promise<readonly ArrivedLetter[]>;
}

/**
 * Follows the post office's own index as it grows: a line is written only once its letter is safe on disk. Letters
 * that arrived before `since` are passed over.
 */
export function watchMailboxes(folder: string, since: () => number): Mailboxes {
  let offset = 0;
  return {
    next: async () => {
      const grown = await readFrom(join(folder, 'index.jsonl'), offset);
      const whole = grown.subarray(0, grown.lastIndexOf('\n') + 1);
      offset += whole.length;
      const metas = whole.toString().split('\n').flatMap(parseLine);
      const wanted = metas.filter((meta) => Date.parse(meta.receivedAt) >= since() && letterKind(meta.subject));
      const letters: ArrivedLetter[] = [];
      for (const meta of wanted) letters.push(...(await open(folder, meta)));
      return letters;
    },
  };
}

async function readFrom(path: string, start: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(path, { start })) chunks.push(chunk as Buffer);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  return Buffer.concat(chunks);
}

/** Marks of read letters, and lines that a crash tore off, are no letters. */
function parseLine(line: string): readonly LetterMeta[] {
  if (!line.startsWith('{"id"')) return [];
  try {
    return [JSON.parse(line) as LetterMeta];
  } catch {
    return [];
  }
}

async function open(folder: string, meta: LetterMeta): Promise<readonly ArrivedLetter[]> {
  const { raw } = await readEnvelopeFile(join(folder, 'letters', `${meta.id}.eml`));
  const letter = await readArrived(raw, { ...meta, at: Date.parse(meta.receivedAt) });
  return letter === undefined ? [] : [letter];
}

/** The letter in these bytes, if it is one of an office's that wants something. */
export async function readArrived(
  raw: Buffer,
  { at, envelopeFrom, envelopeTo }: Pick<ArrivedLetter, 'at' | 'envelopeFrom'> & Pick<LetterMeta, 'envelopeTo'>,
): Promise<ArrivedLetter | undefined> {
  const mail = await readMail(raw);
  const kind = letterKind(mail.subject);
  const list = /^<?([^.>]+)\.([^.>]+)\./.exec(headerValues(mail, 'list-id')[0] ?? '');
  const replyTo = /[^\s<>,]+@[^\s<>,]+/.exec(headerValues(mail, 'reply-to')[0] ?? '')?.[0];
  if (kind === undefined || list === null || replyTo === undefined || mail.messageId === undefined) return undefined;
  return {
    kind,
    campaign: list[1] ?? '',
    party: list[2] ?? '',
    at,
    messageId: mail.messageId,
    references: mail.references,
    replyTo,
    from: mail.from ?? '',
    fromName: mail.fromName ?? '',
    to: envelopeTo,
    envelopeFrom,
    subject: mail.subject,
    text: mail.full,
  };
}
