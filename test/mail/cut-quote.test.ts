import { describe, expect, it } from '@jest/globals';
import { cutQuote } from '../../mail/read/cut-quote.js';
import { replyMarker } from '../../mail/read/reply-marker.js';

const answer = '任务17：序时推进；累计：1210 批次。\n填报人：张三';
const letter = '省工信厅：\n　　按照双月调度安排，现开展第2次调度。';

const quotes: readonly [client: string, quote: string][] = [
  ['our marker', `${replyMarker}\n${letter}`],
  ['our marker, quoted', `> ${replyMarker}\n> ${letter}`],
  ['QQ', `------------------ 原始邮件 ------------------\n发件人: "省质强办" <zqb@example.cn>;\n发送时间: 2026年4月13日(星期一) 上午9:30\n收件人: "张三"<z@example.cn>;\n主题: 调度通知\n\n${letter}`],
  ['QQ mobile', `---原始邮件---\n发件人: "省质强办"<zqb@example.cn>\n${letter}`],
  ['QQ English', `------------------ Original ------------------\nFrom: "zqb" <zqb@example.cn>;\n${letter}`],
  ['Sina', `-----邮件原件-----\n${letter}`],
  ['163', `---- 回复的原邮件 ----\n| 发件人 | 省质强办<zqb@example.cn> |\n| 日期 | 2026年04月13日 09:30 |\n| 收件人 | <z@example.cn> |\n| 主题 | 调度通知 |\n${letter}`],
  ['163 English', `---- Replied Message ----\n| From | zqb<zqb@example.cn> |\n| Date | 04/13/2026 09:30 |\n${letter}`],
  ['163 web', `At 2026-04-13 09:30:26, "省质强办" <zqb@example.cn> wrote:\n>${letter}`],
  ['163 web in Chinese', `在 2026-04-13 09:30:00，"省质强办" <zqb@example.cn> 写道：\n${letter}`],
  ['Coremail', `-----原始邮件-----\n发件人:"省质强办" <zqb@example.cn>\n发送时间:2026-04-13 09:30:00 (星期一)\n收件人: z@example.cn\n主题: 调度通知\n\n${letter}`],
  ['Outlook', `________________________________\n发件人: 省质强办 <zqb@example.cn>\n发送时间: 2026年4月13日 9:30\n收件人: 张三\n主题: 调度通知\n\n${letter}`],
  ['Outlook, spaced out', `发件人：省质强办\n日　期：2026年4月13日\n收件人：张三\n抄　送：\n主　题：调度通知\n\n${letter}`],
  ['Outlook, bold', `*发件人:* zqb@example.cn\n*发送时间:* 2026年4月13日\n*收件人:* z@example.cn\n*主题:* 调度\n${letter}`],
  ['Outlook English', `From: zqb <zqb@example.cn>\nSent: Monday, April 13, 2026 9:30 AM\nTo: z@example.cn\nSubject: x\n\n${letter}`],
  ['Foxmail', `发件人： 省质强办\n发送时间： 2026-04-13 09:30\n收件人： 张三\n主题： 调度通知\n${letter}`],
  ['Gmail in Chinese', `省质强办 <zqb@example.cn> 于2026年4月13日周一 上午9:30写道：\n\n> ${letter}`],
  ['Gmail, wrapped', `省质强量工作领导小组办公室双月调度 <zqb-shuangyue@mail.example.cn> 于2026年4月13日周一\n上午9:30写道：\n> ${letter}`],
  ['iPhone', `> 2026年4月13日 09:30，省质强办 <zqb@example.cn> 写道：\n> \n> ${letter}`],
  ['iPhone with its signature', `发自我的 iPhone\n\n> 在 2026年4月13日，09:30，省质强办 <zqb@example.cn> 写道：\n> ${letter}`],
  ['Evolution', `在 2026-04-13星期一的 09:30 +0800，zqb@example.cn 写道：\n> ${letter}`],
  ['Thunderbird English', `On 4/13/26 09:30, zqb wrote:\n> ${letter.replace('\n', '\n> ')}`],
  ['Apple English', `On Apr 13, 2026, at 9:30 AM, zqb <zqb@example.cn> wrote:\n\n> ${letter.replace('\n', '\n> ')}`],
  ['Outlook original', `-----Original Message-----\nFrom: zqb\n${letter}`],
  ['bare quote signs', letter.replace(/^/gm, '> ')],
  ['QQ phone signature', `发自我的手机QQ邮箱\n\n------------------ 原始邮件 ------------------\n${letter}`],
]; // prettier-ignore

