import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { array, assert, asyncProperty, constantFrom, integer, record as shape } from 'fast-check';
import { sql } from 'kysely';
import type { AnswerContent } from '../../domain/answer.js';
import { createAnswerBatch } from '../../record/answer-batch.js';
import {
  answersOfTask,
  lastFigures,
  lastFiguresOfAll,
  latestAnswers,
  markAccounted,
  readAnswer,
  unaccounted,
} from '../../record/answers.js';
import { saveCampaign } from '../../record/campaigns.js';
import { type NewAnswer, storeAnswers } from '../../record/store-answers.js';
import { openTestRecord, type TestRecord } from './open-test-record.js';
import { sampleCampaign } from './sample-register.js';

let record: TestRecord;
const at = '2026-02-20T02:00:00.000Z';

beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

async function start(id: string, tasks = 4): Promise<string> {
  await record.db.transaction().execute((trx) => saveCampaign(trx, sampleCampaign(id, { tasks })));
  return id;
}

function answer(campaign: string, task: number, answerId: string, more: Partial<NewAnswer> = {}): NewAnswer {
  const content: AnswerContent = { figures: [], progress: `进展 ${answerId}` };
  return {
    campaign,
    task,
    round: '2026-1',
    answerId,
    party: 'p0',
    channel: 'reply',
    by: 'p0.liaison@p0.example',
    receivedAt: at,
    content,
    ...more,
  };
}

/** PostgreSQL keeps in each row the number of the transaction that wrote it. */
const writtenBy = sql<string>`answer.xmin::text`.as('transaction');

const figures = (value: number): AnswerContent => ({ figures: [{ target: 0, value }] });

