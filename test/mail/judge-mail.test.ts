import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { judgeMail, type MailKind } from '../../mail/judge/judge-mail.js';
import { isAcknowledgement } from '../../mail/judge/acknowledgement.js';
import { readMail } from '../../mail/read/read-mail.js';
import { rawMail } from './raw-mail.js';
import { leastTime } from '../processor-time.js';

const token = 'abcdefghijkl2345abcdefghijkl';
const bounceTo = `bounce+${token}@zqb.example.cn`;
const replyTo = `reply+${token}@zqb.example.cn`;
const text = 'Content-Type: text/plain; charset=utf-8';

async function judged(
  headers: readonly string[],
  body: string,
  envelope = { from: 'z@gxt.example.cn', to: [replyTo] },
) {
  return judgeMail(await readMail(rawMail(headers, body)), envelope);
}

function report(fields: string): string {
  return `--b\n${text}\n\nYour mail could not be delivered.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.cn\nArrival-Date: Mon, 13 Apr 2026 09:30:00 +0800\n\n${fields}\n\n--b\nContent-Type: message/rfc822\n\nMessage-ID: <letter@zqb.example.cn>\nTo: gone@gxt.example.cn\nSubject: x\n\nbody\n--b--`;
}
const dsn = [
  'From: MAILER-DAEMON@mx.example.cn',
  'Subject: Undelivered Mail Returned to Sender',
  'Auto-Submitted: auto-replied',
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
];
const nobody = { from: '', to: [bounceTo] };

describe('bounces', () => {
  it('a failure by RFC 3464 is permanent', async () => {
    const verdict = await judged(
      dsn,
      report(
        'Final-Recipient: rfc822; Gone@gxt.example.cn\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n user unknown',
      ),
      nobody,
    );
    expect(verdict).toMatchObject({
      kind: 'bounce',
      bounce: {
        recipients: ['gone@gxt.example.cn'],
        status: '5.1.1',
        permanent: true,
        originalMessageId: '<letter@zqb.example.cn>',
      },
      references: { bounceTokens: [token], replyTokens: [] },
    });
  });

  it('a delay is not permanent', async () => {
    const verdict = await judged(
      dsn,
      report('Final-Recipient: rfc822;slow@gxt.example.cn\nAction: delayed\nStatus: 4.4.1'),
      nobody,
    );
    expect(verdict.bounce).toMatchObject({ recipients: ['slow@gxt.example.cn'], status: '4.4.1', permanent: false });
  });

  it('a report of success is no bounce', async () => {
    const verdict = await judged(
      dsn,
      report('Final-Recipient: rfc822;z@gxt.example.cn\nAction: delivered\nStatus: 2.0.0'),
      nobody,
    );
    expect(verdict.kind).toBe('automatic');
  });

  const shapes: readonly [maker: string, headers: readonly string[], body: string, recipient: string, status: string, permanent: boolean][] = [
    ['Coremail', ['From: 系统退信 <postmaster@163.com>', 'Subject: 系统退信', text], '很抱歉，您发送的邮件未能送达。\n收件人：gone@163.com\n退信原因：收件人不存在，550 User not found: gone@163.com\n发件人 zqb@example.cn', 'gone@163.com', '5.1.1', true],
    ['QQ', ['From: "PostMaster" <PostMaster@qq.com>', 'Subject: 系统退信/Systems bounce', text], '抱歉，您的邮件被退回来了……\n无法发送到 gone@qq.com\n550 5.1.1 Mailbox unavailable', 'gone@qq.com', '5.1.1', true],
    ['qmail', ['From: MAILER-DAEMON@mx.example.cn', 'Subject: failure notice', text], "Hi. This is the qmail-send program at mx.example.cn.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<gone@gxt.example.cn>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <other@zqb.example.cn>\nMessage-ID: <letter@zqb.example.cn>\nTo: somebody@else.example.cn", 'gone@gxt.example.cn', '5.1.1', true],
    ['Exchange', ['From: postmaster@corp.example.cn', 'Subject: 未送达: 调度通知', text], '您的邮件无法送达以下收件人：\ngone@corp.example.cn\n找不到用户。 #550 5.4.1', 'gone@corp.example.cn', '5.4.1', true],
    ['Exim', ['From: Mail Delivery System <Mailer-Daemon@mx.example.cn>', 'Subject: Mail delivery failed: returning message to sender', 'X-Failed-Recipients: gone@x.example.cn', text], 'A message that you sent could not be delivered.\n  gone@x.example.cn\n    Unrouteable address', 'gone@x.example.cn', '5.1.2', true],
    ['a full mailbox', ['From: postmaster@sina.com', 'Subject: 退信通知', text], '邮件无法投递到 full@sina.com，对方邮箱已满', 'full@sina.com', '5.2.2', true],
    ['a delay in words', ['From: MAILER-DAEMON@mx.example.cn', 'Subject: 投递延迟', text], '邮件尚未送达 slow@x.example.cn，系统稍后重试', 'slow@x.example.cn', '4.0.0', false],
  ]; // prettier-ignore
  it.each(shapes)('%s without RFC 3464', async (_maker, headers, body, recipient, status, permanent) => {
    const verdict = await judged(headers, body, nobody);
    expect(verdict.kind).toBe('bounce');
    expect(verdict.bounce).toMatchObject({ recipients: [recipient], status, permanent });
  });

  it('qmail returns the id of the letter in its text', async () => {
    const [, headers, body] = shapes[2] ?? ['', [], ''];
    expect((await judged(headers, body, nobody)).bounce?.originalMessageId).toBe('<letter@zqb.example.cn>');
  });

  it('a wordless mail from nowhere to our envelope address is a bounce', async () => {
    const verdict = await judged(['From: x@y.example.cn', 'Subject: ???', text], '???', nobody);
    expect(verdict.kind).toBe('bounce');
  });

  it.each([
    ['about a bounce', '回复：退信问题', '上次邮件被退信，地址有误，任务17：序时推进'],
    ['forwarding one', '转发：系统退信', '我处邮箱曾退信，请更正联络员邮箱'],
  ])('a person %s is an answer', async (_name, subject, body) => {
    expect((await judged(['From: z@gxt.example.cn', `Subject: ${subject}`, text], body)).kind).toBe('answer');
  });
});

