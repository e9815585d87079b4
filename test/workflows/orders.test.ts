import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WorkflowHandle } from '@temporalio/client';
import type { LetterKind } from '../../record/schema.js';
import { sampleRegister } from '../record/sample-register.js';
import * as api from '../../workflows/api.js';
import { eventually, holds } from '../eventually.js';
import { failedTurns, unreplayable } from '../real/histories.js';
import { recordHistories } from './recorded-histories.js';
import { campaign, type OfficeInTime, openOfficeInTime } from './office-in-time.js';

const round = '2030-1';
const order = { by: 'zqb1', why: '核实后办理' };

/** What tests look at of one office. */
function sights(office: () => OfficeInTime) {
  return {
    task: (number: number) => office().client.workflow.getHandle(api.ids.task(campaign, number)),
    letters: async (kind: LetterKind) => {
      const rows = await office()
        .record.db.selectFrom('letter')
        .select(['desk', 'planned_at', 'state'])
        .where('kind', '=', kind)
        .orderBy('planned_at')
        .orderBy('desk')
        .execute();
      return rows.map(({ desk, planned_at, state }) => `${desk} ${planned_at.slice(5, 16)} ${state}`);
    },
    about: async (task: number) => {
      const rows = await office()
        .record.db.selectFrom('notice')
        .select(['step', 'desk', 'planned_at', 'state'])
        .where('task', '=', task)
        .orderBy('planned_at')
        .orderBy('id')
        .execute();
      return rows.map(({ step, desk, planned_at, state }) => `${step} ${desk} ${planned_at.slice(5, 16)} ${state}`);
    },
    row: (number: number) =>
      office().record.db.selectFrom('task').selectAll().where('number', '=', number).executeTakeFirstOrThrow(),
  };
}

