import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import type { AnswerContent } from '../../../domain/answer.js';
import { linkToken } from '../../../mail/link-token.js';
import { answersOfTask, unaccounted } from '../../../record/answers.js';
import { addOpeningNotices } from '../../../record/notices.js';
import type { AnswerForm, Submission } from '../../../web/answer/answer-form.js';
import { campaign, firstRound, type Office, openOffice, round, secret, token } from './open-office.js';

const offices: Office[] = [];
afterEach(async () => {
  for (const office of offices.splice(0)) await office.close();
});

const opened = async (more: Parameters<typeof openOffice>[0] = { led: ['gxt', 'kjt'] }): Promise<Office> => {
  const office = await openOffice(more);
  offices.push(office);
  return office;
};

const inTime = '2026-04-20T02:00:00.000Z';
const tooLate = '2026-04-28T02:00:00.000Z';
const moved: AnswerContent = { rating: 'onTrack', figures: [{ target: 0, value: 9 }], progress: '已完成评审。' };

const submission = (task: number, content = moved, more: Partial<Submission> = {}): Submission => ({
  token: token('gxt'),
  receivedAt: inTime,
  answers: [{ task, answerId: `form-${task}-${JSON.stringify(content).length}`, content }],
  ...more,
});

const ledBy = ({ register }: Office, party: string) =>
  register.tasks.filter(({ lead }) => lead === party).map(({ number }) => number);

const formOf = async (office: Office, link = token('gxt')): Promise<AnswerForm> => {
  const opening = await office.answers.openForm(link);
  if (opening.kind !== 'form') throw new Error(`expected a form, got ${JSON.stringify(opening)}`);
  return opening.form;
};

describe('a signed link', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ led: ['gxt'] });
  });
  afterAll(() => office.close());

  it('opens the tasks its party leads in the round', async () => {
    const form = await formOf(office);
    expect(form).toMatchObject({
      party: '省工业和信息化厅',
      round,
      period: '2026-03/2026-04',
      state: 'open',
      answerBy: '2026-04-27T09:00:00.000Z',
    });
    expect(form.tasks.map(({ number }) => number)).toEqual(ledBy(office, 'gxt'));
    expect(form.tasks[0]).toMatchObject({ standing: 'asked', current: null, deadline: '2026-12-31' });
  });

  it.each([
    ['with a changed letter', () => `x${token('gxt')}`],
    ['of another office', () => linkToken({ campaign, round, party: 'gxt' }, 'another secret')],
    ['that is no token', () => 'hello'],
  ])('%s is forged', async (_what, forged) => {
    expect(await office.answers.openForm(forged())).toEqual({ kind: 'forged' });
    await expect(office.answers.submitAnswers(submission(1, moved, { token: forged() }))).rejects.toMatchObject({
      name: 'Refusal',
    });
  });

  it.each([
    ['a party that is not in the register', token('nobody')],
    ['a round that is not open yet', token('gxt', '2026-3')],
    ['a campaign that is not stored', linkToken({ campaign: 'other', round, party: 'gxt' }, secret)],
  ])('to %s says why it opens nothing', async (_what, link) => {
    expect(await office.answers.openForm(link)).toMatchObject({ kind: 'revoked', why: expect.stringMatching(/。$/) });
  });

  it('changes nothing by being opened', async () => {
    const before = await office.board.status(campaign);
    await formOf(office);
    expect(await office.board.status(campaign)).toEqual(before);
    expect(office.wire.sent).toEqual([]);
  });
});

