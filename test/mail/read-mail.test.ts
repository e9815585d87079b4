import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { readMail } from '../../mail/read/read-mail.js';
import { plainHeaders, rawMail } from './raw-mail.js';
import { atBest, leastTime } from '../processor-time.js';

const answer = '任务17：序时推进，累计1210批次。';

describe('charsets as they come', () => {
  const cases: readonly [name: string, contentType: string, bytes: string, doubtful: boolean][] = [
    ['gb2312 that is really gbk', 'text/plain; charset=gb2312', 'gbk', false],
    ['gbk in quotes', 'text/plain; charset="GBK"', 'gbk', false],
    ['a made-up GB label', 'text/plain; charset=gb2312_charset', 'gb18030', false],
    ['cp936', 'text/plain; charset=cp936', 'gbk', false],
    ['undeclared UTF-8', 'text/plain', 'utf-8', false],
    ['UTF-8 declared as gb2312', 'text/plain; charset=gb2312', 'utf-8', false],
    ['gbk declared as utf-8', 'text/plain; charset=utf-8', 'gbk', false],
    ['gbk declared as us-ascii', 'text/plain; charset=us-ascii', 'gbk', false],
    ['gbk declared as iso-8859-1', 'text/plain; charset=iso-8859-1', 'gbk', false],
    ['undeclared gbk', 'text/plain', 'gbk', false],
    ['an unknown label', 'text/plain; charset=x-mac-klingon', 'gbk', false],
    ['big5', 'text/plain; charset=big5', 'big5', false],
    ['utf-16', 'text/plain; charset=utf-16le', 'utf-16le', false],
  ];
  it.each(cases)('%s is read', async (_name, contentType, charset, doubtful) => {
    const said = charset === 'big5' ? '已收到通知，附件如下' : `${answer}镕、㛃`;
    const raw = Buffer.concat([
      rawMail([...plainHeaders.slice(0, 5), `Content-Type: ${contentType}`], ''),
      iconv.encode(charset === 'gbk' ? `${answer}镕` : said, charset),
    ]);
    const mail = await readMail(raw);
    expect(mail.text).toBe(charset === 'gbk' ? `${answer}镕` : said);
    expect(mail.charsetDoubtful).toBe(doubtful);
  });

  it('bytes of no charset are read with losses and flagged', async () => {
    const mail = await readMail(Buffer.concat([rawMail(plainHeaders, '收到'), Buffer.from([0xff, 0xff, 0x80, 0xff])]));
    expect(mail.charsetDoubtful).toBe(true);
    expect(mail.full).toContain('收到');
  });

  it('an HTML part names its charset in meta only', async () => {
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><style>p{}</style></head><body><p>任务17：</p><div>已完成&nbsp;&mdash;&#26032;</div></body></html>`;
    const mail = await readMail(rawMail([...plainHeaders.slice(0, 5), 'Content-Type: text/html'], html, 'gbk'));
    expect(mail.text).toBe('任务17：\n\n已完成 —新');
  });

  it('raw eight-bit headers and file names are read', async () => {
    const raw = rawMail(
      [
        'From: 张三 <Z@x.cn>',
        'Subject: 回复：调度通知〔双月2026-2〕',
        'Content-Type: application/octet-stream; name="调度表.xlsx"',
        'Content-Transfer-Encoding: base64',
      ],
      Buffer.from('abc').toString('base64'),
      'gbk',
    );
    const mail = await readMail(raw);
    expect(mail.subject).toBe('回复：调度通知〔双月2026-2〕');
    expect(mail.from).toBe('z@x.cn');
    expect(mail.fromName).toBe('张三');
    expect(mail.attachments).toMatchObject([{ name: '调度表.xlsx', bytes: 3, inline: false }]);
  });

  it('a character split over two encoded words is whole', async () => {
    const bytes = Buffer.from('质量强省');
    const subject = [bytes.subarray(0, 4), bytes.subarray(4)]
      .map((half) => `=?utf-8?B?${half.toString('base64')}?=`)
      .join('\r\n ');
    const mail = await readMail(rawMail(['From: a@b.cn', `Subject: ${subject}`], 'x'));
    expect(mail.subject).toBe('质量强省');
  });

  it.each([
    ['RFC 2231', `attachment; filename*=gb2312''%B5%F7%B6%C8%B1%ED.xlsx`],
    ['RFC 2231 in pieces', `attachment; filename*0*=utf-8''%E8%B0%83%E5%BA%A6; filename*1*=%E8%A1%A8.xlsx`],
    ['RFC 2047', 'attachment; filename="=?GB2312?B?tfe2yLHt?=.xlsx"'],
    ['a path', 'attachment; filename="C:\\\\报表\\\\调度表.xlsx"'],
  ])('a file name by %s is read', async (_name, disposition) => {
    const mail = await readMail(
      rawMail(['From: a@b.cn', 'Content-Type: application/octet-stream', `Content-Disposition: ${disposition}`], 'x'),
    );
    expect(mail.attachments[0]?.name).toBe('调度表.xlsx');
  });
});