/** Round 1 of 2030: opens 11 Feb, reminder 20 Feb, answerBy 25 Feb 17:00, overdue 26 Feb, again 28 Feb, escalation 4 Mar, closes 5 Mar. */
describe('orders in a round', () => {
  let office: OfficeInTime;
  const { task, letters, about, row } = sights(() => office);

  beforeAll(async () => {
    office = await openOfficeInTime(sampleRegister({ parties: 3, tasks: 15 }));
    await office.until('2030-02-11T09:35:00+08:00');
    await holds('three openings', async () => (await letters('opening')).length === 3);
    await holds('all asked', async () => (await row(15)).standing === 'asked');
  });
  afterAll(() => office.close());

  it('an excused task is left in peace', async () => {
    await task(4).executeUpdate(api.excuseUpdate, { args: [{ ...order, round }] });
    expect(await row(4)).toMatchObject({ standing: 'excused' });
    await expect(task(4).executeUpdate(api.excuseUpdate, { args: [{ ...order, round }] })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('免报') },
    });
  });

  it('an accepted and a withdrawn task end', async () => {
    await task(7).executeUpdate(api.acceptUpdate, { args: [{ ...order, round, rating: 'done' }] });
    await task(10).executeUpdate(api.withdrawUpdate, { args: [order] });
    expect([await row(7), await row(10)].map(({ standing }) => standing)).toEqual(['accepted', 'withdrawn']);
    await eventually(async () => expect((await task(10).describe()).status.name).toBe('COMPLETED'));
  });

  it('an order for another round is refused', async () => {
    await expect(
      task(2).executeUpdate(api.excuseUpdate, { args: [{ ...order, round: '2029-6' }] }),
    ).rejects.toMatchObject({
      cause: {
        message: expect.stringMatching(/^任务2不能免报.*2029-6/),
        details: [{ english: expect.stringMatching(/^Task 2 cannot be excused.*2029-6/) }],
      },
    });
  });

  it('a returned answer is mended and keeps its mark', async () => {
    await office.answer(1, round, 'p0');
    await office.until('2030-02-13T10:00:00+08:00');
    await task(1).executeUpdate(api.returnUpdate, { args: [{ ...order, round }] });
    expect(await row(1)).toMatchObject({ standing: 'returned', mark: 'answered' });
    await office.until('2030-02-13T10:05:00+08:00');
    await eventually(async () => expect(await letters('return')).toEqual(['p0 02-13T02:00 sent']));
    expect(await office.answer(1, round, 'p0')).toEqual({ standing: 'answered', outcome: 'correction' });
  });

  it('an extension goes at most to the closing', async () => {
    expect(await extended(task(2), '2030-03-01T17:00:00+08:00')).toBe('2030-03-01T09:00:00.000Z');
    expect(await extended(task(5), '2030-04-30T17:00:00+08:00')).toBe('2030-03-05T09:00:00.000Z');
  });

  it('an extension that an answer overtakes takes nothing from the answer', async () => {
    const numbers = [11, 14];
    const extensions = numbers.map((number) => extended(task(number), '2030-03-01T17:00:00+08:00'));
    const answers = numbers.map((number) => office.answer(number, round, 'p1'));
    const settled = await Promise.allSettled([...extensions, ...answers]);
    const refusals = settled.flatMap((each) =>
      each.status === 'rejected' ? [String(each.reason.cause?.message)] : [],
    );
    expect(refusals.filter((text) => !text.includes('不能延期'))).toEqual([]);
    expect((await Promise.all(numbers.map(row))).map(({ standing }) => standing)).toEqual(['answered', 'answered']);
  });

  it('a reassigned task is handed over, and the new lead is asked anew', async () => {
    await office.until('2030-02-15T10:00:00+08:00');
    await task(3).executeUpdate(api.reassignUpdate, { args: [{ ...order, round, to: 'idle', toName: '单位idle' }] });
    await office.until('2030-02-15T10:05:00+08:00');
    await eventually(async () => expect(await letters('handover')).toEqual(['p2 02-15T02:00 sent']));
    await eventually(async () => expect(await letters('opening')).toContain('idle 02-15T02:00 sent'));
    expect(await row(3)).toMatchObject({ standing: 'asked', lead: 'idle' });
  });

  it('an answer of the old lead is held', async () => {
    expect(await office.answer(3, round, 'p2')).toEqual({ standing: 'asked', outcome: 'held' });
    expect((await row(3)).standing).toBe('asked');
  });

  it('a late reassignment gives five workdays', async () => {
    await office.until('2030-02-22T10:00:00+08:00');
    await task(9).executeUpdate(api.reassignUpdate, { args: [{ ...order, round, to: 'idle', toName: '单位idle' }] });
    expect((await row(9)).answer_by).toBe('2030-03-01T09:00:00.000Z');
  });

  it('reminders went to the silent alone', async () => {
    await eventually(async () =>
      expect(await letters('reminder')).toEqual(['idle', 'p0', 'p1', 'p2'].map((desk) => `${desk} 02-20T01:30 sent`)),
    );
    expect(await about(4)).toEqual(['opening p0 02-11T01:30 sent']);
    expect(await about(10)).toEqual(['opening p0 02-11T01:30 sent']);
    expect((await about(13)).at(-1)).toBe('reminder p0 02-20T01:30 sent');
  });

  it('nobody with more time is overdue', async () => {
    await office.until('2030-02-26T09:35:00+08:00');
    await eventually(async () => expect((await row(8)).standing).toBe('overdue'));
    await eventually(async () => expect((await row(13)).standing).toBe('overdue'));
    expect((await Promise.all([2, 5, 9].map(row))).map(({ standing }) => standing)).toEqual([
      'asked',
      'asked',
      'asked',
    ]);
    await office.until('2030-03-04T09:35:00+08:00');
    await eventually(async () => expect((await row(2)).standing).toBe('overdue'));
    await eventually(async () => expect((await row(9)).standing).toBe('overdue'));
  });

  it('an answer after closing is kept and changes nothing', async () => {
    await office.until('2030-03-05T17:10:00+08:00');
    await eventually(async () => expect((await row(6)).standing).toBe('missed'));
    expect(await office.answer(6, round, 'p2')).toEqual({ standing: 'missed', outcome: 'afterClose' });
    expect((await row(6)).standing).toBe('missed');
  });

  it('a campaign that is closed lays its histories down and ends', async () => {
    const handle = office.client.workflow.getHandle(api.ids.campaign(campaign));
    await eventually(async () => expect((await handle.query(api.campaignQuery)).openRound).toBeNull());
    await handle.executeUpdate(api.closeUpdate, { args: [order] });
    await eventually(async () => expect((await handle.describe()).status.name).toBe('COMPLETED'));
    const files = readdirSync(join(office.outFolder, campaign, 'histories'));
    expect(files).toEqual(
      expect.arrayContaining(['campaign.json', 'round-2030-1.json', 'task-001.json', 'desk-p0.json']),
    );
    await eventually(async () => expect((await task(1).describe()).status.name).toBe('COMPLETED'));
  });

  it('and all that happened replays', async () => {
    const tasks = [1, 2, 3, 4, 6, 7, 9, 10].map((number) => api.ids.task(campaign, number));
    const desks = ['p0', 'p2', api.coordinatorsDesk].map((desk) => api.ids.desk(campaign, desk));
    const ids = [api.ids.campaign(campaign), api.ids.round(campaign, round), ...tasks, ...desks];
    const histories = await Promise.all(
      ids.map(async (workflowId) => ({
        workflowId,
        history: await office.client.workflow.getHandle(workflowId).fetchHistory(),
      })),
    );
    expect(failedTurns(histories)).toEqual([]);
    expect(await unreplayable(histories)).toEqual([]);
    recordHistories(histories);
  });
});

async function extended(task: WorkflowHandle, until: string): Promise<string> {
  return (await task.executeUpdate(api.extendUpdate, { args: [{ ...order, round, until }] })).answerBy;
}
