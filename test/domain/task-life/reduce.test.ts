import { describe, expect, it } from '@jest/globals';
import type { LifeEvent } from '../../../domain/task-life/life.js';
import type { Standing } from '../../../domain/standing.js';
import { answer, close, entry, lived, open, orders, round, sent, step, walk } from './walk-of-life.js';

type Row = readonly [name: string, events: readonly LifeEvent[], standing: Standing, notices: readonly string[]];

const overdue = [open, walk('reminder'), walk('overdue')] as const;
const escalated = [...overdue, walk('second-overdue'), walk('escalation'), sent] as const;

const ways: readonly Row[] = [
  ['an opened task is asked', [open], 'asked', []],
  ['an answer in time stops the ladder', [open, answer(600), walk('reminder'), walk('overdue')], 'answered', []],
  ['silence is reminded and then overdue', [...overdue], 'overdue', ['reminder', 'overdue']],
  ['an answer after the overdue step is late', [...overdue, answer(1_200)], 'late', ['reminder', 'overdue']],
  [
    'mail that arrived in time counts in time, however late it is read',
    [...overdue, answer(990)],
    'answered',
    ['reminder', 'overdue'],
  ],
  ['the last millisecond is in time', [open, answer(1_000)], 'answered', []],
  ['one millisecond later is late before the overdue step', [open, answer(1_001)], 'late', []],
  [
    'a sent letter to the head escalates',
    [...escalated],
    'escalated',
    ['reminder', 'overdue', 'second-overdue', 'escalation'],
  ],
  [
    'an answer after escalation settles with the head',
    [...escalated, answer(1_600)],
    'late',
    ['reminder', 'overdue', 'second-overdue', 'escalation', 'settled'],
  ],
  [
    'a letter that an answer overtook is settled at once',
    [...overdue, answer(1_510), sent],
    'late',
    ['reminder', 'overdue', 'settled'],
  ],
  [
    'an unfounded escalation goes back to overdue',
    [...escalated, { kind: 'unfounded', at: 1_600, round }],
    'overdue',
    ['reminder', 'overdue', 'second-overdue', 'escalation', 'unfounded'],
  ],
  [
    'silence until closing is missed',
    [...escalated, close],
    'missed',
    ['reminder', 'overdue', 'second-overdue', 'escalation'],
  ],
  ['a closed answer keeps its mark', [open, answer(600), close], 'answered', []],
  ['an answer after closing changes nothing', [open, close, answer(2_100)], 'missed', []],
  ['an extension asks anew', [...overdue, orders.extend(1_600)], 'asked', ['reminder', 'overdue']],
  [
    'an answer within the extension is in time',
    [...overdue, orders.extend(1_600), answer(1_590)],
    'answered',
    ['reminder', 'overdue'],
  ],
  [
    'an order that an answer overtook does not ask again',
    [...overdue, answer(1_150), orders.extend(1_600), orders.excuse],
    'late',
    ['reminder', 'overdue'],
  ],
  [
    'an excused task is asked nothing more',
    [...overdue, orders.excuse, walk('second-overdue'), close],
    'excused',
    ['reminder', 'overdue'],
  ],
  ['a return asks for the mending', [open, answer(600), orders.giveBack], 'returned', ['return']],
  [
    'a mended return keeps the mark it had',
    [open, answer(600), orders.giveBack, answer(1_650)],
    'answered',
    ['return'],
  ],
  ['a return nobody mended keeps its mark', [open, answer(600), orders.giveBack, close], 'answered', ['return']],
  [
    'a late answer returned and mended stays late',
    [...overdue, answer(1_150), orders.giveBack, answer(1_650)],
    'late',
    ['reminder', 'overdue', 'return'],
  ],
  [
    'a return is reminded once',
    [open, answer(600), orders.giveBack, { kind: 'step', at: 1_600, step: step('return-reminder', 1_600) }],
    'returned',
    ['return', 'return-reminder'],
  ],
  ['acceptance ends the task', [open, answer(600), orders.accept], 'accepted', []],
  ['an accepted task is not opened again', [open, orders.accept, open], 'accepted', []],
  ['withdrawal ends the task', [open, orders.withdraw, close], 'withdrawn', []],
  [
    'a reassigned task is asked of its new lead',
    [...overdue, orders.reassign],
    'asked',
    ['reminder', 'overdue', 'handover', 'opening'],
  ],
  [
    'reassignment after escalation settles with the old head',
    [...escalated, orders.reassign],
    'asked',
    ['reminder', 'overdue', 'second-overdue', 'escalation', 'handover', 'opening', 'settled'],
  ],
  [
    'an answered task is handed over in one line',
    [open, answer(600), { kind: 'reassign', at: 700, by: 'zqb1', to: 'kjt' }],
    'answered',
    ['handover'],
  ],
  ['the old lead’s later answer is held', [open, orders.reassign, answer(1_300)], 'asked', ['handover', 'opening']],
  [
    'the new lead answers in its own time',
    [open, orders.reassign, answer(1_700, 'n1', 'kjt')],
    'answered',
    ['handover', 'opening'],
  ],
];