describe('automatic replies', () => {
  const cases: readonly [name: string, headers: readonly string[], from: string][] = [
    ['Auto-Submitted', ['Subject: x', 'Auto-Submitted: auto-replied (vacation)'], 'z@x.cn'],
    ['X-Autoreply', ['Subject: x', 'X-Autoreply: yes'], 'z@x.cn'],
    ['X-Autorespond', ['Subject: x', 'X-Autorespond: x'], 'z@x.cn'],
    ['Precedence', ['Subject: x', 'Precedence: auto_reply'], 'z@x.cn'],
    ['a Chinese subject', ['Subject: 自动回复: 调度通知'], 'z@x.cn'],
    ['an English subject', ['Subject: Automatic reply: 调度通知'], 'z@x.cn'],
    ['QQ by header', ['Subject: 调度通知', 'X-QQ-HolidayReply: 1'], 'z@qq.com'],
    ['QQ by sender', ['Subject: 调度通知'], 'z+auto_=zqb=example.cn@qq.com'],
    [
      'a read receipt',
      ['Subject: 已读: x', 'Content-Type: multipart/report; report-type=disposition-notification; boundary=b'],
      'z@x.cn',
    ],
    ['no sender', ['Subject: 我在休假'], ''],
  ];
  it.each(cases)('%s', async (_name, headers, from) => {
    const verdict = await judged(['From: z@x.cn', ...headers, text], '您好，我正在休假，5月1日后回复。', {
      from,
      to: [replyTo],
    });
    expect(verdict.kind).toBe('automatic');
    expect(verdict.reasons).not.toHaveLength(0);
  });

  it('to our envelope address is still no bounce', async () => {
    const verdict = await judged(
      ['From: z@x.cn', 'Subject: 自动回复：调度通知', 'Auto-Submitted: auto-replied', text],
      '休假中，邮件无法及时处理',
      nobody,
    );
    expect(verdict.kind).toBe('automatic');
  });

  it.each([
    [['Subject: 回复：自动回复：调度通知'], '任务17：序时推进'],
    [['Subject: 回复：调度通知', 'X-Auto-Response-Suppress: All'], '任务17：序时推进'],
    [['Subject: 回复：调度通知', 'Auto-Submitted: no'], '任务17：序时推进'],
  ])('%j is a person', async (headers, body) => {
    expect((await judged(['From: z@x.cn', ...headers, text], body)).kind).toBe('answer');
  });
});

