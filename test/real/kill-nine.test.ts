import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { randomFor } from '../../bin/robots/random.js';
import type { BriskCadence } from '../../domain/cadence.js';
import type { Register } from '../../domain/register.js';
import { eventually, holds } from '../eventually.js';
import { sampleRegister } from '../record/sample-register.js';
import { replyTo, reportOn, sendUntilTaken } from './answer-by-mail.js';
import { failedTurns, fetchHistories, type Recorded, unreplayable } from './histories.js';
import { type Ledger, readLedger } from './ledger.js';
import { campaign, openRealOffice, type RealOffice, type UpTime } from './real-office.js';
import type { Passed, Relay } from './relay.js';

/**
 * One round of a minute and a half on two idle cores; a machine that is slow to bring a worker up gets more time. A step
 * counts as held up by an outage after three workdays: nothing here does.
 */
function cadenceFor(slowness: number): BriskCadence {
  const seconds = (count: number) => Math.round(1_000 * count * slowness);
  return {
    kind: 'brisk',
    everyMs: 3_600_000,
    reminderMs: seconds(16),
    callsMs: seconds(26),
    answerByMs: seconds(28),
    overdueMs: seconds(32),
    secondOverdueMs: seconds(48),
    escalationMs: seconds(64),
    closesMs: seconds(86),
    settleMs: 1_000,
    workdayMs: seconds(15),
  };
}
/** From start to ready, the first time. */
const usualBootMs = 3_000;

const parties = 12;
const tasksOf = (party: number) => [party + 1, party + 1 + parties, party + 1 + 2 * parties];
const random = randomFor('kill -9', process.env['KILL_SEED'] ?? '7');

interface Kill {
  /** Milliseconds after the opening. */
  readonly at: number;
  /** Waits until so many letters more are on their way. */
  readonly letters: number;
}

/** Five where letters are on their way, five anywhere. */
function killsIn({ reminderMs, overdueMs, secondOverdueMs, escalationMs }: BriskCadence): readonly Kill[] {
  const busy = [0, reminderMs, overdueMs, secondOverdueMs, escalationMs].map((at) => ({
    at,
    letters: 1 + Math.floor(random() * 6),
  }));
  const between = [0.5, 1.5, 2.5, 3.5, 4.5].map((steps) => ({ at: (steps + 0.4 * random()) * reminderMs, letters: 0 }));
  return [...busy, ...between].toSorted((one, other) => one.at - other.at);
}

async function momentOf({ at, letters }: Kill, openedAt: number, { begun }: Relay): Promise<void> {
  await pause(Math.max(0, openedAt + at - Date.now()));
  const deadline = Date.now() + 5_000;
  for (const before = begun(); begun() < before + letters && Date.now() < deadline;) await pause(5);
}

/** Each worker lives at least so long, however long a slow machine took to bring it up. */
const aliveMs = 3_000;

/** After how many letters a party answers, and on how many of its tasks; the others are silent. */
const habits = [
  { party: 0, letters: 1, tasks: 3 },
  { party: 1, letters: 1, tasks: 3 },
  { party: 2, letters: 1, tasks: 2 },
  { party: 3, letters: 2, tasks: 3 },
  { party: 4, letters: 2, tasks: 2 },
  { party: 5, letters: 3, tasks: 3 },
  { party: 6, letters: 4, tasks: 3 },
  { party: 7, letters: 5, tasks: 3 },
] as const;
type Habit = (typeof habits)[number];

interface Acknowledged {
  readonly party: string;
  readonly tasks: readonly number[];
  readonly at: number;
}