describe('the life of a task', () => {
  it.each(ways)('%s', (_name, events, standing, notices) => {
    const { life, lines } = lived(...events);
    expect(life.standing).toBe(standing);
    expect(lines.flatMap((line) => line.notices.map((notice) => notice.step))).toEqual(notices);
  });

  it('numbers its lines without a gap', () => {
    const { lines } = lived(...escalated, answer(1_600), close);
    expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_, index) => index + 1));
  });

  it('accounts the same answer once', () => {
    const { lines } = lived(open, answer(600), answer(600), answer(600));
    expect(lines.filter(({ event }) => event === 'answer')).toHaveLength(1);
  });

  it.each<[string, readonly LifeEvent[], Standing, string]>([
    ['entered before the closing corrects', [open, answer(600, 'mail'), entry(700, 'mail', 600)], 'answered', 'correction'],
    ['entered after it counts all the same', [open, answer(600, 'mail'), close, entry(2_100, 'mail', 600)], 'answered', 'correction'],
    ['that came late stays late', [open, answer(1_100, 'mail'), close, entry(2_100, 'mail', 1_100)], 'late', 'correction'],
    ['of a stranger counts by its arrival', [...overdue, entry(1_200, 'mail', 900)], 'answered', 'answered'],
    ['of a stranger after the closing is kept', [open, close, entry(2_100, 'mail', 900)], 'missed', 'afterClose'],
    ['that came after the closing is kept', [open, close, answer(2_050, 'mail'), entry(2_100, 'mail', 2_050)], 'missed', 'afterClose'],
    ['mends what was given back', [open, answer(600, 'mail'), orders.giveBack, entry(1_300, 'mail', 600)], 'answered', 'correction'],
  ])('a file %s', (_name, events, standing, outcome) => {
    const { life, lines } = lived(...events);
    expect(life.standing).toBe(standing);
    expect(lines.at(-1)?.answer?.outcome).toBe(outcome);
  }); // prettier-ignore

  it('takes back what has not left when an answer comes', () => {
    expect(lived(...overdue, answer(1_200)).lines.at(-1)?.takesBack).toBe('dropped');
  });

  it('lapses what was not signed by closing', () => {
    expect(lived(...overdue, close).lines.at(-1)?.takesBack).toBe('lapsed');
  });

  it('says who ordered and why', () => {
    expect(lived(open, orders.excuse).lines.at(-1)).toMatchObject({ by: 'zqb1', why: '事由' });
  });

  it('writes to the head through the old desk when settled after a reassignment', () => {
    const notices = lived(...escalated, orders.reassign).lines.at(-1)?.notices ?? [];
    expect(notices.find((notice) => notice.step === 'settled')?.desk).toBe('gxt');
    expect(notices.find((notice) => notice.step === 'opening')?.desk).toBe('kjt');
  });

  it('starts each round without the last one’s mark', () => {
    const next: LifeEvent = {
      ...open,
      at: 3_000,
      round: { ...open.round, id: '2026-3', answerBy: 4_000, closesAt: 5_000 },
    };
    const { life } = lived(open, answer(600), close, next);
    expect(life).toMatchObject({ standing: 'asked', round: { id: '2026-3', answers: [] } });
    expect(life.mark).toBeUndefined();
  });
});
