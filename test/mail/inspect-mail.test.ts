import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import * as fc from 'fast-check';
import { admitFile } from '../../mail/inspect/admit-file.js';
import { inspectMail } from '../../mail/inspect/inspect-mail.js';
import { plainHeaders, rawMail } from './raw-mail.js';
import { atBest } from '../processor-time.js';

const inspect = (raw: Buffer) => inspectMail('one.eml', raw, { admit: admitFile });
const from = 'From: z@gxt.example.cn';
const fields = ['file', 'kind', 'from', 'subject', 'text', 'full', 'charsetDoubtful', 'attachments', 'bounce', 'reference', 'reasons']; // prettier-ignore

describe('a mail in a file', () => {
  it('is told in exactly the promised fields', async () => {
    const seen = await inspect(
      rawMail(plainHeaders, '任务17：序时推进。\n\n在 2026-04-13 09:30:00，"质强办" <zqb@example.cn> 写道：\n> 请报'),
    );
    expect(Object.keys(seen)).toEqual(fields);
    expect(seen).toMatchObject({
      file: 'one.eml', kind: 'answer', from: 'zhangsan@gxt.example.cn', subject: '回复', text: '任务17：序时推进。',
      charsetDoubtful: false, attachments: [], bounce: null, reference: 'abcdefghijkl2345abcdefghijkl', reasons: ['有正文'],
    }); // prettier-ignore
    expect(seen.full).toContain('> 请报');
  });

  it('refers to nothing where nothing is named', async () => {
    expect(await inspect(rawMail([from, 'Subject: x'], '你好'))).toMatchObject({ reference: null, bounce: null });
  });

  it('names the returned letter of a bounce', async () => {
    const seen = await inspect(
      rawMail(
        ['Return-Path: <>', 'From: MAILER-DAEMON@mx.example.cn', 'Subject: failure notice'],
        'Hi. This is the qmail-send program at mx.example.cn.\n\n<gone@gxt.example.cn>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nMessage-ID: <letter@zqb.example.cn>',
      ),
    );
    expect(seen).toMatchObject({
      kind: 'bounce',
      bounce: { recipients: ['gone@gxt.example.cn'], status: '5.1.1', permanent: true },
      reference: '<letter@zqb.example.cn>',
    });
    expect(Object.keys(seen.bounce ?? {})).toEqual(['recipients', 'status', 'permanent']);
  });

  const broken: readonly [what: string, raw: Buffer, text: string][] = [
    ['without a boundary', rawMail([from, 'Content-Type: multipart/mixed'], '任务17：已完成'), '任务17：已完成'],
    ['with another boundary', rawMail([from, 'Content-Type: multipart/mixed; boundary=a'], '--b\nContent-Type: text/plain\n\n任务17：已完成\n--b--'), '任务17：已完成'],
    ['all in UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), rawMail([from], '任务17：已完成', 'utf-16le')]), '任务17：已完成'],
    ['a body in UTF-16 that says so only by its mark', Buffer.concat([rawMail([from], ''), Buffer.from([0xff, 0xfe]), iconv.encode('任务17：已完成', 'utf-16le')]), '任务17：已完成'],
    ['in HZ', rawMail([from, 'Content-Type: text/plain; charset=hz-gb-2312'], '~{HNNqRQMj3I~}'), '任务已完成'],
    ['in UTF-7', rawMail([from, 'Content-Type: text/plain; charset=utf-7'], '+TvtSoQ-17'), '任务17'],
    ['in ISO-2022-JP', rawMail([from, 'Content-Type: text/plain; charset=iso-2022-jp'], '\u001b$BF|K\\8l\u001b(B'), '日本語'],
    ['with bare carriage returns', Buffer.from(`${from}\r\r完成\r两家`), '完成\n两家'],
    ['from a mailbox file', rawMail(['From z@x Mon Nov  2 10:00:00 2026', from], '完成'), '完成'],
  ]; // prettier-ignore
  it.each(broken)('%s is read', async (_what, raw, text) => {
    expect(await inspect(raw)).toMatchObject({ from: 'z@gxt.example.cn', text });
  });

  const head = `${from}\r\nSubject: x\r\n`;
  const huge: readonly [what: string, raw: string][] = [
    ['a body of 20 MB', `${head}\r\n${'任务 wrote: > a\r\n'.repeat(1_000_000)}`],
    ['a line of 20 MB', `${head}\r\n${'a'.repeat(20_000_000)}`],
    ['50,000 parts', `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\nhi\r\n'.repeat(50_000)}--b--`],
    ['20,000 levels', head + Array.from({ length: 20_000 }, (_, level) => `Content-Type: multipart/mixed; boundary=b${level}\r\n\r\n--b${level}\r\n`).join('')],
    ['broken base64', `${head}Content-Transfer-Encoding: base64\r\n\r\n${'=\n\n!AA'.repeat(500_000)}`],
    ['broken quoted-printable', `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=   '.repeat(3_000_000)}`],
    ['a million empty lines', `${head}\r\n${'\r\n'.repeat(1_000_000)}`],
    ['open tags', `${head}Content-Type: text/html\r\n\r\n${'<a <!--'.repeat(500_000)}`],
    ['addresses without end', `From: mailer-daemon@b.cn\r\nSubject: failure notice\r\n\r\n${'a.b-c@d.'.repeat(200_000)}`],
    ['recipients without end', `${head}Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822; a@b.cn\nAction: failed\n\n'.repeat(100_000)}`],
    ['a header of 5 MB', `${from}\r\nSubject: ${'=?utf-8?B?5L2g5aW9?= '.repeat(250_000)}\r\n\r\nhi`],
  ]; // prettier-ignore
  it.each(huge)('%s costs less than two seconds', async (_what, text) => {
    const raw = Buffer.from(text);
    const { result, ms } = await atBest(2_000, () => inspect(raw));
    expect(Object.keys(result)).toEqual(fields);
    expect(ms).toBeLessThan(2_000);
  });

  it('of any bytes is told in valid JSON', async () => {
    const line = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('--b', '', 'Content-Type: multipart/mixed; boundary=b', 'Content-Transfer-Encoding: base64', 'Subject: =?gbk?B?', '&#xD800;', 'Content-Type: text/html')); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.uint8Array({ maxLength: 200 }), async (lines, bytes) => {
        const seen = await inspect(Buffer.concat([Buffer.from(lines.join('\n')), bytes]));
        expect(JSON.stringify(seen)).not.toMatch(/\\ud[89a-f]/i);
        expect(Object.keys(seen)).toEqual(fields);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file of a mail', () => {
  const cases: readonly [name: string, content: string, accepted: boolean][] = [
    ['调度表.xlsx', 'PK\u0003\u0004', true],
    ['盖章.pdf', '%PDF-1.7', true],
    ['材料.wps', '\u00d0\u00cf', true],
    ['报表.xlsm', 'PK\u0003\u0004', false],
    ['照片.jpg.exe', 'MZ', false],
    ['报表.pdf', 'MZ\u0090', false],
    ['数据.bin', '??', false],
    ['加密.zip', `PK\u0003\u0004\u0014\u0000\u0001\u0000${'\0'.repeat(30)}`, false],
  ]; // prettier-ignore
  it.each(cases)('%s', async (name, content, accepted) => {
    const part = `--b\nContent-Type: application/octet-stream; name="${name}"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n${Buffer.from(content, 'latin1').toString('base64')}\n--b--`;
    const seen = await inspect(rawMail([from, 'Content-Type: multipart/mixed; boundary=b'], part));
    expect(seen.attachments).toMatchObject([{ name, bytes: content.length, accepted }]);
    expect(seen.attachments[0]?.reason === null).toBe(accepted);
  });
});