describe('storing answers', () => {
  it('numbers the versions within task and round, in the order given', async () => {
    const campaign = await start('versions');
    const first = await storeAnswers(record.db, [
      answer(campaign, 1, 'a'),
      answer(campaign, 2, 'b'),
      answer(campaign, 1, 'c'),
      answer(campaign, 1, 'd', { round: '2026-2' }),
    ]);
    expect(first.map(({ version, fresh }) => [version, fresh])).toEqual([
      [1, true],
      [1, true],
      [2, true],
      [1, true],
    ]);
    const second = await storeAnswers(record.db, [answer(campaign, 1, 'e'), answer(campaign, 1, 'a')]);
    expect(second).toMatchObject([
      { answerId: 'e', version: 3, fresh: true },
      { answerId: 'a', version: 1, fresh: false, id: first[0]?.id },
    ]);
  });

  it('gives one version to one id, however often it is given', async () => {
    const campaign = await start('same');
    const same = answer(campaign, 1, 'a');
    const stored = await storeAnswers(record.db, [same, same, same]);
    expect(stored.map(({ version }) => version)).toEqual([1, 1, 1]);
    expect(await answersOfTask(record.db, { campaign, task: 1 })).toHaveLength(1);
  });

  it('keeps every word as it came', async () => {
    const campaign = await start('words');
    const content: AnswerContent = {
      rating: 'behind',
      figures: [{ target: 0, value: 12.5 }],
      progress: '“引号”、\\反斜杠\n换行 😀',
      cause: '坏\0字\uD800符',
      unchanged: true,
    };
    const questions = [{ task: 1, text: '请确认。' }];
    await storeAnswers(record.db, [answer(campaign, 1, 'a', { content, questions })]);
    expect(await readAnswer(record.db, { campaign, task: 1, round: '2026-1', answerId: 'a' })).toMatchObject({
      content: { ...content, cause: '坏\uFFFD字\uFFFD符' },
      questions,
      receivedAt: at,
      outcome: null,
      accountedAt: null,
    });
  });

  it('joins the caller’s transaction and goes with it', async () => {
    const campaign = await start('joined');
    const torn = record.db.transaction().execute(async (trx) => {
      await storeAnswers(trx, [answer(campaign, 1, 'a')]);
      throw new Error('the caller thought better of it');
    });
    await expect(torn).rejects.toThrow('thought better');
    expect(await answersOfTask(record.db, { campaign, task: 1 })).toEqual([]);
  });

  it('is the same in any grouping', async () => {
    let count = 0;
    const given = array(
      array(shape({ task: integer({ min: 1, max: 3 }), id: constantFrom('a', 'b', 'c', 'd', 'e') })),
      { maxLength: 5 },
    );
    await assert(
      asyncProperty(given, async (groups) => {
        const campaign = await start(`any-${(count += 1)}`);
        const batch = groups.map((group) => group.map(({ task, id }) => answer(campaign, task, id)));
        for (const answers of batch) await storeAnswers(record.db, answers);
        for (const task of [1, 2, 3]) {
          const ids = groups.flat().flatMap((one) => (one.task === task ? [one.id] : []));
          const kept = await answersOfTask(record.db, { campaign, task });
          expect(kept.map(({ answerId }) => answerId)).toEqual([...new Set(ids)]);
          expect(kept.map(({ version }) => version)).toEqual(kept.map((_, index) => index + 1));
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('many answers at once', () => {
  it('are all durable, with versions as in one row', async () => {
    const campaign = await start('burst', 106);
    const batch = createAnswerBatch(record.db);
    const answers = Array.from({ length: 106 }, (_, index) => answer(campaign, index + 1, 'first'));
    const first = await Promise.all(answers.map((one) => batch.store([one])));
    expect(first.flat().map(({ task, version }) => [task, version])).toEqual(answers.map(({ task }) => [task, 1]));
    const rivals = Array.from({ length: 60 }, (_, index) => answer(campaign, (index % 3) + 1, `rival-${index}`));
    const second = (await Promise.all(rivals.map((one) => batch.store([one])))).flat();
    for (const task of [1, 2, 3]) {
      const versions = second.filter((one) => one.task === task).map(({ version }) => version);
      expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    }
    expect(await unaccounted(record.db, campaign)).toHaveLength(166);
  });

  it('go in few transactions, not in one each', async () => {
    const campaign = await start('few', 106);
    const batch = createAnswerBatch(record.db);
    const answers = Array.from({ length: 106 }, (_, index) => answer(campaign, index + 1, 'a'));
    await Promise.all(answers.map((one) => batch.store([one])));
    const transactions = await record.db
      .selectFrom('answer')
      .select(writtenBy)
      .where('campaign', '=', campaign)
      .distinct()
      .execute();
    expect(transactions.length).toBeLessThanOrEqual(3);
  });

  it('are refused only to the caller whose answer is bad', async () => {
    const campaign = await start('bad');
    const batch = createAnswerBatch(record.db);
    const outcomes = await Promise.allSettled([
      batch.store([answer(campaign, 1, 'a')]),
      batch.store([answer(campaign, 2, 'b'), answer(campaign, 3, 'c')]),
      batch.store([answer(campaign, 999, 'd')]),
      batch.store([answer(campaign, 4, 'e')]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(await unaccounted(record.db, campaign)).toHaveLength(4);
  });

  it('may be none', async () => {
    expect(await createAnswerBatch(record.db).store([])).toEqual([]);
  });
});

describe('reading answers', () => {
  it('gives the newest version of each task, without what is held', async () => {
    const campaign = await start('latest');
    await storeAnswers(record.db, [
      answer(campaign, 1, 'a'),
      answer(campaign, 1, 'b'),
      answer(campaign, 2, 'c'),
      answer(campaign, 2, 'd'),
    ]);
    await markAccounted(record.db, [{ campaign, task: 2, round: '2026-1', answerId: 'd', outcome: 'held', at }]);
    const latest = await latestAnswers(record.db, { campaign, round: '2026-1' });
    expect(latest.map(({ answerId }) => answerId)).toEqual(['b', 'c']);
  });

  it('gives the last figures of an earlier round only', async () => {
    const campaign = await start('figures');
    const last = (task: number, round: string, answerId: string, content: AnswerContent) =>
      answer(campaign, task, answerId, { round, content });
    await storeAnswers(record.db, [
      last(1, '2026-1', 'a', figures(10)),
      last(1, '2026-2', 'b', figures(20)),
      last(1, '2026-2', 'c', { figures: [], progress: '无数据' }),
      last(1, '2026-3', 'd', figures(30)),
      last(2, '2026-1', 'e', figures(5)),
    ]);
    expect(await lastFigures(record.db, { campaign, task: 1, beforeRound: '2026-3' })).toEqual({
      task: 1,
      round: '2026-2',
      version: 1,
      figures: [{ target: 0, value: 20 }],
    });
    expect(await lastFigures(record.db, { campaign, task: 1, beforeRound: '2026-1' })).toBeUndefined();
    const all = await lastFiguresOfAll(record.db, { campaign, beforeRound: '2026-3' });
    expect(all.map(({ task, round }) => [task, round])).toEqual([
      [1, '2026-2'],
      [2, '2026-1'],
    ]);
  });

  it('keeps the first outcome of an accounted answer', async () => {
    const campaign = await start('accounted');
    await storeAnswers(record.db, [answer(campaign, 1, 'a'), answer(campaign, 2, 'b'), answer(campaign, 3, 'c')]);
    const key = { campaign, round: '2026-1', at };
    await markAccounted(record.db, [
      { ...key, task: 1, answerId: 'a', outcome: 'answered' },
      { ...key, task: 2, answerId: 'b', outcome: 'late' },
    ]);
    await markAccounted(record.db, [{ ...key, task: 1, answerId: 'a', outcome: 'afterClose' }]);
    const outcome = (await readAnswer(record.db, { ...key, task: 1, answerId: 'a' }))?.outcome;
    expect(outcome).toBe('answered');
    expect((await unaccounted(record.db, campaign)).map(({ answerId }) => answerId)).toEqual(['c']);
  });
});