describe('acknowledgements', () => {
  it.each([
    '收到',
    '收到。',
    '收到！',
    '已收到，谢谢',
    '您好，邮件已收到，谢谢！',
    '来函收悉。',
    '我局已收悉，将按时报送。',
    '收到，我们会尽快报送，谢谢。',
    'Received, thanks.',
    'ok',
    '收到\n\n张三\n省工信厅质量处\n024-86890001',
    '已收到\n-- \n张三',
    '通知已收到，辛苦了',
    '好的，收到',
    '收到收到',
  ])('%j', (said) => {
    expect(isAcknowledgement(said)).toBe(true);
  });

  it.each([
    '收到。任务17：序时推进',
    '未收到附件，请重发',
    '收到，但附件打不开',
    '收到，请问口径是什么？',
    '收到了企业反馈120份',
    '序时推进',
    '无变化',
    '已收到申请34家',
    '收到\n\n任务17 已完成',
    '申请延期至5月6日',
    '收到，累计1210批次',
  ])('%j says more', (said) => {
    expect(isAcknowledgement(said)).toBe(false);
  });

  it('with a file is an answer', async () => {
    const body = `--o\n${text}\n\n收到\n--o\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=a.pdf\n\npdf\n--o--`;
    expect(
      (await judged(['From: z@x.cn', 'Subject: 回复', 'Content-Type: multipart/mixed; boundary=o'], body)).kind,
    ).toBe('answer');
  });

  it('above a quote is one', async () => {
    const verdict = await judged(
      ['From: z@x.cn', 'Subject: 回复', text],
      '收到\n\n------------------ 原始邮件 ------------------\n任务17',
    );
    expect(verdict.kind).toBe('acknowledgement');
  });
});

describe('other mail', () => {
  it.each<[string, readonly string[], string, MailKind]>([
    ['a newsletter', ['List-Unsubscribe: <mailto:x@y>'], '优惠', 'other'],
    ['an empty mail', [], ' ', 'other'],
    ['plain prose', [], '本期开展抽检120批次。', 'answer'],
  ])('%s', async (_name, headers, body, kind) => {
    expect((await judged(['From: z@x.cn', 'Subject: x', ...headers, text], body)).kind).toBe(kind);
  });

  it('every reference is extracted', async () => {
    const headers = [
      'From: z@x.cn',
      'Subject: 回复：调度〔旧〕通知〔双月2026-2-GXT〕',
      `To: 质强办 <Reply+${token.toUpperCase()}@zqb.example.cn>`,
      'In-Reply-To: <b@z>',
      'References: <a@z> <b@z>',
      text,
    ];
    const { references } = await judged(headers, '序时推进', { from: 'z@x.cn', to: ['zqb@example.cn'] });
    expect(references).toEqual({
      replyTokens: [token],
      bounceTokens: [],
      messageIds: ['<b@z>', '<a@z>'],
      subjectTags: ['双月2026-2-GXT', '旧'],
    });
  });

  it('any text is judged quickly', async () => {
    const pieces = fc.constantFrom(
      '收到',
      '，',
      '谢谢',
      '\n',
      ' ',
      '退信',
      'a@b.cn',
      '5.1.1',
      '<',
      '>',
      'undeliverable',
      '将',
      '于',
      '我局',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 2000 }), async (words) => {
        const headers = ['From: mailer-daemon@x.cn', `Subject: ${words.slice(0, 5).join('').replace(/\n/g, '')}`, text];
        expect(await leastTime(1_000, () => judged(headers, words.join(''), nobody))).toBeLessThan(1_000);
      }),
      { numRuns: 100 },
    );
  });
});
