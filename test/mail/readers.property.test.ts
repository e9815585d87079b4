import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { progressPhrases, causePhrases, helpPhrases, nextStepPhrases } from '../../bin/robots/phrases.js';
import { writeAnswers } from '../../bin/robots/write-answers.js';
import type { AnswerContent } from '../../domain/answer.js';
import { ratings, type Rating } from '../../domain/rating.js';
import type { Target } from '../../domain/register.js';
import { readAnswers } from '../../mail/answer/read-answers.js';
import { authenticate } from '../../mail/judge/authentication.js';
import { judgeMail } from '../../mail/judge/judge-mail.js';
import { capText } from '../../mail/read/caps.js';
import { cutQuote } from '../../mail/read/cut-quote.js';
import { readMail } from '../../mail/read/read-mail.js';
import { replyMarker } from '../../mail/read/reply-marker.js';
import { leastTime } from '../processor-time.js';
import { rawMail } from './raw-mail.js';

const received = '2026-04-20T10:00:00+08:00';
const target: Target = { value: 100_000, unit: '批次', kind: 'cumulative', by: '12-31' };
const tasks = [3, 17, 21].map((number) => ({
  number,
  title: `任务名称${number}`,
  targets: number === 21 ? [] : [target],
}));
const envelope = { from: 'z@gxt.example.cn', to: ['zqb@zqb.example.cn'] };

/** What mails are made of, in any order: heads, parts, quotes, tables, and bytes that are none of these. */
const piece = fc.oneof(
  fc.constantFrom(
    'From: a@b.example\r\n', 'To: <reply+aaaa@zqb.example.cn>\r\n', 'Subject: =?gbk?B?5bqP?=\r\n', 'Content-Type: text/html\r\n',
    'Content-Type: multipart/mixed; boundary="o"\r\n', 'Content-Transfer-Encoding: base64\r\n', '--o\r\n', '--o--\r\n', '\r\n', '\r\n\r\n',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=o\r\n', 'Final-Recipient: rfc822; <x@y.example\r\nStatus: 5.1.1\r\n',
    '任务17：', '无变化', '累计1,210批次；', '原因：', '申请延期至13月45日。', '> ', '在 2026-04-13 09:30:00，"质强办" <zqb@example.cn> 写道：\r\n',
    `${replyMarker}\r\n`, '<table><tr><td>17', '<blockquote>', '-----原始邮件-----\r\n', '联络员变更：李四、', '填报人：', '\t', '（', '“',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
); // prettier-ignore
const anyMail = fc.oneof(
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
  fc.array(piece, { maxLength: 80 }).map((pieces) => Buffer.from(pieces.join(''))),
);

describe('any bytes', () => {
  it('are read, judged and answered in good time, and nothing throws', async () => {
    await fc.assert(
      fc.asyncProperty(anyMail, async (raw) => {
        const taken = await leastTime(2_000, async () => {
          const mail = await readMail(raw);
          const { kind, reasons } = judgeMail(mail, envelope);
          const read = readAnswers(mail.text, tasks, received);
          expect(['answer', 'acknowledgement', 'automatic', 'bounce', 'other']).toContain(kind);
          expect(reasons).not.toHaveLength(0);
          expect(read.answers.every(({ task }) => tasks.some(({ number }) => number === task))).toBe(true);
        });
        expect(taken).toBeLessThan(2_000);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, string]>([
    ['one word', 'a'.repeat(100_000)],
    ['open comments', '('.repeat(100_000)],
    ['open quotes and signs', '"@<('.repeat(25_000)],
    ['addresses', 'a@b.example,'.repeat(8_000)],
    ['half encoded words', '=?utf-8?B?'.repeat(10_000)],
  ])('in From and in the trace may be %s without end', async (_name, value) => {
    const trace = ['Received', 'Authentication-Results'].flatMap((name) => [
      `${name}: mx; ${value}`,
      `${name}: from ${value} by x`,
    ]);
    const taken = await leastTime(1_000, async () => {
      const mail = await readMail(rawMail([`From: ${value}`, ...trace], 'x'));
      authenticate({ ...mail, from: 'a@b.example' }, 'mx');
    });
    expect(taken).toBeLessThan(1_000);
  });

  it('of a plain body are all kept in the whole text', async () => {
    const body = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('').replaceAll('\0', ''));
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const raw = rawMail(['From: a@b.example', 'Content-Type: text/plain; charset=utf-8'], text);
        expect((await readMail(raw)).full).toBe(capText(Buffer.from(text).toString('utf8')).text);
      }),
      { numRuns: 300 },
    );
  });
});

const prose = (phrases: readonly string[]) => fc.option(fc.constantFrom(...phrases), { nil: undefined });
const contentOf = (hasTarget: boolean): fc.Arbitrary<AnswerContent> =>
  fc
    .record({
      rating: fc.constantFrom<Rating>('onTrack', 'behind', 'notStarted', 'longTerm'),
      value: fc.option(fc.integer({ min: 1, max: 90_000 }), { nil: undefined }),
      progress: prose(progressPhrases),
      cause: prose(causePhrases),
      help: prose(helpPhrases),
      nextSteps: prose(nextStepPhrases),
      nextBy: fc.option(fc.constantFrom('2026-05-31', '2026-06-30', '2026-12-31'), { nil: undefined }),
    })
    .map(({ value, ...said }) => ({
      ...Object.fromEntries(Object.entries(said).filter(([, words]) => words !== undefined)),
      figures: hasTarget && value !== undefined ? [{ target: 0, value }] : [],
    }));
const signature = { filledBy: '张三', signedOffBy: '李四' };

describe('a report written section by section', () => {
  it('is read back as the answers it was written from', () => {
    const contents = fc.tuple(...tasks.map(({ targets }) => contentOf(targets.length > 0)));
    fc.assert(
      fc.property(contents, fc.subarray([0, 1, 2], { minLength: 2 }), (all, chosen) => {
        const written = chosen.flatMap((at) => {
          const [task, content] = [tasks[at], all[at]];
          return task && content ? [{ task, content }] : [];
        });
        const read = readAnswers(writeAnswers(written, signature), tasks, received);
        expect(read.unplaced).toEqual([]);
        expect(read.answers.map(({ task, content }) => ({ task, content }))).toEqual(
          written.map(({ task, content }) => ({ task: task.number, content: { ...content, ...signature } })),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('what stands above our marker line', () => {
  it('is never cut, whatever stands below it', () => {
    const line = fc.oneof(
      fc.constantFrom(...progressPhrases, ...causePhrases, ...Object.values(ratings)),
      fc.integer({ min: 1, max: 999 }).map((n) => `任务${n}：累计${n}批次，发件人：张三，收件人：李四`),
      // Sender, date and copies together head a client's quote, which stands above the marker too.
      fc.constantFrom('发件人：由省局统一发出', '主题：质量月', '1. 第一项', '——', '', '抄送：各市'),
    );
    const above = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n').trim());
    const below = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));
    const words = (text: string) => text.replaceAll(/[\s—–_=-]/gu, '');
    fc.assert(
      fc.property(above, below, fc.constantFrom('', '> ', '>> ', '　'), (answer, quoted, sign) => {
        const cut = cutQuote(capText(`${answer}\n${sign}${replyMarker}\n${quoted}`).text);
        expect(words(cut).startsWith(words(answer))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
