import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { pace, percent, type Light, type Reading } from '../../domain/pace.js';
import type { Target, TargetKind } from '../../domain/register.js';

const year = 2026;
const target = (over: Partial<Target> = {}): Target => ({
  value: 100,
  unit: '家',
  kind: 'cumulative',
  by: '12-31',
  ...over,
});
const read = (over: Partial<Reading> & Pick<Reading, 'target'>): Reading => ({ year, cutoff: '2026-10-20', ...over });

interface Row {
  readonly what: string;
  readonly target?: Partial<Target>;
  readonly cutoff?: string;
  readonly value?: number;
  readonly light: Light;
}

const byDays: readonly Row[] = [
  { what: 'what 293 of 365 days want', value: 80.3, light: 'green' },
  { what: 'more than is due', value: 95, light: 'green' },
  { what: 'a tenth of a point short', value: 80.2, light: 'yellow' },
  { what: 'ten points short', value: 70.3, light: 'yellow' },
  { what: 'more than ten points short', value: 70.2, light: 'red' },
  { what: 'the target itself', value: 100, light: 'green' },
  { what: 'no figure', light: 'missing' },
  { what: 'nothing yet in February', cutoff: '2026-02-20', value: 0, light: 'red' },
  { what: 'its last day, a little short', target: { by: '10-20' }, value: 95, light: 'yellow' },
  { what: 'the day after its last, a little short', target: { by: '10-19' }, value: 99.99, light: 'red' },
  { what: 'its day long past, reached', target: { by: '06-30' }, value: 100, light: 'green' },
];

const byMilestones: readonly Row[] = [
  { what: 'before the first', cutoff: '2026-05-20', value: 0, light: 'unpaced' },
  { what: 'the last one due met', value: 60, light: 'green' },
  { what: 'the last one due short by ten points', value: 50, light: 'yellow' },
  { what: 'the last one due short by more', value: 49, light: 'red' },
  { what: 'the whole target early', cutoff: '2026-05-20', value: 100, light: 'green' },
];

const unpaced: readonly Row[] = [
  { what: 'a ratio reached', target: { kind: 'ratio' }, value: 100, light: 'green' },
  { what: 'a ratio not reached', target: { kind: 'ratio' }, value: 10, light: 'unpaced' },
  { what: 'a ratio past its day', target: { kind: 'ratio', by: '08-31' }, value: 99.5, light: 'red' },
  { what: 'a held value kept', target: { kind: 'hold', value: 98 }, value: 98.4, light: 'green' },
  { what: 'a held value not kept', target: { kind: 'hold', value: 98 }, value: 97, light: 'unpaced' },
  { what: 'a hold at zero kept', target: { kind: 'hold', value: 0 }, value: 0, light: 'green' },
  { what: 'a hold at zero broken', target: { kind: 'hold', value: 0 }, value: 2, light: 'unpaced' },
  { what: 'a hold without a figure', target: { kind: 'hold' }, light: 'missing' },
];

const fromBaseline: readonly Row[] = [
  {
    what: 'reduced as the days want',
    target: { kind: 'reduce', value: 10, baseline: 30 },
    value: 13.9,
    light: 'green',
  },
  { what: 'reduced too little', target: { kind: 'reduce', value: 10, baseline: 30 }, value: 15, light: 'yellow' },
  { what: 'grown instead', target: { kind: 'reduce', value: 10, baseline: 30 }, value: 31, light: 'red' },
  { what: 'reduced below the target', target: { kind: 'reduce', value: 10, baseline: 30 }, value: 9, light: 'green' },
  { what: 'reduced, baseline unknown', target: { kind: 'reduce', value: 10 }, value: 15, light: 'unpaced' },
  { what: 'reduced, baseline unknown, reached', target: { kind: 'reduce', value: 10 }, value: 10, light: 'green' },
  {
    what: 'a stock from its baseline',
    target: { kind: 'stock', value: 3200, baseline: 3000 },
    value: 3020,
    light: 'red',
  },
  { what: 'a stock without a baseline', target: { kind: 'stock', value: 3200 }, value: 3020, light: 'green' },
];

const judge = ({ target: over, cutoff, value }: Row) =>
  pace(
    read({
      target: target(over),
      ...(cutoff === undefined ? {} : { cutoff }),
      ...(value === undefined ? {} : { value }),
    }),
  ).light;

