import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createDeskActivities } from '../../activities/desk-activities.js';
import { ids } from '../../workflows/api.js';
import { openIntakeOffice, round } from './open-intake-office.js';

let office: Awaited<ReturnType<typeof openIntakeOffice>>;
const at = Date.parse('2026-02-20T03:00:00.000Z');
const sentAt = '2026-02-20T02:59:00.000Z';

beforeAll(async () => {
  office = await openIntakeOffice();
});
afterAll(() => office.close());

/** The worker died when the record had it and no task had heard of it. */
async function cutOff() {
  const campaign = await office.campaign();
  const desk = createDeskActivities(office.deps);
  const { db } = office.deps;
  const { id } = await db
    .insertInto('letter')
    .values({
      key: `${campaign.id}/p1.head/x/1`,
      campaign: campaign.id,
      round,
      desk: 'p1',
      kind: 'escalation',
      planned_at: '2026-02-20T01:30:00.000Z',
      message_id: `<escalation-${campaign.id}@zqb.example.cn>`,
      token: `escalation${campaign.id}`,
      state: 'sent',
      sent_at: sentAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await campaign.notice('escalation', 'p1', [2]);
  await db
    .updateTable('notice')
    .set({ state: 'sent', letter: id })
    .where('campaign', '=', campaign.id)
    .where('step', '=', 'escalation')
    .execute();
  office.temporal.signals.length = 0;
  const dispatch = (attempt: number) =>
    new MockActivityEnvironment({ attempt }).run(() => desk.dispatchLetters({ campaign: campaign.id, desk: 'p1', at }));
  const sign = () => desk.signLetter({ campaign: campaign.id, letter: id, by: 'zqb1', at });
  const signal = {
    workflowId: ids.task(campaign.id, 2),
    name: 'escalated',
    args: [{ round, at: Date.parse(sentAt) }],
  };
  return { campaign, dispatch, sign, signal };
}

describe('a 督办函 that left before its tasks were told', () => {
  it('is told of by the next attempt', async () => {
    const { dispatch, signal } = await cutOff();
    await dispatch(2);
    expect(office.temporal.signals).toEqual([signal]);
  });

  it('is told of when its signature is tried again', async () => {
    const { sign, signal } = await cutOff();
    expect(await sign()).toEqual({ outcome: 'sent' });
    expect(office.temporal.signals).toEqual([signal]);
  });

  it('is not told of once a task has written it', async () => {
    const { campaign, dispatch, sign } = await cutOff();
    await office.deps.db
      .insertInto('transition')
      .values({
        campaign: campaign.id,
        task: 2,
        round,
        sequence: 9,
        event: 'escalated',
        before: 'overdue',
        after: 'escalated',
        at: sentAt,
        by: 'system',
      })
      .execute();
    await dispatch(2);
    await sign();
    expect(office.temporal.signals).toEqual([]);
  });
});
