import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { eventually, holds } from '../eventually.js';
import { sampleRegister } from '../record/sample-register.js';
import { briskRound } from './brisk.js';
import { failedTurns, fetchHistories, type Recorded } from './histories.js';
import { type Ledger, readLedger } from './ledger.js';
import { campaign, openRealOffice, type RealOffice } from './real-office.js';
import type { Treatment } from './relay.js';

const cadence = briskRound({
  reminder: 16,
  calls: 22,
  answerBy: 24,
  overdue: 28,
  secondOverdue: 36,
  escalation: 44,
  closes: 58,
  settle: 1,
  workday: 8,
});
const liaison = (party: number) => `p${party}.Liaison@p${party}.example`;
const head = (party: number) => `p${party}.head@p${party}.example`;

describe('a relay in trouble', () => {
  let office: RealOffice;
  let ledger: Ledger;
  let histories: readonly Recorded[];
  let backAt = 0;

  const letterOf = (desk: string, kind: string) =>
    ledger.letters.filter((letter) => letter.desk === desk && letter.kind === kind);
  const arrivals = (messageId: string | undefined) =>
    office.relay.passed.filter((passed) => passed.messageId === messageId).length;
  const outcome = (desk: string, kind: string) =>
    letterOf(desk, kind).map(({ state, message_id }) => `${state}, came ${arrivals(message_id)} times`);

  beforeAll(async () => {
    office = await openRealOffice();
    const { relay, board } = office;
    const once = new Map<string, Treatment>();
    relay.refuses = (address) => address === liaison(1);
    relay.treat = ([first = '']) => {
      const treatment = once.get(first) ?? 'accept';
      once.delete(first);
      return treatment;
    };
    await relay.down();
    await office.startWorker();
    await office.start(registerOf(), cadence);
    const openedAt = await eventually(async () => {
      const { round } = await board.status(campaign);
      if (round?.state !== 'open') throw new Error('the round has not opened');
      return Date.parse(round.opensAt);
    });
    const until = (ms: number) => pause(Math.max(0, openedAt + ms - Date.now()));
    await until(7_000);
    once.set(liaison(3), 'drop-after-dot');
    await relay.up();
    backAt = Date.now();
    await until(cadence.reminderMs - 500);
    const { treat } = relay;
    relay.treat = () => 'defer';
    await until(cadence.reminderMs + 4_000);
    relay.treat = treat;
    await until(cadence.overdueMs - 1_000);
    once.set(liaison(0), 'drop-in-data').set(liaison(2), 'drop-after-dot');
    await until(cadence.escalationMs - 1_000);
    once.set(head(0), 'drop-in-data').set(head(2), 'drop-after-dot');
    await holds('a bulletin', async () => (await board.bulletins(campaign)).length === 1, 60_000);
    await holds('no letter waiting', async () => (await board.status(campaign)).letters.waiting === 0);
    // The coordinators' notes of the last moments.
    await holds('notes', async () => relay.passed.filter(({ to }) => to.includes('zqb1@ln.example')).length > 1);
    histories = await fetchHistories(office.client);
    await office.stopWorker();
    ledger = await office.read((db) => readLedger(db, campaign));
  }, 150_000);
  afterAll(() => office.close());

  it('holds the openings up only while it is down', () => {
    const openings = ['p0', 'p2', 'p3'].flatMap((desk) => letterOf(desk, 'opening'));
    expect(openings.map(({ state }) => state)).toEqual(Array(3).fill('sent'));
    expect(openings.filter(({ sent_at }) => Date.parse(sent_at ?? '') > backAt + 12_000)).toEqual([]);
  });

  it('that puts everything off gets it again', () => {
    expect(['p0', 'p2', 'p3'].flatMap((desk) => outcome(desk, 'reminder'))).toEqual(
      Array(3).fill('sent, came 1 times'),
    );
  });

  it('that refuses a recipient is told to the coordinators', () => {
    const [refused] = letterOf('p1', 'opening');
    expect(refused?.state).toBe('refused');
    expect(ledger.notes).toContain(`refused/${refused?.id}`);
    const notes = office.relay.passed.filter(({ to }) => to.includes('zqb1@ln.example'));
    expect(notes.length).toBeGreaterThan(0);
  });

  it('keeps a head from being written to whose liaison was never reached', () => {
    expect(letterOf('p1', 'escalation')).toEqual([]);
    const escalations = ledger.notices.filter(({ desk, step }) => desk === 'p1' && step === 'escalation');
    expect(escalations.map(({ why }) => why)).toEqual(
      Array(escalations.length).fill('本期尚无一封送达联络员且未退信的函'),
    );
  });

  it('that was down is not taken for one that dropped a letter', () => {
    expect(['p0', 'p2', 'p3'].flatMap((desk) => outcome(desk, 'opening'))).toEqual([
      'sent, came 1 times',
      'sent, came 1 times',
      'sent, came 2 times',
    ]);
  });

  it('that drops a liaison’s letter gets it once more under the same Message-ID', () => {
    expect(outcome('p0', 'overdue')).toEqual(['sent, came 1 times']);
    expect(outcome('p2', 'overdue')).toEqual(['sent, came 2 times']);
    expect(outcome('p3', 'overdue')).toEqual(['sent, came 1 times']);
  });

  it('that drops a head’s letter leaves it to the coordinators', () => {
    expect(outcome('p0', 'escalation')).toEqual(['doubtful, came 0 times']);
    expect(outcome('p2', 'escalation')).toEqual(['doubtful, came 1 times']);
    expect(outcome('p3', 'escalation')).toEqual(['sent, came 1 times']);
    const doubtful = ['p0', 'p2'].flatMap((desk) => letterOf(desk, 'escalation').map(({ id }) => `doubtful/${id}`));
    expect(ledger.notes).toEqual(expect.arrayContaining(doubtful));
  });

  it('brings nothing else twice and loses nothing', () => {
    const twice = [...letterOf('p2', 'overdue'), ...letterOf('p3', 'opening')];
    const sent = ledger.letters.filter((letter) => letter.state === 'sent' && !twice.includes(letter));
    expect(sent.filter(({ message_id }) => arrivals(message_id) !== 1)).toEqual([]);
    expect(ledger.letters.filter(({ state }) => state === 'ready' || state === 'sending')).toEqual([]);
  });

  it('fails no turn of a workflow', () => {
    expect(failedTurns(histories)).toEqual([]);
  });
});

function registerOf() {
  const register = sampleRegister({ parties: 4, tasks: 8 });
  return { ...register, campaign: { ...register.campaign, escalation: 'automatic' as const } };
}
