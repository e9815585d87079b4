import { describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import type { LetterModel } from '../../mail/compose/letter-model.js';
import { buildMime, type MimeParts } from '../../mail/compose/mime.js';
import { bounceAddress, letterMessageId, letterToken, readToken, replyAddress, subjectTag } from '../../mail/token.js';
import { parties, samples, zone } from './letter-samples.js';

const secret = 'a secret of the office';
const key = 'demo/gxt/2026-04-13T01:30:00.000Z/1';
const token = letterToken(key, secret);
const letterOf = (kind: string) => composeLetter(samples(parties.peer)[kind] as LetterModel, { zone });

const parts: MimeParts = {
  letter: letterOf('reminder'),
  from: { name: '省质量强省工作领导小组办公室', address: 'office@ln.example' },
  to: ['gxt.liaison@ln.example'],
  cc: ['gxt.deputy@ln.example'],
  messageId: letterMessageId(key, secret, 'ln.example'),
  references: ['<first@ln.example>'],
  replyTo: replyAddress(token, secret, 'reply.ln.example'),
  listId: 'demo.gxt.ln.example',
  subjectTag: subjectTag(token),
  date: '2026-04-22T01:30:00Z',
  envelopeFrom: bounceAddress(token, secret, 'reply.ln.example'),
};

describe('bytes of a letter', () => {
  it('are the same for the same input', async () => {
    const [once, again] = await Promise.all([buildMime(parts), buildMime(parts)]);
    expect(once.raw.equals(again.raw)).toBe(true);
  });

  it('carry the headers that intake and mail programs need', async () => {
    const { raw } = await buildMime(parts);
    const mail = await simpleParser(raw);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.messageId).toBe(parts.messageId);
    expect(mail.inReplyTo).toBe('<first@ln.example>');
    expect(mail.date?.toISOString()).toBe('2026-04-22T01:30:00.000Z');
    expect(mail.subject).toBe(`${parts.letter.subject}${subjectTag(token)}`);
    expect(readToken(mail.replyTo?.value[0]?.address ?? '', secret)).toBe(token);
    expect(raw.toString()).toMatch(/^List-ID: <demo\.gxt\.ln\.example>\r$/im);
  });

  it('name the office where its sender has a name of its own', async () => {
    const { raw } = await buildMime({ ...parts, from: { ...parts.from, address: '省质强办 <zqb@ln.example>' } });
    expect((await simpleParser(raw)).from?.value).toEqual([{ name: parts.from.name, address: 'zqb@ln.example' }]);
  });

  it('are seven-bit lines with CRLF, none longer than RFC 5322 allows', async () => {
    const text = (await buildMime(parts)).raw.toString('latin1');
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).toMatch(/^[\r\n\t -~]*$/);
    expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it('hold both parts as they were composed', async () => {
    const mail = await simpleParser((await buildMime(parts)).raw);
    expect(mail.text?.trim()).toBe(parts.letter.text.trim());
    expect(mail.html).toBe(parts.letter.html);
  });

  it('leave the round’s first letter without references', async () => {
    const { raw } = await buildMime({ ...parts, references: [parts.messageId] });
    expect(raw.toString()).not.toMatch(/^(References|In-Reply-To):/im);
  });

  it('go by VERP to everyone named, and silently to the archive', async () => {
    const { raw, envelope } = await buildMime({ ...parts, archive: 'archive@ln.example' });
    expect(readToken(envelope.from, secret)).toBe(token);
    expect(envelope.to).toEqual(['gxt.liaison@ln.example', 'gxt.deputy@ln.example', 'archive@ln.example']);
    expect(raw.toString()).not.toContain('archive@ln.example');
  });

  it('of a bulletin bring the page along', async () => {
    const mail = await simpleParser((await buildMime({ ...parts, letter: letterOf('bulletin') })).raw);
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['质量提升行动简报第2期.html']);
  });
});