describe('a worker killed ten times in the middle of a round', () => {
  let office: RealOffice;
  let cadence: BriskCadence;
  let ledger: Ledger;
  let histories: readonly Recorded[];
  let acknowledged: readonly Acknowledged[];

  beforeAll(async () => {
    office = await openRealOffice();
    office.relay.delayMs = () => 50 + random() * 250;
    const bootedAt = Date.now();
    await office.startWorker();
    cadence = cadenceFor(Math.min(3, Math.max(1, (Date.now() - bootedAt) / usualBootMs)));
    await office.start(registerOf(), cadence);
    const openedAt = await eventually(async () => openingOf((await office.board.status(campaign)).round));
    const lastMoment = openedAt + cadence.escalationMs + 10_000;
    const answering = Promise.all(habits.map((habit) => report(office, habit, lastMoment)));
    for (const kill of killsIn(cadence)) {
      await momentOf(kill, openedAt, office.relay);
      await office.killWorker();
      await office.startWorker();
      await pause(aliveMs);
    }
    acknowledged = await answering;
    await holds('a bulletin', async () => (await office.board.bulletins(campaign)).length === 1, 60_000);
    await holds('no letter waiting', async () => (await office.board.status(campaign)).letters.waiting === 0);
    await holds('every answer accounted', () => areAccounted(office, acknowledged), 60_000);
    histories = await fetchHistories(office.client);
    await office.stopWorker();
    ledger = await office.read((db) => readLedger(db, campaign));
  }, 360_000);
  afterAll(() => office.close());

  it('came back each time', () => {
    expect(office.upTimes).toHaveLength(11);
  });

  it('lost no answer that was acknowledged', () => {
    const kept = ledger.answers.map(
      ({ party, task, outcome }) => `${party} ${task} ${outcome === null ? 'lost' : 'accounted'}`,
    );
    const given = acknowledged.flatMap(({ party, tasks }) => tasks.map((task) => `${party} ${task} accounted`));
    expect(kept.toSorted()).toEqual(given.toSorted());
    expect(ledger.unread).toBe(0);
  });

  it('left every task where its answers put it', () => {
    const answerBy = ledger.rounds[0]?.answerBy ?? '';
    const expected = ledger.tasks.map(({ number }) => {
      const answer = ledger.answers.find(({ task }) => task === number);
      return `${number} ${answer === undefined ? 'missed' : answer.receivedAt <= answerBy ? 'answered' : 'late'}`;
    });
    expect(ledger.tasks.map(({ number, standing }) => `${number} ${standing}`)).toEqual(expected);
  });

  it('wrote every letter that was due and none that was not', () => {
    const { must, may } = lettersDue(ledger, cadence);
    const ladder = ['opening', 'reminder', 'overdue', 'second-overdue', 'escalation'];
    const written = ledger.letters
      .filter(({ kind, state }) => ladder.includes(kind) && ['sent', 'doubtful'].includes(state))
      .map(({ desk, kind }) => `${desk} ${kind}`);
    expect(written.filter((letter, index) => written.indexOf(letter) !== index)).toEqual([]);
    expect([...must].filter((letter) => !written.includes(letter))).toEqual([]);
    expect(written.filter((letter) => !must.has(letter) && !may.has(letter))).toEqual([]);
  });

  it('brought each letter to the relay, twice only where the record shows an interruption', () => {
    const times = (messageId: string) => office.relay.passed.filter((passed) => passed.messageId === messageId).length;
    const sent = ledger.letters.filter(({ state }) => state === 'sent');
    expect(sent.filter(({ message_id }) => times(message_id) === 0)).toEqual([]);
    expect(sent.filter(({ message_id, attempts }) => times(message_id) > attempts)).toEqual([]);
    const known = new Set(ledger.letters.filter(({ attempts }) => attempts > 0).map(({ message_id }) => message_id));
    expect(office.relay.passed.filter(({ messageId }) => !known.has(messageId))).toEqual([]);
    const untold = ledger.letters.filter(
      ({ id, state }) => state === 'doubtful' && !ledger.notes.includes(`doubtful/${id}`),
    );
    expect(untold).toEqual([]);
  });

  it('was never more than ten seconds late while a worker was up', () => {
    const most = 10_000 * slownessOf(office.upTimes);
    expect(lateness(office, ledger, cadence).filter(({ lateMs }) => lateMs > most)).toEqual([]);
  });

  it('failed no turn of a workflow', () => {
    expect(failedTurns(histories)).toEqual([]);
  });

  it('left histories that replay', async () => {
    expect(await unreplayable(histories)).toEqual([]);
  }, 120_000);
});

function registerOf(): Register {
  const register = sampleRegister({ parties, tasks: 3 * parties });
  return { ...register, campaign: { ...register.campaign, escalation: 'automatic' } };
}

function openingOf(round: { readonly opensAt: string; readonly state: string } | null): number {
  if (round?.state !== 'open') throw new Error('the round has not opened yet');
  return Date.parse(round.opensAt);
}

/**
 * A liaison answers the newest letter to itself, whoever the party's last letter went to; by a last moment at the
 * latest, for a letter that was doubtful may never have come.
 */
