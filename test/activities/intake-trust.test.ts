import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { judgeArrived } from '../../activities/intake/judge-arrived.js';
import { receiveMail } from '../../activities/intake/receive-mail.js';
import { refuseMail } from '../../activities/intake/refuse-mail.js';
import { releaseMail } from '../../activities/intake/release-mail.js';
import { replyAddress } from '../../mail/token.js';
import { gateFacts } from '../../record/gate.js';
import { readMail } from '../../record/mails.js';
import { rawMail } from '../mail/raw-mail.js';
import { openIntakeOffice, round } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
type Campaign = Awaited<ReturnType<Office['campaign']>>;
const authservId = 'mx.zqb.example.cn';
const domain = 'zqb.example.cn';
const at = Date.parse('2026-02-20T02:00:00.000Z');
let office: Office;

beforeAll(async () => {
  office = await openIntakeOffice({ authservId });
});
afterAll(() => office.close());

interface Scene {
  readonly campaign: Campaign;
  /** Address of p0's liaison, lower case. */
  readonly own: string;
  /** Address of p1's liaison. */
  readonly other: string;
  /** Reply addresses of a letter to p0 and of one to p1. */
  readonly to: string;
  readonly toOther: string;
  readonly letter: string;
  readonly otherLetter: string;
  readonly tag: string;
}

async function scene(): Promise<Scene> {
  const campaign = await office.campaign();
  const [letter, other] = [await campaign.letterTo('p0'), await campaign.letterTo('p1')];
  return {
    campaign,
    own: campaign.liaison('p0').toLowerCase(),
    other: campaign.liaison('p1').toLowerCase(),
    to: campaign.replyTo(letter),
    toOther: campaign.replyTo(other),
    letter: letter.message_id,
    otherLetter: other.message_id,
    tag: `Subject: Re: =?utf-8?Q?=E3=80=94${letter.token}=E3=80=95?=`,
  };
}

interface Hostile {
  /** Header lines from the top, without To. */
  readonly head: readonly string[];
  readonly to?: string;
  readonly text?: string;
}

async function arrive({ campaign }: Scene, { head, to = domain, text = '任务1：序时推进，累计40项。' }: Hostile) {
  const lines = [...head, `To: <${to}>`, `X-Campaign: ${campaign.id}`, 'Content-Type: text/plain; charset=utf-8'];
  const raw = rawMail(lines, text);
  const envelope = { from: 'someone@else.example', to: [to] };
  const { mail } = await receiveMail(office.deps, { raw, envelope, receivedAt: new Date(at).toISOString() });
  const verdict = await judgeArrived(office.deps, { mail, at });
  return { mail, verdict, row: await readMail(office.deps.db, mail) };
}

const heldOf = async ({ campaign }: Scene, party: string) =>
  (await gateFacts(office.deps.db, { campaign: campaign.id, task: party === 'p0' ? 1 : 2, round, party })).held;

