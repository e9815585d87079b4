import { beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { join } from 'node:path';
import { castFor } from '../../bin/robots/cast.js';
import { answerContent } from '../../bin/robots/answer-content.js';
import { figureOf } from '../../bin/robots/figure-series.js';
import { habitsFor } from '../../bin/robots/habits.js';
import { writeAnswers } from '../../bin/robots/write-answers.js';
import { projectRoot } from '../../config/project-root.js';
import { readRegisterFile } from '../../config/register/read-register-file.js';
import type { Register } from '../../domain/register.js';
import { readAnswers } from '../../mail/answer/read-answers.js';

let register: Register;
beforeAll(async () => {
  const reading = await readRegisterFile(join(projectRoot(import.meta.url), 'config/samples/liaoning-quality.yaml'));
  if (reading.register === undefined) throw new Error('the sample register has problems');
  register = reading.register;
});

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const rounds = fc.integer({ min: 1, max: 6 }).map((number) => `2026-${number}`);
const leading = () => register.parties.filter(({ code }) => register.tasks.some(({ lead }) => lead === code));
const receivedAt = '2026-11-23T10:00:00+08:00';
const signature = { filledBy: '综合处联络员', signedOffBy: '分管负责人' };

const habits = (seed: number, round: string) => [...habitsFor(seed, round, leading(), castFor(1, register))];

describe('simulated departments', () => {
  it('do the same by the same seed', () => {
    fc.assert(
      fc.property(seeds, rounds, (seed, round) => {
        const play = () => {
          const cast = castFor(seed, register);
          const contents = register.tasks.map((task) => answerContent(seed, task, round));
          return { cast, habits: [...habitsFor(seed, round, leading(), cast)], contents };
        };
        expect(play()).toEqual(play());
      }),
      { numRuns: 20 },
    );
  });

  it('differ by seed and by round', () => {
    expect(habits(1, '2026-1')).not.toEqual(habits(2, '2026-1'));
    expect(habits(1, '2026-1')).not.toEqual(habits(1, '2026-3'));
  });

  it('answer mostly in time, some late, a few never', () => {
    fc.assert(
      fc.property(seeds, rounds, (seed, round) => {
        const cast = castFor(seed, register);
        const moved = [...habitsFor(seed, round, leading(), cast).values()].map(({ movedBy }) => movedBy);
        const count = (wanted: string) => moved.filter((one) => one === wanted).length;
        expect(moved).toHaveLength(35);
        expect(count('opening')).toBeGreaterThanOrEqual(17);
        expect(count('overdue')).toBeGreaterThanOrEqual(3);
        expect(count('escalation')).toBeGreaterThanOrEqual(2);
        expect(count('nothing')).toBeGreaterThanOrEqual(1);
        expect(cast.bouncing?.code).not.toBe(cast.away?.code);
      }),
      { numRuns: 50 },
    );
  });

  it('report cumulative figures that only a fall brings down', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { number: task, targets } of register.tasks) {
          for (const [index, target] of targets.entries()) {
            const figures = [1, 2, 3, 4, 5, 6].map((n) => figureOf({ seed, task, target, index }, `2026-${n}`));
            const falls = figures.filter((figure, n) => n > 0 && figure < (figures[n - 1] ?? 0)).length;
            expect(falls).toBeLessThanOrEqual(1);
            expect(Math.max(...figures)).toBeLessThanOrEqual(target.value * 1.1);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('are read as they meant it', () => {
    fc.assert(
      fc.property(seeds, rounds, fc.nat({ max: 34 }), (seed, round, which) => {
        const party = leading()[which];
        const tasks = register.tasks.filter(({ lead }) => lead === party?.code);
        const meant = tasks.map((task) => ({ task, content: answerContent(seed, task, round) }));
        const read = readAnswers(writeAnswers(meant, signature), tasks, receivedAt);
        expect(read.unplaced).toEqual([]);
        expect(read.answers.map(({ task, content }) => ({ task, content }))).toEqual(
          meant.map(({ task, content }) => ({ task: task.number, content: { ...content, ...signature } })),
        );
        expect(read.answers.flatMap(({ questions }) => questions)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