async function report(
  { relay, ports }: RealOffice,
  { party, letters, tasks }: Habit,
  lastMoment: number,
): Promise<Acknowledged> {
  const newest = await eventually(async () => {
    const received = lettersTo(relay, `p${party}`);
    const last = received.findLast(({ to }) => to[0]?.includes('Liaison'));
    if (!last || (received.length < letters && Date.now() < lastMoment))
      throw new Error(`p${party} has too few letters`);
    return last;
  }, 240_000);
  const about = tasksOf(party).slice(0, tasks);
  await pause(random() * 4_000);
  const mail = await replyTo(newest, reportOn(about), `p${party}.Liaison@p${party}.example`);
  return { party: `p${party}`, tasks: about, at: await sendUntilTaken(mail, ports.intake) };
}

async function areAccounted({ board }: RealOffice, acknowledged: readonly Acknowledged[]): Promise<boolean> {
  for (const number of acknowledged.flatMap(({ tasks }) => tasks)) {
    const { answers } = await board.task(campaign, number);
    if (answers.length === 0 || answers.some(({ outcome }) => outcome === null)) return false;
  }
  return true;
}

/** Of the machine: 1 where workers come up as fast as on two idle cores. */
function slownessOf(upTimes: readonly UpTime[]): number {
  const boots = upTimes.slice(1).map(({ from }, index) => from - (upTimes[index]?.to ?? from));
  return Math.max(1, boots.reduce((sum, boot) => sum + boot, 0) / boots.length / usualBootMs);
}

/** A letter that came twice counts once. */
function lettersTo({ passed }: Relay, party: string): readonly Passed[] {
  const own = passed.filter(({ to }) => to[0]?.endsWith(`@${party}.example`));
  return own.filter(({ messageId }, index) => own.findIndex((other) => other.messageId === messageId) === index);
}

/** An answer that arrives about the time of a letter may or may not still take its task out of it. */
const about = (cadence: BriskCadence) => cadence.reminderMs;

/** What must have been written, and what may: about the time of an answer, or where the gate before a head held it up. */
function lettersDue(
  { rounds, tasks, answers, notices }: Ledger,
  cadence: BriskCadence,
): { must: ReadonlySet<string>; may: ReadonlySet<string> } {
  const must = new Set<string>();
  const may = new Set<string>();
  for (const { kind, at } of rounds[0]?.ladder ?? [])
    for (const { number, lead } of kind === 'calls' ? [] : tasks) {
      const answer = answers.find(({ task }) => task === number);
      const silentMs = answer ? Date.parse(answer.receivedAt) - Date.parse(at) : Number.POSITIVE_INFINITY;
      const isWithheld = notices.some(({ task, step, why }) => task === number && step === kind && why !== null);
      if (silentMs > about(cadence) && !isWithheld) must.add(`${lead} ${kind}`);
      else if (silentMs > 0) may.add(`${lead} ${kind}`);
    }
  return { must, may };
}

/** How long one and the same worker was up while a step's letter was due and had not left, the gate not withholding it. */
function lateness(
  { relay, upTimes }: RealOffice,
  { letters, notices, tasks }: Ledger,
  { settleMs }: BriskCadence,
): readonly { readonly letter: string; readonly lateMs: number }[] {
  const ladder = ['opening', 'reminder', 'calls', 'overdue', 'second-overdue', 'escalation'];
  const ledBy = (desk: string) => tasks.filter(({ lead }) => lead === desk).map(({ number }) => number);
  const isWithheld = (desk: string, kind: string) =>
    notices.some(({ task, step, why }) => step === kind && why !== null && ledBy(desk).includes(task));
  return letters
    .filter(({ desk, kind, state }) => ladder.includes(kind) && state === 'sent' && !isWithheld(desk, kind))
    .map(({ desk, kind, message_id, planned_at }) => {
      const due = Date.parse(planned_at) + settleMs;
      const accepted = relay.passed.find(({ messageId }) => messageId === message_id)?.at ?? Number.POSITIVE_INFINITY;
      return { letter: `${desk} ${kind}`, lateMs: longestUp(upTimes, due, accepted) };
    });
}

function longestUp(upTimes: readonly UpTime[], from: number, to: number): number {
  return Math.max(...upTimes.map((up) => Math.min(up.to, to) - Math.max(up.from, from)), 0);
}