const mailFrom = (written: string) => `From: ${written}`;
const entry = 'Received: from mail.p0.example (mail.p0.example [203.0.113.9]) by mx.zqb.example.cn (Postfix); Fri';
const finding = (said: string) => `Authentication-Results: ${authservId}; ${said}`;
const word = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`;

/** Whom it freezes; p0 where nothing is said. */
type Row = readonly [string, (of: Scene) => Hostile, string, (readonly string[])?];

const held: readonly Row[] = [
  ['token of one party from another’s liaison', ({ other, to }) => ({ head: [mailFrom(other)], to }), '登记在另一单位（p1）', ['p0', 'p1']],
  ['known sender without a token', ({ own }) => ({ head: [mailFrom(own)] }), '没有回信标记'],
  ['token from a stranger', ({ to }) => ({ head: [mailFrom('x@else.example')], to }), '不是该单位登记的联系人'],
  ['subject tag from a stranger', ({ tag }) => ({ head: [mailFrom('x@else.example'), tag] }), '不是该单位登记的联系人'],
  ['token in the text alone', ({ own, to }) => ({ head: [mailFrom(own)], text: `任务1：序时推进。\n请回复 ${to}` }), '没有回信标记'],
  ['token that another office signed', ({ own, letter }) => ({ head: [mailFrom(own)], to: replyAddress(letter.slice(1, 13), 'another secret', domain) }), '标记校验不符'],
  ['token changed on the way, under our letter', ({ to, letter }) => ({ head: [mailFrom('x@else.example'), `In-Reply-To: ${letter}`], to: to.replace(/\+../, '+zz') }), '标记校验不符'],
  ['reply to another party’s letter', ({ own, otherLetter }) => ({ head: [mailFrom(own), `In-Reply-To: ${otherLetter}`] }), '登记在另一单位（p0）', ['p1', 'p0']],
  ['liaison’s address as a quoted name', ({ own, to }) => ({ head: [mailFrom(`"${own}" <x@else.example>`)], to }), '不是该单位登记的联系人'],
  ['liaison’s address as an encoded name', ({ own, to }) => ({ head: [mailFrom(`${word(`<${own}>`)} <x@else.example>`)], to }), '不是该单位登记的联系人'],
  ['liaison’s address as a comment', ({ own, to }) => ({ head: [mailFrom(`x@else.example (${own})`)], to }), '不是该单位登记的联系人'],
  ['liaison’s address as a bare name', ({ own, to }) => ({ head: [mailFrom(`${own} <x@else.example>`)], to }), '发件人栏写有2个地址'],
  ['liaison’s address in brackets before another', ({ own, to }) => ({ head: [mailFrom(`<${own}> <x@else.example>`)], to }), '发件人栏写有2个地址'],
  ['liaison’s address in brackets, another behind', ({ own, to }) => ({ head: [mailFrom(`<${own}>x@else.example`)], to }), '发件人栏写有2个地址'],
  ['two addresses in one From', ({ own, to }) => ({ head: [mailFrom(`${own}, x@else.example`)], to }), '发件人栏写有2个地址'],
  ['two From fields', ({ own, to }) => ({ head: [mailFrom(own), mailFrom('x@else.example')], to }), '发件人栏写有2个地址'],
  ['a group of two', ({ own, to }) => ({ head: [mailFrom(`Office: ${own}, x@else.example;`)], to }), '发件人栏写有2个地址'],
  ['an empty group', ({ to }) => ({ head: [mailFrom('undisclosed-senders:;')], to }), '没有写明发件人'],
  ['an address as an encoded word alone', ({ own, to }) => ({ head: [mailFrom(word(own))], to }), '没有写明发件人'],
  ['no From at all', ({ to }) => ({ head: ['Subject: x'], to }), '没有写明发件人'],
  ['liaison in Sender only', ({ own, to }) => ({ head: [mailFrom('x@else.example'), `Sender: ${own}`], to }), '不是该单位登记的联系人'],
  ['liaison in Reply-To only', ({ own, to }) => ({ head: [mailFrom('x@else.example'), `Reply-To: ${own}`], to }), '不是该单位登记的联系人'],
  ['liaison in Resent-From only', ({ own, to }) => ({ head: [`Resent-From: ${own}`, mailFrom('x@else.example')], to }), '不是该单位登记的联系人'],
  ['quoted local part of the liaison’s address', ({ own, to }) => ({ head: [mailFrom(`"${own}"@else.example`)], to }), '不是该单位登记的联系人'],
  ['a plus tag of its own', ({ own, to }) => ({ head: [mailFrom(own.replace('@', '+x@'))], to }), '不是该单位登记的联系人'],
  ['a subdomain of its own', ({ own, to }) => ({ head: [mailFrom(own.replace('@', '@mail.'))], to }), '不是该单位登记的联系人'],
  ['a letter that only looks the same', ({ own, to }) => ({ head: [mailFrom(own.replace('liaison', 'li\u0430ison'))], to }), '不是该单位登记的联系人'],
  ['DMARC failed', ({ own, to }) => ({ head: [finding('dmarc=fail header.from=p0.example'), entry, mailFrom(own)], to }), '未通过（dmarc=fail）'],
  ['DMARC failed, a forged pass below', ({ own, to }) => ({ head: [finding('dmarc=fail'), entry, finding('dmarc=pass'), mailFrom(own)], to }), '未通过（dmarc=fail）'],
  ['DMARC failed below the entry', ({ own, to }) => ({ head: [entry, finding('dmarc=fail'), mailFrom(own)], to }), '未通过（dmarc=fail）'],
  ['SPF and DKIM failed', ({ own, to }) => ({ head: [finding('spf=softfail smtp.mailfrom=p0.example; dkim=fail header.d=p0.example'), entry, mailFrom(own)], to }), '未通过（spf=softfail，dkim=fail）'],
]; // prettier-ignore

describe('hostile mail is held with its reason, and freezes the escalation', () => {
  it.each(held)('%s', async (_name, mailOf, reason, frozen = ['p0']) => {
    const of = await scene();
    const { mail, verdict, row } = await arrive(of, mailOf(of));
    expect(verdict).toMatchObject({ state: 'held', answers: 0, receipt: false });
    expect(verdict.reasons.join()).toContain(reason);
    expect(verdict.reasons.join()).not.toContain('@');
    expect(row).toMatchObject({ state: 'held' });
    for (const party of frozen) expect([party, await heldOf(of, party)]).toEqual([party, 1]);
    await refuseMail(office.deps, { mail, by: 'zqb1', at });
    for (const party of frozen) expect([party, await heldOf(of, party)]).toEqual([party, 0]);
  });

  it('until a coordinator releases it', async () => {
    const of = await scene();
    const { mail } = await arrive(of, { head: [mailFrom('x@else.example')], to: of.to });
    expect(await heldOf(of, 'p0')).toBe(1);
    await releaseMail(office.deps, { mail, by: 'zqb1', at, campaign: of.campaign.id, round, party: 'p0' });
    expect(await heldOf(of, 'p0')).toBe(0);
  });

  it('of nobody known freezes nobody', async () => {
    const of = await scene();
    const { verdict } = await arrive(of, { head: [mailFrom('x@else.example')] });
    expect(verdict.state).toBe('held');
    expect([await heldOf(of, 'p0'), await heldOf(of, 'p1')]).toEqual([0, 0]);
  });
});

describe('odd but honest mail is taken', () => {
  it.each<[string, (of: Scene) => Hostile]>([
    ['in capitals', ({ own, to }) => ({ head: [mailFrom(own.toUpperCase())], to })],
    ['with a dot at the end', ({ own, to }) => ({ head: [mailFrom(`<${own}.>`)], to })],
    ['with spaces around the sign', ({ own, to }) => ({ head: [mailFrom(own.replace('@', ' @ '))], to })],
    ['named by itself', ({ own, to }) => ({ head: [mailFrom(`${own} <${own}>`)], to })],
    ['named by another address in quotes', ({ own, to }) => ({ head: [mailFrom(`"x@else.example" <${own}>`)], to })],
    ['in a group of one', ({ own, to }) => ({ head: [mailFrom(`Office: ${own};`)], to })],
    ['with another Sender', ({ own, to }) => ({ head: [mailFrom(own), 'Sender: secretary@p0.example'], to })],
    ['resent by somebody', ({ own, to }) => ({ head: ['Resent-From: x@else.example', mailFrom(own)], to })],
    ['by the subject tag from a known sender', ({ own, tag }) => ({ head: [mailFrom(own), tag] })],
    ['with a token and another’s letter referred to', ({ own, to, otherLetter }) => ({ head: [mailFrom(own), `References: ${otherLetter}`], to })],
    ['with a forged failure of another server', ({ own, to }) => ({ head: [entry, `Authentication-Results: mx.evil.example; dmarc=fail`, mailFrom(own)], to })],
    ['where our server found nothing', ({ own, to }) => ({ head: [finding('dmarc=none; spf=none'), entry, mailFrom(own)], to })],
  ])('%s', async (_name, mailOf) => {
    const of = await scene();
    const { verdict } = await arrive(of, mailOf(of));
    expect(verdict).toMatchObject({ state: 'delivered', party: 'p0', answers: 1, reasons: [] });
    expect(await heldOf(of, 'p0')).toBe(0);
  }); // prettier-ignore

  it('and what our server vouches for is noted', async () => {
    const of = await scene();
    const head = [finding('dmarc=pass header.from=p0.example'), entry, mailFrom(of.own)];
    const { verdict } = await arrive(of, { head, to: of.to });
    expect(verdict).toMatchObject({ state: 'delivered', reasons: ['本单位邮件服务器已验证发件人（dmarc=pass）'] });
  });
});

describe('a colleague in a domain of the party', () => {
  const colleague = 'wang@p0.example';
  const pass = finding('dmarc=pass header.from=p0.example');
  const hop = 'Received: from pc (unknown [10.0.0.5]) by mail.p0.example (Postfix); Fri';
  async function allowed(own = 'p0.example'): Promise<Scene> {
    const of = await scene();
    await office.deps.db.updateTable('party').set({ mail_domains: JSON.stringify([own]) }).where('campaign', '=', of.campaign.id).where('code', '=', 'p0').execute(); // prettier-ignore
    return of;
  }

  it.each<[string, (of: Scene) => Hostile, object]>([
    ['counts where our server vouches', ({ to }) => ({ head: [pass, entry, mailFrom(colleague)], to }), { state: 'delivered', answers: 1 }],
    ['is held where it says nothing', ({ to }) => ({ head: [entry, mailFrom(colleague)], to }), { state: 'held', reasons: [expect.stringContaining('须经验证才计入')] }],
    ['is held where a pass lies behind a hop of his', ({ to }) => ({ head: [entry, hop, pass, mailFrom(colleague)], to }), { state: 'held', answers: 0 }],
    ['counts where a filter writes below the entry', ({ to }) => ({ head: [entry, pass, hop, mailFrom(colleague)], to }), { state: 'delivered', answers: 1 }],
    ['is held without a token', () => ({ head: [pass, entry, mailFrom(colleague)] }), { state: 'held', answers: 0 }],
    ['is held under another party’s token', ({ toOther }) => ({ head: [pass, entry, mailFrom(colleague)], to: toOther }), { state: 'held', answers: 0 }],
    ['is held in a domain below or beside it', ({ to }) => ({ head: [finding('dmarc=pass'), entry, mailFrom('wang@x.p0.example')], to }), { state: 'held', answers: 0 }],
    ['is held where the domain is a name’s', ({ to }) => ({ head: [finding('dmarc=pass'), entry, mailFrom(`"${colleague}" <x@else.example>`)], to }), { state: 'held', answers: 0 }],
  ])('%s', async (_name, mailOf, expected) => {
    const of = await allowed();
    expect((await arrive(of, mailOf(of))).verdict).toMatchObject(expected);
  }); // prettier-ignore

  it('freezes the escalation while it is held without a token', async () => {
    const of = await allowed('own.example');
    const { mail } = await arrive(of, { head: [mailFrom('wang@own.example')] });
    expect([await heldOf(of, 'p0'), await heldOf(of, 'p1')]).toEqual([1, 0]);
    await refuseMail(office.deps, { mail, by: 'zqb1', at });
    expect(await heldOf(of, 'p0')).toBe(0);
  });

  it('counts unvouched where the office has named no server', async () => {
    const plain = await openIntakeOffice();
    try {
      const campaign = await plain.campaign();
      const letter = await campaign.letterTo('p1');
      await plain.deps.db
        .updateTable('party')
        .set({ mail_domains: '["p1.example"]' })
        .where('code', '=', 'p1')
        .execute();
      const { verdict } = await campaign.judged({ from: 'wang@p1.example', to: campaign.replyTo(letter), text: '序时推进，累计40项' }); // prettier-ignore
      expect(verdict).toMatchObject({ state: 'delivered', answers: 1 });
    } finally {
      await plain.close();
    }
  });
});
