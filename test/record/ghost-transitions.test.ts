import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Transition } from '../../domain/task-life/life.js';
import { saveCampaign } from '../../record/campaigns.js';
import { storeAnswers } from '../../record/store-answers.js';
import { writeTransitions } from '../../record/transitions.js';
import { openTestRecord, type TestRecord } from './open-test-record.js';
import { sampleCampaign } from './sample-register.js';

const campaign = 'ghosts';
const round = '2026-1';
const line = { round, lead: 'p0', at: 1_000, by: 'system', notices: [] } as const;
const opened: Transition = { ...line, sequence: 1, event: 'open', before: 'idle', after: 'asked', answerBy: 9_000 };
const overdue: Transition = {
  ...line,
  sequence: 2,
  event: 'overdue',
  before: 'asked',
  after: 'overdue',
  notices: [{ step: 'overdue', desk: 'p0', at: 2_000 }],
};
const answered: Transition = {
  ...line,
  sequence: 2,
  event: 'answer',
  before: 'asked',
  after: 'answered',
  mark: 'answered',
  answer: { id: 'a1', round, outcome: 'answered' },
};

describe('a turn that Temporal threw away', () => {
  let record: TestRecord;
  const write = (...written: readonly Transition[]) =>
    record.db.transaction().execute((trx) =>
      writeTransitions(
        trx,
        written.map((each) => ({ campaign, task: 1, ...each })),
      ),
    );

  beforeAll(async () => {
    record = await openTestRecord();
    await record.db.transaction().execute((trx) => saveCampaign(trx, sampleCampaign(campaign)));
    const receivedAt = '2026-02-10T01:00:00.000Z';
    const key = { campaign, task: 1, round, answerId: 'a1', party: 'p0' };
    await storeAnswers(record.db, [
      { ...key, channel: 'reply', by: 'x', receivedAt, content: { figures: [] }, questions: [] },
    ]);
    await write(opened);
    await write(overdue);
    await write(answered);
  });
  afterAll(() => record.close());

  it('yields its number to the turn that counted', async () => {
    const lines = await record.db.selectFrom('transition').select(['sequence', 'event']).orderBy('sequence').execute();
    expect(lines).toEqual([
      { sequence: 1, event: 'open' },
      { sequence: 2, event: 'answer' },
    ]);
  });

  it('leaves the standing to the turn that counted', async () => {
    const task = await record.db
      .selectFrom('task')
      .select(['standing', 'mark', 'sequence'])
      .where('number', '=', 1)
      .executeTakeFirst();
    expect(task).toEqual({ standing: 'answered', mark: 'answered', sequence: 2 });
  });

  it('takes its unsent notices along', async () => {
    expect(await record.db.selectFrom('notice').select('id').execute()).toEqual([]);
  });

  it('does not keep an answer from being accounted', async () => {
    const [answer] = await record.db.selectFrom('answer').select('outcome').execute();
    expect(answer?.outcome).toBe('answered');
  });

  it('is not suspected of what was merely written twice', async () => {
    await write(opened);
    await write({ ...answered, at: 5_000 });
    const lines = await record.db.selectFrom('transition').select('event').orderBy('sequence').execute();
    expect(lines.map(({ event }) => event)).toEqual(['open', 'answer']);
  });
});
