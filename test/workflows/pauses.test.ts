import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LetterKind } from '../../record/schema.js';
import { sampleRegister } from '../record/sample-register.js';
import * as api from '../../workflows/api.js';
import { eventually, holds } from '../eventually.js';
import { campaign, type OfficeInTime, openOfficeInTime } from './office-in-time.js';

const round = '2030-1';
const order = { by: 'zqb1', why: '机构调整' };

const clock = (office: OfficeInTime) => office.client.workflow.getHandle(api.ids.campaign(campaign));
const standingsOf = async ({ record }: OfficeInTime) => {
  const rows = await record.db.selectFrom('task').select('standing').orderBy('number').execute();
  return rows.map(({ standing }) => standing);
};
const lettersOf = async ({ record }: OfficeInTime, kind: LetterKind) => {
  const letters = record.db.selectFrom('letter').select(['desk', 'planned_at', 'state']).where('kind', '=', kind);
  const rows = await letters.orderBy('planned_at').orderBy('desk').execute();
  return rows.map(({ desk, planned_at, state }) => `${desk} ${planned_at.slice(5, 16)} ${state}`);
};

/** Round 1 of 2030: opens 11 Feb, reminder 20 Feb, answerBy 25 Feb 17:00, overdue 26 Feb, closes 5 Mar. */
describe('a pause from 18 to 21 February, three mornings of letters', () => {
  let office: OfficeInTime;

  beforeAll(async () => {
    office = await openOfficeInTime(sampleRegister({ parties: 2, tasks: 4 }));
    await office.until('2030-02-18T12:00:00+08:00');
    await holds('all asked', async () => (await standingsOf(office)).every((standing) => standing === 'asked'));
    await clock(office).executeUpdate(api.pauseUpdate, { args: [order] });
  });
  afterAll(() => office.close());

  it('freezes the steps', async () => {
    await office.until('2030-02-21T12:00:00+08:00');
    expect(await lettersOf(office, 'reminder')).toEqual([]);
  });

  it('takes answers all the same', async () => {
    expect(await office.answer(1, round, 'p0')).toEqual({ standing: 'answered', outcome: 'answered' });
  });

  it('is not ordered twice', async () => {
    await expect(clock(office).executeUpdate(api.pauseUpdate, { args: [order] })).rejects.toMatchObject({
      cause: { message: '行动当前为“已暂停”，不能暂停。' },
    });
  });

  it('moves every step by three workdays', async () => {
    await clock(office).executeUpdate(api.resumeUpdate, { args: [order] });
    await office.until('2030-02-25T09:35:00+08:00');
    await eventually(async () =>
      expect(await lettersOf(office, 'reminder')).toEqual(['p0 02-25T01:30 sent', 'p1 02-25T01:30 sent']),
    );
    await office.until('2030-03-01T09:35:00+08:00');
    await eventually(async () =>
      expect(await lettersOf(office, 'overdue')).toEqual(['p0 03-01T01:30 sent', 'p1 03-01T01:30 sent']),
    );
    const { answer_by, closes_at } = await office.record.db
      .selectFrom('round')
      .selectAll()
      .where('id', '=', round)
      .executeTakeFirstOrThrow();
    expect([answer_by, closes_at]).toEqual(['2030-02-28T09:00:00.000Z', '2030-03-08T09:00:00.000Z']);
  });

  it('leaves the campaign open while its round is', async () => {
    await expect(clock(office).executeUpdate(api.closeUpdate, { args: [order] })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('尚未关闭') },
    });
  });

  it('does not keep a coordinator from closing the round early', async () => {
    const handle = office.client.workflow.getHandle(api.ids.round(campaign, round));
    await handle.executeUpdate(api.closeRoundUpdate, { args: [order] });
    await eventually(async () => expect(await standingsOf(office)).toEqual(['answered', 'missed', 'missed', 'missed']));
    await eventually(async () => expect((await clock(office).query(api.campaignQuery)).openRound).toBeNull());
  });
});

describe('a pause across an opening', () => {
  let office: OfficeInTime;

  beforeAll(async () => {
    office = await openOfficeInTime(sampleRegister({ parties: 2, tasks: 4 }));
    await office.until('2030-02-08T12:00:00+08:00');
    await clock(office).executeUpdate(api.pauseUpdate, { args: [order] });
    await office.until('2030-02-21T10:00:00+08:00');
  });
  afterAll(() => office.close());

  it('opens no round', async () => {
    expect(await lettersOf(office, 'opening')).toEqual([]);
    expect(await standingsOf(office)).toEqual(Array(4).fill('idle'));
  });

  it('opens it afterwards, with five workdays to answer', async () => {
    await clock(office).executeUpdate(api.resumeUpdate, { args: [order] });
    await office.until('2030-02-21T10:05:00+08:00');
    await eventually(async () => expect(await lettersOf(office, 'opening')).toHaveLength(2));
    await eventually(async () => expect(await standingsOf(office)).toEqual(Array(4).fill('asked')));
    const { answer_by } = await office.record.db
      .selectFrom('round')
      .selectAll()
      .where('id', '=', round)
      .executeTakeFirstOrThrow();
    expect(answer_by).toBe('2030-02-28T09:00:00.000Z');
  });
});
