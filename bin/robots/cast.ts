import type { Party, Register } from '../../domain/register.js';
import { randomFor, shuffled } from './random.js';

/** Who plays a part of its own all through the year, where there are departments for it. */
export interface Cast {
  /** Its first liaison's address is wrong. */
  readonly bouncing?: Party;
  /** Its first liaison is out of office; the second one answers when written to. */
  readonly away?: Party;
}

/** Small departments, so that a year is not about one of them; never our own bureau. */
export function castFor(seed: number, { parties, tasks }: Register): Cast {
  const small = parties.filter(({ code, relation, posts }) => {
    const led = tasks.filter(({ lead }) => lead === code).length;
    return (
      relation !== 'own' && led > 0 && led <= 3 && posts['liaison-a'] !== undefined && posts['liaison-b'] !== undefined
    );
  });
  const [bouncing, away] = shuffled(randomFor(seed, 'cast'), small);
  return { ...(bouncing && { bouncing }), ...(away && { away }) };
}