describe('the page behind a link', () => {
  it('shows the last figures and the current answer', async () => {
    const office = await opened();
    await office.answers.submitAnswers(submission(1, moved, { token: token('gxt', firstRound) }));
    await office.answers.submitAnswers(submission(1, { rating: 'onTrack', figures: [{ target: 0, value: 11 }] }));
    const [task] = (await formOf(office)).tasks;
    expect(task?.targets[0]?.last).toEqual({ value: 9, round: firstRound });
    expect(task?.current).toMatchObject({ version: 1, channel: 'form', content: { figures: [{ value: 11 }] } });
  });

  it('says what a returned answer lacks', async () => {
    const office = await opened();
    await office.answers.submitAnswers(submission(1));
    const order = { at: Date.parse(inTime), by: 'zqb1', why: '请附证书编号', round, until: Date.parse(tooLate) };
    await office.tasks.happen(1, { kind: 'return', ...order });
    expect((await formOf(office)).tasks[0]).toMatchObject({ standing: 'returned', returnedFor: '请附证书编号' });
    expect((await formOf(office)).tasks[1]).not.toHaveProperty('returnedFor');
  });

  it('shows the task own answerBy after an extension', async () => {
    const office = await opened();
    const until = Date.parse('2026-05-06T09:00:00.000Z');
    await office.tasks.happen(1, { kind: 'extend', at: Date.parse(inTime), by: 'zqb1', round, until, steps: [] });
    const [extended, other] = (await formOf(office)).tasks;
    expect(extended?.answerBy).toBe('2026-05-06T09:00:00.000Z');
    expect(other?.answerBy).toBe('2026-04-27T09:00:00.000Z');
  });

  it('lists what was announced before the tasks themselves opened', async () => {
    const office = await opened();
    await addOpeningNotices(office.db, { campaign, round: '2026-3', at: '2026-06-10T01:30:00Z' });
    await office.db.updateTable('round').set({ state: 'open' }).where('id', '=', '2026-3').execute();
    const form = await formOf(office, token('gxt', '2026-3'));
    expect(form.tasks.map(({ standing }) => standing)).toEqual(ledBy(office, 'gxt').map(() => 'asked'));
  });

  it('shows of a past round how that round was left', async () => {
    const office = await opened();
    await office.answers.submitAnswers(submission(1));
    await office.closeRound(1);
    await office.open(2);
    const form = await formOf(office);
    expect(form.state).toBe('closed');
    expect(form.tasks.slice(0, 2).map(({ standing }) => standing)).toEqual(['answered', 'missed']);
    expect(form.tasks.every(({ answerBy }) => answerBy === '2026-04-27T09:00:00.000Z')).toBe(true);
  });

  it('follows a task to its new lead', async () => {
    const office = await opened();
    await office.tasks.happen(1, { kind: 'reassign', at: Date.parse(inTime), by: 'zqb1', to: 'kjt' });
    expect((await formOf(office)).tasks.map(({ number }) => number)).not.toContain(1);
    expect((await formOf(office, token('kjt'))).tasks.map(({ number }) => number)).toContain(1);
  });
});

