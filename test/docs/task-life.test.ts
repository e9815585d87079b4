import { describe, expect, it } from '@jest/globals';
import { type Standing, standings } from '../../domain/standing.js';
import {
  type Decision,
  type LifeEvent,
  type LifeStep,
  type LifeStepKind,
  newLife,
  type TaskLife,
} from '../../domain/task-life/life.js';
import { reduce } from '../../domain/task-life/reduce.js';
import { refusal, type TaskOrder } from '../../domain/task-life/refusal.js';
import { type Arrow, readArrows, readRows, readStandings } from './read-task-life.js';

const round = '2026-2';
const [answerBy, closesAt] = [1_000, 2_000];
const step = (kind: LifeStepKind): LifeStep => ({ kind, at: 1_500, label: kind });
const order = { at: 1_600, by: 'zqb1', why: '事由' } as const;
const open = (id: string): LifeEvent => ({
  kind: 'open',
  at: 100,
  round: { id, answerBy, closesAt, lateAfterMs: 50, steps: [] },
});
const close: LifeEvent = { kind: 'close', at: closesAt, round };
const answer = (receivedAt: number, answerId: string, party = 'gxt'): LifeEvent => ({
  kind: 'answer',
  at: 1_600,
  round,
  answerId,
  party,
  receivedAt,
});
const stepEvent = (kind: LifeStepKind): LifeEvent => ({ kind: 'step', at: 1_500, step: step(kind) });
const giveBack: LifeEvent = { kind: 'return', ...order, round, until: 1_900, reminder: step('return-reminder') };

/** What an event does, by the conditions under which the page tells it. */
const events = {
  open: { '': open('2026-3') },
  answer: {
    'in time': answer(900, 'new'),
    after: answer(1_100, 'new'),
    'mark answered': answer(1_700, 'new'),
    'mark late': answer(1_700, 'new'),
    closed: answer(900, 'new'),
    'other party': answer(900, 'new', 'kjt'),
  },
  escalated: {
    '': { kind: 'escalated', at: 1_600, round },
    overtaken: { kind: 'escalated', at: 1_600, round },
  },
  unfounded: {
    '': { kind: 'unfounded', at: 1_700, round },
    overtaken: { kind: 'unfounded', at: 1_700, round },
  },
  extend: { '': { kind: 'extend', ...order, round, until: 1_800, steps: [] } },
  excuse: { '': { kind: 'excuse', ...order, round } },
  return: { '': giveBack },
  accept: { '': { kind: 'accept', ...order, round }, closed: { kind: 'accept', ...order, round } },
  reassign: {
    '': { kind: 'reassign', ...order, to: 'kjt' },
    anew: { kind: 'reassign', ...order, to: 'kjt', anew: { answerBy: 1_900, steps: [] } },
    closed: { kind: 'reassign', ...order, to: 'kjt' },
  },
  withdraw: { '': { kind: 'withdraw', ...order }, closed: { kind: 'withdraw', ...order } },
  pause: { '': { kind: 'pause', at: 1_600 } },
  replan: { '': { kind: 'replan', at: 1_600, answerBy, closesAt, steps: [] } },
  close: { '': close, 'mark answered': close, 'mark late': close },
  reminder: { '': stepEvent('reminder') },
  overdue: { '': stepEvent('overdue') },
  'second-overdue': { '': stepEvent('second-overdue') },
  escalation: { '': stepEvent('escalation') },
  'return-reminder': { '': stepEvent('return-reminder') },
} as const satisfies Record<Exclude<LifeEvent['kind'], 'step'> | LifeStepKind, Readonly<Record<string, LifeEvent>>>;

const orders = ['extend', 'excuse', 'return', 'accept', 'reassign', 'withdraw'] as const satisfies readonly TaskOrder[];
const allStandings = Object.keys(standings) as Standing[];
const conditionsOf: Readonly<Record<string, Readonly<Record<string, LifeEvent>>>> = events;
const inTime = answer(900, 'first');
const after = answer(1_100, 'first');
const chased = [open(round), stepEvent('overdue')];
const heads: LifeEvent = { kind: 'escalated', at: 1_550, round };

