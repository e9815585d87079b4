import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { gateFacts } from '../../record/gate.js';
import { type Letter, readLetter } from '../../record/letters.js';
import { currentPosts } from '../../record/posts.js';
import { coordinatorsDesk, ids } from '../../workflows/api.js';
import { openIntakeOffice, round } from './open-intake-office.js';

type Office = Awaited<ReturnType<typeof openIntakeOffice>>;
type Campaign = Awaited<ReturnType<Office['campaign']>>;
let office: Office;

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

function report(recipient: string, status: string, action: string) {
  const fields = `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ${recipient}\nAction: ${action}\nStatus: ${status}\n`;
  return {
    headers: ['Subject: Undelivered', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
    text: `--b\nContent-Type: text/plain\n\nsorry\n--b\nContent-Type: message/delivery-status\n\n${fields}\n--b--\n`,
  };
}

function bounce(campaign: Campaign, letter: Letter, recipient: string, status = '5.1.1', action = 'failed') {
  const to = campaign.bounceTo(letter);
  return campaign.judged({
    from: 'MAILER-DAEMON@mx.example',
    envelopeFrom: '',
    to,
    ...report(recipient, status, action),
  });
}

const liaisonOf = async (campaign: Campaign, party: string) =>
  (await currentPosts(office.deps.db, { campaign: campaign.id, party })).find(({ kind }) => kind === 'liaison-a');

describe('a letter that comes back', () => {
  it('marks letter and post and is told', async () => {
    const campaign = await office.campaign();
    const letter = await campaign.letterTo('p1');
    const { verdict, row } = await bounce(campaign, letter, campaign.liaison('p1'));
    expect(verdict).toMatchObject({ state: 'noted', kind: 'bounce', party: 'p1', round, answers: 0, receipt: false });
    expect(JSON.stringify(verdict)).not.toContain('@');
    expect(row).toMatchObject({ state: 'noted', kind: 'bounce', letter: letter.id });
    expect((await readLetter(office.deps.db, letter.id)).bounced_at).not.toBeNull();
    expect((await liaisonOf(campaign, 'p1'))?.bouncedAt).not.toBeNull();
    expect(await campaign.notes()).toEqual([{ about: `bounce/${letter.id}`, text: expect.stringContaining('5.1.1') }]);
    const facts = await gateFacts(office.deps.db, { campaign: campaign.id, task: 2, round, party: 'p1' });
    expect(facts.deliveredAt).toBeNull();
  });

  it('is only noted while it is late', async () => {
    const campaign = await office.campaign();
    const letter = await campaign.letterTo('p1');
    const { verdict } = await bounce(campaign, letter, campaign.liaison('p1'), '4.4.1', 'delayed');
    expect(verdict).toMatchObject({ state: 'noted', kind: 'bounce' });
    expect((await readLetter(office.deps.db, letter.id)).bounced_at).toBeNull();
    expect((await liaisonOf(campaign, 'p1'))?.bouncedAt).toBeNull();
    expect(await campaign.notes()).toEqual([]);
  });

  it('blames nobody the letter did not go to', async () => {
    const campaign = await office.campaign();
    const letter = await campaign.letterTo('p1');
    await bounce(campaign, letter, campaign.liaison('p2'));
    expect((await liaisonOf(campaign, 'p2'))?.bouncedAt).toBeNull();
    expect((await liaisonOf(campaign, 'p1'))?.bouncedAt).not.toBeNull();
  });

  it('is held where no letter of ours is named', async () => {
    const campaign = await office.campaign();
    const to = `bounce+${'a'.repeat(28)}@zqb.example.cn`;
    const stray = { from: 'MAILER-DAEMON@mx.example', envelopeFrom: '', to };
    const { verdict } = await campaign.judged({ ...stray, ...report(campaign.liaison('p1'), '5.1.1', 'failed') });
    expect(verdict).toMatchObject({ state: 'held', kind: 'bounce' });
    expect((await liaisonOf(campaign, 'p1'))?.bouncedAt).toBeNull();
  });

  it('to the coordinators is not told to the coordinators', async () => {
    const campaign = await office.campaign();
    const opening = await campaign.letterTo('p1');
    const { db } = office.deps;
    await db.updateTable('letter').set({ desk: coordinatorsDesk, kind: 'note' }).where('id', '=', opening.id).execute();
    await bounce(campaign, opening, 'zqb1@ln.example');
    expect(await campaign.notes()).toEqual([]);
  });
});

async function escalated(campaign: Campaign) {
  const opening = await campaign.letterTo('p1');
  const { db } = office.deps;
  const [draft] = await db
    .insertInto('letter')
    .values({
      key: `${campaign.id}/p1.head/x/1`,
      campaign: campaign.id,
      round,
      desk: 'p1',
      kind: 'escalation',
      planned_at: '2026-02-20T01:30:00.000Z',
      message_id: `<esc-${campaign.id}@zqb.example.cn>`,
      token: `esc${campaign.id}`,
      state: 'sent',
      sent_at: '2026-02-20T01:31:00.000Z',
    })
    .returning('id')
    .execute();
  await campaign.notice('escalation', 'p1', [2]);
  await db
    .updateTable('notice')
    .set({ state: 'sent', letter: draft?.id ?? 0 })
    .where('campaign', '=', campaign.id)
    .where('step', '=', 'escalation')
    .execute();
  office.temporal.signals.length = 0;
  return opening;
}
const unfounded = () => office.temporal.signals.filter(({ name }) => name === 'unfounded');

describe('a bounce found after an escalation', () => {
  it('makes it unfounded', async () => {
    const campaign = await office.campaign();
    await bounce(campaign, await escalated(campaign), campaign.liaison('p1'));
    const at = Date.parse('2026-02-20T02:00:00.000Z');
    expect(unfounded()).toEqual([{ workflowId: ids.task(campaign.id, 2), name: 'unfounded', args: [{ round, at }] }]);
  });

  it('does not where another letter reached the liaison', async () => {
    const campaign = await office.campaign();
    const opening = await escalated(campaign);
    await campaign.notice('reminder', 'p1', [2]);
    await campaign.letterTo('p1');
    await bounce(campaign, opening, campaign.liaison('p1'));
    expect(unfounded()).toEqual([]);
  });
});