describe('answers from the form', () => {
  it('are stored and accounted as in time by when they arrived', async () => {
    const office = await opened({ at: tooLate, led: ['gxt'] });
    const [taken] = await office.answers.submitAnswers(submission(1));
    expect(taken).toEqual({ task: 1, version: 1, standing: 'answered', outcome: 'answered', questions: [] });
    expect(await answersOfTask(office.db, { campaign, task: 1 })).toMatchObject([
      { channel: 'form', by: 'gxt:form', party: 'gxt', receivedAt: inTime, outcome: 'answered' },
    ]);
  });

  it('that arrive after answerBy are late', async () => {
    const office = await opened({ at: tooLate, led: ['gxt'] });
    const [taken] = await office.answers.submitAnswers(submission(1, moved, { receivedAt: tooLate }));
    expect(taken).toMatchObject({ standing: 'late', outcome: 'late' });
  });

  it('go to their task as ids and instants only', async () => {
    const office = await opened();
    await office.answers.submitAnswers(submission(1));
    const [sent] = office.wire.sent;
    expect(sent).toMatchObject({ to: 'demo/task/001', update: 'answer' });
    expect(sent?.said).toEqual({ round, answerId: sent?.id, party: 'gxt', receivedAt: inTime });
  });

  it('sent twice are one version, and told once', async () => {
    const office = await opened();
    const first = await office.answers.submitAnswers(submission(1));
    expect(await office.answers.submitAnswers(submission(1))).toEqual(first);
    expect(office.wire.sent).toHaveLength(1);
  });

  it('that correct an earlier one are the next version', async () => {
    const office = await opened();
    await office.answers.submitAnswers(submission(1));
    const [taken] = await office.answers.submitAnswers(submission(1, { ...moved, help: '请协调检测机构。' }));
    expect(taken).toMatchObject({ version: 2, standing: 'answered', outcome: 'correction' });
  });

  it.each<[string, AnswerContent, RegExp]>([
    ['done without evidence', { rating: 'done', figures: [], completedOn: '2026-04-01' }, /佐证文号/],
    ['behind without a cause', { rating: 'behind', figures: [] }, /原因/],
    ['a falling sum', { rating: 'onTrack', figures: [{ target: 0, value: 3 }] }, /小于上期9/],
  ])('are asked back about %s', async (_what, content, asked) => {
    const office = await opened();
    await office.answers.submitAnswers(submission(1, moved, { token: token('gxt', firstRound) }));
    const [taken] = await office.answers.submitAnswers(submission(1, content));
    expect(taken?.questions).toEqual([{ task: 1, text: expect.stringMatching(asked) }]);
    const stored = await answersOfTask(office.db, { campaign, task: 1 });
    expect(stored.at(-1)?.questions).toEqual(taken?.questions);
  });

  it('to a task of another lead are held', async () => {
    const office = await opened();
    const [another = 0] = ledBy(office, 'kjt');
    const [taken] = await office.answers.submitAnswers(submission(another));
    expect(taken?.outcome).toBe('held');
  });

  it('to an accepted task are kept as after closing', async () => {
    const office = await opened();
    await office.tasks.happen(1, { kind: 'accept', at: Date.parse(inTime), by: 'zqb1', round });
    const [taken] = await office.answers.submitAnswers(submission(1));
    expect(taken).toMatchObject({ standing: 'accepted', outcome: 'afterClose' });
    expect(await unaccounted(office.db, campaign)).toEqual([]);
  });

  it('to a task whose workflow is missing wait for it', async () => {
    const office = await opened();
    office.tasks.lives.delete(1);
    const [taken] = await office.answers.submitAnswers(submission(1));
    expect(taken).toMatchObject({ standing: 'asked', outcome: null });
    expect(await unaccounted(office.db, campaign)).toHaveLength(1);
  });

  it('are safe, and read back without an outcome, while their task is slow', async () => {
    const office = await opened();
    const { send } = office.wire;
    office.wire.send = () => Promise.reject(new WorkflowUpdateRPCTimeoutOrCancelledError('deadline'));
    const [taken] = await office.answers.submitAnswers(submission(1));
    expect(taken).toMatchObject({ version: 1, standing: 'asked', outcome: null });
    expect(await unaccounted(office.db, campaign)).toHaveLength(1);
    expect(office.problems).toEqual([]);

    office.wire.send = send;
    expect(await office.answers.submitAnswers(submission(1))).toMatchObject([{ version: 1, outcome: 'answered' }]);
  });

  it('are safe where their task fails, and the failure is told', async () => {
    const office = await opened();
    office.wire.send = () => Promise.reject(new WorkflowUpdateFailedError('failed', new Error('worker is ill')));
    expect(await office.answers.submitAnswers(submission(1))).toMatchObject([{ version: 1, outcome: null }]);
    expect(office.problems).toEqual([expect.any(WorkflowUpdateFailedError)]);
  });

  it('of a whole page, or of all parties at once, are all taken', async () => {
    const office = await opened({});
    const parties = [...new Set(office.register.tasks.map(({ lead }) => lead))];
    const pages = parties.map((party) => ({
      token: token(party),
      receivedAt: inTime,
      answers: ledBy(office, party).map((task) => ({ task, answerId: `form-${task}`, content: moved })),
    }));
    const taken = (await Promise.all(pages.map((page) => office.answers.submitAnswers(page)))).flat();
    expect(taken).toHaveLength(106);
    expect(new Set(taken.map(({ outcome }) => outcome))).toEqual(new Set(['answered']));
    expect((await office.board.status(campaign))?.counts).toEqual({ answered: 106 });
  });

  it('to a task that is not in the register are refused in a sentence', async () => {
    const office = await opened();
    await expect(office.answers.submitAnswers(submission(999))).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringContaining('任务999'),
    });
  });
});