/** How a task of an open round comes to stand there; `missed` is there only once the round is closed. */
const ways: Readonly<Record<Standing, readonly LifeEvent[]>> = {
  idle: [],
  asked: [open(round)],
  answered: [open(round), inTime],
  overdue: chased,
  escalated: [...chased, heads],
  late: [...chased, after],
  returned: [open(round), inTime, giveBack],
  missed: [...chased, close],
  excused: [open(round), { kind: 'excuse', ...order, round }],
  accepted: [open(round), { kind: 'accept', ...order, round }],
  withdrawn: [open(round), { kind: 'withdraw', ...order }],
};

/** A life that stands there under that condition; undefined where none can. */
function lifeIn(from: Standing, event: string, given: string): TaskLife | undefined {
  const way = given === 'mark late' ? [...chased, after, giveBack] : ways[from];
  const life = way.reduce((before, happened) => reduce(before, happened).life, newLife('gxt'));
  // A round opens only after the one before it has been closed.
  const isClosed = given === 'closed' || event === 'open';
  const reached = isClosed ? reduce(life, close).life : life;
  return reached.standing === from && isPossible(reached, event, given) ? reached : undefined;
}

/** Orders are refused where they make no sense; a new lead gets a time of its own only where the task is unanswered. */
function isPossible(life: TaskLife, event: string, given: string): boolean {
  if (given === 'anew' && !['asked', 'overdue', 'escalated', 'returned'].includes(life.standing)) return false;
  const asked = orders.find((each) => each === event);
  return asked === undefined || refusal(life, asked, round) === undefined;
}

function happens(life: TaskLife, event: string, given: string): Decision {
  const said = conditionsOf[event]?.[given];
  if (said === undefined) throw new Error(`docs/task-life.md tells ${event} [${given}], which this test does not know`);
  return reduce(life, said);
}

/** Every change of standing that any event brings about anywhere. */
function changesFound(): readonly Arrow[] {
  return Object.entries(conditionsOf).flatMap(([event, conditions]) =>
    Object.keys(conditions).flatMap((given) =>
      allStandings.flatMap((from) => {
        const life = lifeIn(from, event, given);
        return life === undefined ? [] : [{ from, event, to: happens(life, event, given).life.standing }];
      }),
    ),
  );
}

const line = ({ from, event, to }: Arrow): string => `${from} --> ${to}: ${event}`;
const sorted = (words: readonly string[]): readonly string[] => [...new Set(words)].toSorted();
const changes = (arrows: readonly Arrow[]) => sorted(arrows.filter(({ from, to }) => from !== to).map(line));

describe('docs/task-life.md', () => {
  const rows = readRows();
  const arrows = readArrows();

  it('names the standings as the code does', () => {
    expect(readStandings()).toEqual(standings);
    expect(sorted(arrows.flatMap(({ from, to }) => [from, to]))).toEqual(sorted(allStandings));
  });

  it('names the events as the code does', () => {
    expect(sorted(arrows.map(({ event }) => event))).toEqual(sorted(Object.keys(events)));
    expect(sorted(rows.map(({ event }) => event))).toEqual(sorted(Object.keys(events)));
  });

  it.each(rows.map((row) => [`${row.event} [${row.given}] from ${row.from}`, row] as const))(
    'tells truly what comes of %s',
    (_name, { event, given, from, to, notices, takesBack }) => {
      const life = lifeIn(from, event, given);
      if (life === undefined) throw new Error(`${event} [${given}] cannot happen to a task that is ${from}`);
      const { life: next, transition } = happens(life, event, given);
      expect(next.standing).toBe(to);
      expect(transition?.notices.map((notice) => notice.step) ?? []).toEqual(notices);
      expect(transition?.takesBack).toBe(takesBack);
    },
  );

  it('tells every change of standing there is', () => {
    expect(changes(rows)).toEqual(changes(changesFound()));
  });

  it('draws every change of standing there is', () => {
    expect(changes(arrows)).toEqual(changes(changesFound()));
  });

  it('draws only what the table tells', () => {
    expect(sorted(rows.map(line))).toEqual(expect.arrayContaining([...sorted(arrows.map(line))]));
  });
});
