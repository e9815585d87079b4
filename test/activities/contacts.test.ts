import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { applyContactChange } from '../../activities/contacts/apply-contact-change.js';
import { askContacts } from '../../activities/contacts/ask-contacts.js';
import { sendUnsent } from '../../activities/letters/send-unsent.js';
import { refuseMail } from '../../activities/intake/refuse-mail.js';
import { readContactsToken } from '../../mail/contacts-token.js';
import { readLinkToken } from '../../mail/link-token.js';
import { readMail } from '../../mail/read/read-mail.js';
import { askContactChange, readContactChange, type ContactChangeRequest } from '../../record/contact-changes.js';
import { contactChangeEntries } from '../../record/contact-change-entries.js';
import { currentPosts } from '../../record/office-facts.js';
import { openIntakeOffice } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
type Campaign = Awaited<ReturnType<Office['campaign']>>;
let office: Office;
const at = Date.parse('2026-02-20T02:00:00.000Z');
const secret = 'a secret of tests';

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

async function ask(campaign: Campaign, more: Partial<ContactChangeRequest> = {}): Promise<number> {
  return askContactChange(office.deps.db, {
    campaign: campaign.id,
    party: 'p0',
    kind: 'liaison-a',
    name: '李四',
    email: `li.${campaign.id}@p0.example`,
    askedBy: 'zqb1',
    askedAt: new Date(at).toISOString(),
    ...more,
  });
}

const apply = (campaign: Campaign, change: number, by = 'zqb1') =>
  applyContactChange(office.deps, { campaign: campaign.id, desk: 'p0', change, by, at });

async function letters(campaign: Campaign) {
  await sendUnsent(office.deps, { campaign: campaign.id, desk: 'p0' });
  const rows = await office.deps.db
    .selectFrom('letter')
    .selectAll()
    .where('campaign', '=', campaign.id)
    .where('kind', '=', 'contacts')
    .orderBy('id')
    .execute();
  return Promise.all(
    rows.map(async (row) => ({
      ...row,
      text: (await readMail(Buffer.from(await office.deps.files.get(row.raw ?? '')))).full,
    })),
  );
}

const linkVersion = async (campaign: Campaign) =>
  (
    await office.deps.db
      .selectFrom('party')
      .select('link_version')
      .where('campaign', '=', campaign.id)
      .where('code', '=', 'p0')
      .executeTakeFirstOrThrow()
  ).link_version;

describe('a new liaison', () => {
  it('is welcomed with the open tasks and a link that works', async () => {
    const campaign = await office.campaign();
    await campaign.standing(1, { standing: 'asked', round: '2026-1' });
    await campaign.standing(4, { standing: 'answered', round: '2026-1', mark: 'answered' });
    const change = await ask(campaign);
    await apply(campaign, change);
    await apply(campaign, change);
    const [welcome, ...more] = await letters(campaign);
    expect(more).toEqual([]);
    expect(welcome).toMatchObject({ state: 'sent', recipients: [`li.${campaign.id}@p0.example`], round: '2026-1' });
    expect(welcome?.text).toContain('任务1');
    expect(welcome?.text).not.toContain('任务4');
    const token = /\/a\/(\S+)/.exec(welcome?.text ?? '')?.[1] ?? '';
    expect(readLinkToken(token.replace(/（.*$/, ''), secret)).toMatchObject({ party: 'p0', version: 2 });
    expect(await linkVersion(campaign)).toBe(2);
    expect(office.temporal.signals).toContainEqual({
      workflowId: `${campaign.id}/desk/p0`,
      name: 'due',
      args: [{ at }],
    });
  });

  it('at the same address is nobody new', async () => {
    const campaign = await office.campaign();
    await apply(campaign, await ask(campaign, { email: campaign.liaison('p0').toUpperCase(), name: '张三' }));
    expect(await letters(campaign)).toEqual([]);
    expect(await linkVersion(campaign)).toBe(1);
  });

  it('a head is welcomed by nobody', async () => {
    const campaign = await office.campaign();
    await apply(campaign, await ask(campaign, { kind: 'head' }));
    expect(await letters(campaign)).toEqual([]);
  });
});