describe('structure', () => {
  it('of alternatives the plain text is the body, and files are kept apart', async () => {
    const body = [
      '--o', 'Content-Type: multipart/alternative; boundary=i', '', '--i', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable', '',
      '=E5=BA=8F=E6=97=B6=\n=E6=8E=A8=E8=BF=9B', '--i', 'Content-Type: text/html; charset=utf-8', '', '<p>别的</p>', '--i--', '--o',
      'Content-Type: image/png', 'Content-ID: <logo>', '', 'png', '--o', 'Content-Type: application/pdf', 'Content-Disposition: attachment; filename=a.pdf', '', 'pdf', '--o--',
    ].join('\n'); // prettier-ignore
    const mail = await readMail(
      rawMail([...plainHeaders.slice(0, 5), 'Content-Type: multipart/mixed; boundary=o'], body),
    );
    expect(mail.text).toBe('序时推进');
    expect(mail.attachments.map(({ name, inline }) => [name, inline])).toEqual([
      ['附件1', true],
      ['a.pdf', false],
    ]);
    expect(mail.attachments[1]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('an empty plain alternative gives way to HTML', async () => {
    const body =
      '--i\nContent-Type: text/plain\n\n \n--i\nContent-Type: text/html; charset=utf-8\n\n<table><tr><td>17</td><td>已完成</td></tr></table>\n--i--';
    const mail = await readMail(
      rawMail([...plainHeaders.slice(0, 5), 'Content-Type: multipart/alternative; boundary=i'], body),
    );
    expect(mail.text).toBe('17\t已完成');
  });

  it('ids, addresses and date are read', async () => {
    const mail = await readMail(
      rawMail([...plainHeaders, 'In-Reply-To: <a@x>', 'References: <r1@x>\r\n <a@x>', 'Cc: B <b@x.cn>'], '好'),
    );
    expect(mail).toMatchObject({
      messageId: '<1@gxt.example.cn>',
      inReplyTo: ['<a@x>'],
      references: ['<r1@x>', '<a@x>'],
      date: '2026-04-20T02:00:00.000Z',
    });
    expect(mail.to).toEqual(['reply+abcdefghijkl2345abcdefghijkl@zqb.example.cn', 'b@x.cn']);
  });

  it('more parts than anybody sends are refused with a reason', async () => {
    const body = Array.from({ length: 300 }, () => '--o\nContent-Type: text/plain\n\nx').join('\n');
    const mail = await readMail(
      rawMail([...plainHeaders.slice(0, 5), 'Content-Type: multipart/mixed; boundary=o'], `${body}\n--o--`),
    );
    expect(mail.unreadable).toMatch(/^邮件结构异常/);
    expect(mail.from).toBe('zhangsan@gxt.example.cn');
  });

  it('nothing at all is unreadable', async () => {
    expect((await readMail(Buffer.alloc(0))).unreadable).toBeDefined();
  });
});

describe('hostile size', () => {
  const bodies: readonly [string, string][] = [
    ['20,000 newlines', `收到${'\n'.repeat(20_000)}谢谢`],
    ['a megabyte of one line', `收到 ${'一'.repeat(1_000_000)}`],
    ['quote signs', '> \n'.repeat(60_000)],
    ['words the quote parser chokes on', 'Op abc. skrev \n> x\n'.repeat(10_000)],
    ['wrote lines', 'On 2026 X wrote:\n'.repeat(20_000)],
    ['rules', '----'.repeat(50_000)],
    ['spaces', `x${' '.repeat(200_000)}y`],
    ['header rows', '发件人：a@b\n'.repeat(20_000)],
  ];
  it.each(bodies)('%s are read quickly', async (_name, body) => {
    const raw = rawMail(plainHeaders, body);
    const { result: mail, ms } = await atBest(1_500, () => readMail(raw));
    expect(ms).toBeLessThan(1_500);
    expect(mail.full.length).toBeLessThanOrEqual(64 * 1024);
    expect(mail.full.split('\n').every((line) => line.length <= 2000)).toBe(true);
  });

  it.each([
    ['nested', '<b>'.repeat(100_000)],
    ['unclosed', '<'.repeat(500_000)],
    ['comments', '<!--'.repeat(100_000)],
    ['scripts', '<script>'.repeat(60_000)],
    ['entities', '&#x26;&nbsp'.repeat(50_000)],
  ])('%s HTML is read quickly', async (_name, html) => {
    const raw = rawMail([...plainHeaders.slice(0, 5), 'Content-Type: text/html; charset=utf-8'], html);
    expect(await leastTime(1_500, () => readMail(raw))).toBeLessThan(1_500);
  });

  it('a long body is cut and says so', async () => {
    const mail = await readMail(rawMail(plainHeaders, '序时推进，累计一批。\n'.repeat(20_000)));
    expect(mail.truncated).toBe(true);
    expect(mail.charsetDoubtful).toBe(false);
  });

  it('random bytes never throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(typeof (await readMail(Buffer.from(bytes))).text).toBe('string');
      }),
      { numRuns: 200 },
    );
  });

  it('mangled mails never throw', async () => {
    const whole = rawMail(
      [...plainHeaders.slice(0, 5), 'Content-Type: multipart/mixed; boundary="o"'],
      '--o\nContent-Type: text/plain; charset=gbk\nContent-Transfer-Encoding: base64\n\n5bqP\n--o\nContent-Type: message/rfc822\n\nSubject: =?gbk?Q?=ff?=\n\nx\n--o--',
    );
    const mangle = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(mangle, fc.nat(whole.length), async (changes, length) => {
        const raw = Buffer.from(whole.subarray(0, length));
        for (const [at, byte] of changes) if (at < raw.length) raw[at] = byte;
        expect(typeof (await readMail(raw)).text).toBe('string');
      }),
      { numRuns: 200 },
    );
  });
});
