import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { closeRoundUpdate, ids } from '../../workflows/api.js';
import { eventually, holds } from '../eventually.js';
import { sampleRegister } from '../record/sample-register.js';
import { replyTo, reportOn, sendUntilTaken } from './answer-by-mail.js';
import { briskRound } from './brisk.js';
import { failedTurns, fetchHistories, type Recorded } from './histories.js';
import { type Ledger, readLedger } from './ledger.js';
import { campaign, openRealOffice, type RealOffice } from './real-office.js';

/** Nobody works from before the reminder until long after the overdue instant. */
const cadence = briskRound({
  reminder: 10,
  calls: 12,
  answerBy: 14,
  overdue: 16,
  secondOverdue: 22,
  escalation: 28,
  closes: 120,
  settle: 1,
  workday: 3,
});
const silent = ['p1', 'p2', 'p3'];

describe('an outage over answerBy', () => {
  let office: RealOffice;
  let ledger: Ledger;
  let histories: readonly Recorded[];
  const letters = (kind: string) => ledger.letters.filter((letter) => letter.kind === kind);
  const plannedAt = (kind: string) => Date.parse(letters(kind)[0]?.planned_at ?? '');

  beforeAll(async () => {
    office = await openRealOffice();
    await office.startWorker();
    await office.start(sampleRegister({ parties: 4, tasks: 12 }), cadence);
    const { opensAt, opening } = await eventually(async () => {
      const { round } = await office.board.status(campaign);
      const passed = office.relay.passed.find(({ to }) => to[0] === 'p0.Liaison@p0.example');
      if (round?.state !== 'open' || !passed || office.relay.passed.length < 4)
        throw new Error('not all openings have left');
      return { opensAt: Date.parse(round.opensAt), opening: passed };
    });
    await holds('all asked', async () => (await office.board.status(campaign)).counts.asked === 12);
    await office.stopWorker();
    const answered = sendUntilTaken(await replyTo(opening, reportOn([1, 5, 9])), office.ports.intake);
    await pause(Math.max(0, opensAt + 27_000 - Date.now()));
    await office.startWorker();
    await answered;
    await holds(
      'three drafts',
      async () => (await office.board.letters({ campaign, kind: 'escalation' })).length === 3,
      60_000,
    );
    await office.orders(({ order }) => order(ids.round(campaign, '2030-1'), closeRoundUpdate, { by: 'zqb1' }));
    await holds('a bulletin', async () => (await office.board.bulletins(campaign)).length === 1, 60_000);
    histories = await fetchHistories(office.client);
    await office.stopWorker();
    ledger = await office.read((db) => readLedger(db, campaign));
  }, 150_000);
  afterAll(() => office.close());

  it('drops the steps before answerBy that are past', () => {
    expect([...letters('reminder'), ...letters('calls')]).toEqual([]);
  });

  it('sends the overdue letter first, one to each silent party', () => {
    const outcomes = letters('overdue')
      .filter(({ desk }) => desk !== 'p0')
      .map(({ desk, state }) => `${desk} ${state}`);
    expect(outcomes.toSorted()).toEqual(silent.map((desk) => `${desk} sent`));
  });

  it('keeps the later steps at their distance', () => {
    expect(plannedAt('second-overdue') - plannedAt('overdue')).toBe(cadence.secondOverdueMs - cadence.overdueMs);
    expect(plannedAt('escalation') - plannedAt('overdue')).toBe(cadence.escalationMs - cadence.overdueMs);
  });

  it('counts an answer as arrived when the office could take it', () => {
    expect(ledger.tasks.filter(({ lead }) => lead === 'p0').map(({ standing }) => standing)).toEqual(
      Array(3).fill('late'),
    );
  });

  it('writes no letter twice', () => {
    const sent = office.relay.passed.map(({ messageId }) => messageId);
    expect(sent.filter((id, index) => sent.indexOf(id) !== index)).toEqual([]);
  });

  it('fails no turn of a workflow', () => {
    expect(failedTurns(histories)).toEqual([]);
  });
});