describe('pace by calendar days', () => {
  it.each(byDays)('$what: $light', (row) => expect(judge(row)).toBe(row.light));

  it('prints what the office would print', () => {
    const { achieved, expected } = pace(read({ target: target({ value: 58561 }), value: 46849 }));
    expect([percent(achieved ?? 0), percent(expected ?? 0)]).toEqual(['80.0', '80.3']);
  });

  it('never prints 100.0 before all is reached', () => {
    expect(percent(0.9999)).toBe('99.9');
    expect(percent(1)).toBe('100.0');
  });
});

describe('pace by milestones', () => {
  const milestones = [
    { by: '09-30', value: 60 },
    { by: '06-30', value: 30 },
  ];
  it.each(byMilestones)('$what: $light', (row) =>
    expect(judge({ ...row, target: { milestones, ...row.target } })).toBe(row.light),
  );
  it.each(byMilestones.slice(1))('holds for a ratio too — $what: $light', (row) =>
    expect(judge({ ...row, target: { milestones, kind: 'ratio' } })).toBe(row.light),
  );
});

describe('what is not paced by days', () => {
  it.each(unpaced)('$what: $light', (row) => expect(judge(row)).toBe(row.light));
});

describe('pace from a baseline', () => {
  it.each(fromBaseline)('$what: $light', (row) => expect(judge(row)).toBe(row.light));
});

describe('what was caught up late', () => {
  const due = target({ by: '06-30' });
  const short = [{ cutoff: '2026-08-20', value: 90 }];

  it('is yellow when an earlier figure was short after the day', () => {
    expect(pace(read({ target: due, value: 100, earlier: short }))).toMatchObject({ light: 'yellow', late: true });
  });
  it('is yellow when the party says it was completed later', () => {
    expect(pace(read({ target: due, value: 100, completedOn: '2026-07-02' })).light).toBe('yellow');
  });
  it('is green when only figures before the day were short', () => {
    expect(pace(read({ target: due, value: 100, earlier: [{ cutoff: '2026-06-20', value: 90 }] })).light).toBe('green');
  });
  it('is yellow for a milestone caught up, though the next was met', () => {
    const milestones = [
      { by: '03-31', value: 20 },
      { by: '09-30', value: 60 },
    ];
    const earlier = [{ cutoff: '2026-06-20', value: 10 }];
    expect(pace(read({ target: target({ milestones }), value: 70, earlier })).light).toBe('yellow');
  });
  it('stays red while it is not caught up', () => {
    expect(pace(read({ target: due, value: 99, earlier: short })).light).toBe('red');
  });
});

describe('pace in general', () => {
  const kinds: readonly TargetKind[] = ['cumulative', 'stock', 'ratio', 'hold', 'reduce'];
  const cutoffs = ['2026-02-20', '2026-06-20', '2026-10-20', '2026-12-10'];
  const readings = fc
    .record({
      kind: fc.constantFrom(...kinds),
      value: fc.integer({ min: 0, max: 150 }),
      cutoff: fc.constantFrom(...cutoffs),
      by: fc.constantFrom('03-31', '08-31', '12-31'),
      before: fc.option(fc.integer({ min: 0, max: 150 }), { nil: undefined }),
    })
    .map(({ kind, value, cutoff, by, before }) =>
      read({
        target: target({ kind, by, ...(kind === 'reduce' ? { baseline: 140 } : {}) }),
        cutoff,
        value,
        ...(before === undefined ? {} : { earlier: [{ cutoff: '2026-04-20', value: before }] }),
      }),
    );

  it('is never green once late', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const { late, light } = pace(reading);
        expect(late && light === 'green').toBe(false);
      }),
    );
  });
  it('is red whenever the day has passed unreached', () => {
    fc.assert(
      fc.property(readings, (reading) => {
        const met = reading.target.kind === 'reduce' ? (reading.value ?? 0) <= 100 : (reading.value ?? 0) >= 100;
        const past = reading.cutoff > `${year}-${reading.target.by}`;
        expect(past && !met && pace(reading).light !== 'red').toBe(false);
      }),
    );
  });
  it('gives no light without a figure', () => {
    fc.assert(
      fc.property(readings, ({ target: one, cutoff }) => {
        const judged = pace(read({ target: one, cutoff }));
        expect(judged).toMatchObject({ light: 'missing' });
        expect(judged).not.toHaveProperty('achieved');
      }),
    );
  });
});