describe('what a client quotes is cut off', () => {
  it.each(quotes)('%s', (_client, quote) => {
    expect(cutQuote(`${answer}\n\n${quote}`)).toBe(answer);
  });

  it('a signature glued to the rule stays', () => {
    expect(cutQuote('已报。\n张三------------------ 原始邮件 ------------------\n发件人: x')).toBe('已报。\n张三');
  });

  it('an English reply loses quote and signature', () => {
    const text =
      'Done, see attachment.\n\n-- \nZhang San\n\nOn Mon, Apr 13, 2026 at 9:30 AM zqb <zqb@example.cn> wrote:\n> please report\n> soon';
    expect(cutQuote(text)).toBe('Done, see attachment.');
  });

  it('an answer below marked quotes is found', () => {
    const text = '在 2026-04-13 09:30:00，"x" <zqb@example.cn> 写道：\n> 请报送\n> 任务17\n\n任务17：序时推进';
    expect(cutQuote(text)).toBe('任务17：序时推进');
  });

  it('nothing above the marker is nothing', () => {
    expect(cutQuote(`${replyMarker}\n${letter}`)).toBe('');
  });
});

describe('what only looks like a quote stays', () => {
  it.each([
    ['a listed sender', '投诉线索办理情况：\n发件人：李四\n内容：产品质量\n办结：是'],
    ['a quoted speech', '2026年4月13日省领导在批示中写道：\n要抓紧推进。'],
    ['a divider', '任务17：序时推进\n--------\n任务18：已完成\n----\n填报人：张三'],
    ['quotation of a document', '现已印发，文件要求：\n“在2026年底前完成”。'],
    ['a table', '| 任务 | 状态 |\n| 17 | 序时推进 |'],
    ['a subject line', '主题：质量月活动\n日期：9月1日\n参加企业120家'],
  ])('%s', (_name, text) => {
    expect(cutQuote(text)).toBe(text);
  });
});

describe('quotes of other languages', () => {
  const quotes: readonly [what: string, body: string][] = [
    ['German sentence', '好的\n\nAm 02.11.2026 um 10:00 schrieb Zhang San <z@x.example>:\n\nHallo'],
    ['German block', '好的\n\nVon: z@x.example\nGesendet: Dienstag, 3. November 2026 14:59\nAn: Li\nBetreff: Hallo\n\nText'],
    ['French sentence over two lines', '好的\n\nLe 2 nov. 2026 à 10:00, Zhang San <z@x.example>\na écrit :\n\nBonjour'],
    ['Dutch sentence with the name last', '好的\n\nOp 02-11-2026 10:00 schreef Zhang San <z@x.example>:\n\nHallo'],
    ['Polish sentence', '好的\n\nW dniu 2 listopada 2026 10:00 użytkownik Z <z@x.example>\nnapisał:\n\nTekst'],
    ['Russian sentence', '好的\n\n02.11.2026 14:20 пользователь "z" <\nz@x.example> написал:\n\nПривет'],
    ['English block that begins with its date', '好的\n\nDate: Mon, 2 Nov 2026 00:15:02 +0800\nTo: z@x.example\nSubject: x\n\ntext'],
    ['rule with a name in it', '好的\n\n---- Zhang San wrote ----\n\ntext'],
  ]; // prettier-ignore
  it.each(quotes)('%s is cut', (_what, body) => {
    expect(cutQuote(body)).toBe('好的');
  });

  it('what stands below a marked quote is kept', () => {
    const body = '见下\n\nOn 2026-11-02 10:00, Z <z@x.example> wrote:\n> 17?\n\n任务17：已完成';
    expect(cutQuote(body)).toBe('见下\n\n任务17：已完成');
  });
});