describe('a hand-over by a party', () => {
  it('on its page is told to the address before and to the coordinators', async () => {
    const campaign = await office.campaign();
    await apply(campaign, await ask(campaign, { source: 'page', askedBy: 'p0' }), 'p0');
    const [, receipt] = await letters(campaign);
    expect(receipt).toMatchObject({ recipients: [campaign.liaison('p0')], state: 'sent' });
    expect(receipt?.text).toContain('由联络员A变更为李四');
    expect((await campaign.notes()).map(({ text }) => text).join()).toMatch(/已生效.*contacts undo/);
  });

  it('that is held waits, and the coordinators hear of it', async () => {
    const campaign = await office.campaign();
    const change = await ask(campaign, { source: 'page', askedBy: 'p0', doubts: ['新邮箱不在原邮箱的域名之下'] });
    await apply(campaign, change, 'p0');
    expect(await readContactChange(office.deps.db, change)).toMatchObject({ state: 'held', appliedAt: null });
    expect((await campaign.notes()).map(({ text }) => text).join()).toContain(`contacts approve ${change}`);
    await apply(campaign, change, 'zqb1');
    expect(await readContactChange(office.deps.db, change)).toMatchObject({ state: 'applied', decidedBy: 'zqb1' });
    expect((await currentPosts(office.deps.db, campaign.id, 'p0'))['liaison-a']?.name).toBe('李四');
  });

  it('that was refused stays refused', async () => {
    const campaign = await office.campaign();
    const change = await ask(campaign, { source: 'page', doubts: ['存疑'] });
    await office.deps.db.updateTable('contact_change').set({ state: 'refused' }).where('id', '=', change).execute();
    await expect(apply(campaign, change)).rejects.toThrow(/已被.*驳回/);
  });
});

describe('a hand-over by reply', () => {
  const words = '任务1：序时推进，累计40项\n\n联络员变更：李四、处长、024-86890002、li@p0.example';

  it('is laid down beside the answers, which count', async () => {
    const campaign = await office.campaign();
    const to = campaign.replyTo(await campaign.letterTo('p0'));
    const { mail, verdict } = await campaign.judged({ from: campaign.liaison('p0'), to, text: words });
    expect(verdict).toMatchObject({ state: 'held', answers: 1 });
    expect(verdict.reasons.join()).toContain('contacts changes');
    expect(JSON.stringify(verdict)).not.toContain('李四');
    const [entry] = await contactChangeEntries(office.deps.db, { campaign: campaign.id, mail });
    expect(entry).toMatchObject({
      post: 'liaison-a',
      name: '李四（处长）',
      phone: '024-86890002',
      email: 'li@p0.example',
      state: 'held',
      current: { email: campaign.liaison('p0') },
    });
    await apply(campaign, entry?.id ?? 0);
    const sent = await letters(campaign);
    expect(sent.map(({ recipients }) => recipients)).toEqual([['li@p0.example'], [campaign.liaison('p0')]]);
  });

  it('from a stranger is held with a warning', async () => {
    const campaign = await office.campaign();
    const to = campaign.replyTo(await campaign.letterTo('p0'));
    const { mail } = await campaign.judged({ from: 'stranger@else.example', to, text: words });
    const [entry] = await contactChangeEntries(office.deps.db, { campaign: campaign.id, mail });
    expect(entry?.doubts.join()).toContain('发件人不是该单位登记的联系人');
    await refuseMail(office.deps, { mail, by: 'zqb1', at });
    expect(await contactChangeEntries(office.deps.db, { campaign: campaign.id, waiting: true })).toEqual([]);
  });

  it('that says half of it is for the coordinator to ask about', async () => {
    const campaign = await office.campaign();
    const to = campaign.replyTo(await campaign.letterTo('p0'));
    const { verdict } = await campaign.judged({ from: campaign.liaison('p0'), to, text: '联络员变更：李四、处长' });
    expect(verdict.reasons.join()).toContain('未写全');
    expect(await contactChangeEntries(office.deps.db, { campaign: campaign.id })).toEqual([]);
  });
});

describe('a liaison is asked to confirm', () => {
  it('by the 调度通知 of the first round', async () => {
    const campaign = await office.campaign();
    const letter = await campaign.letterTo('p0');
    const { full } = await readMail(Buffer.from(await office.deps.files.get(letter.raw ?? '')));
    const token = (/\/c\/(\S+)/.exec(full)?.[1] ?? '').replace(/（.*$/, '');
    const liaison = (await currentPosts(office.deps.db, campaign.id, 'p0'))['liaison-a'];
    expect(readContactsToken(token, secret)).toMatchObject({ party: 'p0', holder: liaison?.id });
    expect(liaison?.asked_at).toBe('2026-02-20T03:00:00.000Z');
  });

  it('by a letter of its own where a coordinator wants it', async () => {
    const campaign = await office.campaign();
    const order = { campaign: campaign.id, desk: 'p0', by: 'zqb1', at };
    await askContacts(office.deps, order);
    await askContacts(office.deps, order);
    const [letter, ...more] = await letters(campaign);
    expect(more).toEqual([]);
    expect(letter).toMatchObject({ recipients: [campaign.liaison('p0')], state: 'sent' });
    expect(letter?.text).toContain('/c/');
    expect(letter?.text).not.toContain('分管负责人');
  });

  it('unless there is none', async () => {
    const campaign = await office.campaign();
    await office.deps.db
      .deleteFrom('post')
      .where('campaign', '=', campaign.id)
      .where('kind', '=', 'liaison-a')
      .execute();
    const order = { campaign: campaign.id, desk: 'p0', by: 'zqb1', at };
    await expect(askContacts(office.deps, order)).rejects.toMatchObject({ type: 'Refused', nonRetryable: true });
  });
});
