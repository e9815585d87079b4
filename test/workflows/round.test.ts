import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as api from '../../workflows/api.js';
import { eventually } from '../eventually.js';
import { sampleRegister } from '../record/sample-register.js';
import { campaign, type OfficeInTime, openOfficeInTime } from './office-in-time.js';

/** Round 1 of 2030: opens 11 Feb 09:30, answerBy 25 Feb 17:00, overdue 26 Feb, again 28 Feb, escalation 4 Mar, closes 5 Mar. */
describe('a round of an office', () => {
  let office: OfficeInTime;
  const letters = (kind: string) =>
    office.record.db
      .selectFrom('letter')
      .selectAll()
      .where('kind', '=', kind as 'opening')
      .orderBy('desk')
      .execute();
  const standings = async () =>
    Object.fromEntries(
      (await office.record.db.selectFrom('task').select(['number', 'standing']).execute()).map((row) => [
        row.number,
        row.standing,
      ]),
    );

  beforeAll(async () => {
    office = await openOfficeInTime(sampleRegister({ parties: 3, tasks: 6 }));
  });
  afterAll(() => office.close());

  it('opens with one letter for each lead', async () => {
    await office.until('2030-02-11T09:35:00+08:00');
    await eventually(async () => {
      expect((await letters('opening')).map(({ desk, state }) => `${desk} ${state}`)).toEqual([
        'p0 sent',
        'p1 sent',
        'p2 sent',
      ]);
      expect(office.posted).toHaveLength(3);
      expect(Object.values(await standings())).toEqual(Array(6).fill('asked'));
    });
  });

  it('reminds only the silent', async () => {
    await office.answer(1, '2030-1', 'p0');
    await office.answer(4, '2030-1', 'p0');
    await office.answer(2, '2030-1', 'p1');
    await office.until('2030-02-20T09:40:00+08:00');
    await eventually(async () => {
      expect((await letters('reminder')).map(({ desk }) => desk)).toEqual(['p1', 'p2']);
    });
  });

  it('marks the silent overdue the day after', async () => {
    await office.until('2030-02-26T09:40:00+08:00');
    await eventually(async () => {
      expect(await standings()).toEqual({
        1: 'answered',
        2: 'answered',
        3: 'overdue',
        4: 'answered',
        5: 'overdue',
        6: 'overdue',
      });
      expect((await letters('overdue')).map(({ desk, state }) => `${desk} ${state}`)).toEqual(['p1 sent', 'p2 sent']);
    });
  });

  it('drafts the letter to the head and waits for a signature', async () => {
    await office.until('2030-03-04T09:40:00+08:00');
    await eventually(async () => {
      const drafts = await letters('escalation');
      expect(drafts.map(({ desk, state }) => `${desk} ${state}`)).toEqual(['p1 drafted', 'p2 drafted']);
      expect((await standings())[3]).toBe('overdue');
    });
  });

  it('escalates when a coordinator signed', async () => {
    const [, draft] = await letters('escalation');
    const desk = office.client.workflow.getHandle(api.ids.desk(campaign, 'p2'));
    const outcome = await desk.executeUpdate(api.signUpdate, { args: [{ by: 'zqb1', letter: draft?.id ?? 0 }] });
    expect(outcome).toBe('sent');
    await office.until('2030-03-04T10:00:00+08:00');
    await eventually(async () => {
      expect(await standings()).toMatchObject({ 3: 'escalated', 5: 'overdue', 6: 'escalated' });
      expect(office.posted.map(({ to }) => to[0])).toContain('p2.head@p2.example');
    });
  });

  it('tells the head once the matter is settled', async () => {
    await office.answer(3, '2030-1', 'p2');
    await office.until('2030-03-04T10:10:00+08:00');
    await eventually(async () => {
      expect((await letters('settled')).map(({ desk, state }) => `${desk} ${state}`)).toEqual(['p2 sent']);
      expect((await standings())[3]).toBe('late');
    });
  });

  it('closes: unsigned lapses, silence is missed, a bulletin is drafted', async () => {
    await office.until('2030-03-05T17:10:00+08:00');
    await eventually(async () => {
      expect(await standings()).toEqual({
        1: 'answered',
        2: 'answered',
        3: 'late',
        4: 'answered',
        5: 'missed',
        6: 'missed',
      });
      expect((await letters('escalation')).map(({ state }) => state)).toEqual(['lapsed', 'sent']);
      const [draft] = await office.record.db.selectFrom('bulletin').selectAll().execute();
      expect(draft).toMatchObject({ round: '2030-1', version: 1, state: 'draft' });
    });
  });

  it('publishes what a coordinator approved', async () => {
    const bulletin = office.client.workflow.getHandle(api.ids.bulletin(campaign, '2030-1'));
    await bulletin.executeUpdate(api.approveUpdate, { args: [{ by: 'zqb1' }] });
    expect(office.posted.map(({ to }) => to)).toContainEqual(['leaders@ln.example']);
    const [published] = await office.record.db.selectFrom('bulletin').selectAll().execute();
    expect(published?.state).toBe('published');
  });

  it('corrects what was published by a new version', async () => {
    const bulletin = office.client.workflow.getHandle(api.ids.bulletin(campaign, '2030-1'));
    await bulletin.executeUpdate(api.returnBulletinUpdate, { args: [{ by: 'zqb1', why: '补充迟报数据' }] });
    await eventually(async () => {
      const versions = await office.record.db
        .selectFrom('bulletin')
        .select(['version', 'state'])
        .orderBy('version')
        .execute();
      expect(versions).toEqual([
        { version: 1, state: 'published' },
        { version: 2, state: 'draft' },
      ]);
    });
    // The draft is in the record a moment before its workflow knows of it: until then an approval is refused.
    const { version } = await eventually(() => bulletin.executeUpdate(api.approveUpdate, { args: [{ by: 'zqb1' }] }));
    expect(version).toBe(2);
    const again = bulletin.executeUpdate(api.approveUpdate, { args: [{ by: 'zqb1' }] });
    await expect(again).rejects.toMatchObject({ cause: { message: expect.stringContaining('已经印发') } });
  });

  it('keeps an answer after closing and leaves the standing', async () => {
    await office.answer(6, '2030-1', 'p2');
    expect((await standings())[6]).toBe('missed');
    const [answer] = await office.record.db.selectFrom('answer').select('outcome').where('task', '=', 6).execute();
    expect(answer?.outcome).toBe('afterClose');
  });

  it('refuses an order that names another round', async () => {
    const task = office.client.workflow.getHandle(api.ids.task(campaign, 1));
    const order = task.executeUpdate(api.excuseUpdate, { args: [{ by: 'zqb1', round: '2030-1' }] });
    await expect(order).rejects.toMatchObject({ cause: { message: expect.stringContaining('没有开放的调度期') } });
  });
});
