import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { groupCommit } from '../../record/group-commit.js';

/** What went together, and the queue that it went by. */
function journal(limits: { readonly rowsPerTransaction: number; readonly pauseMs?: number }) {
  const written: (readonly number[])[] = [];
  const commit = async (items: readonly number[]): Promise<readonly number[]> => {
    written.push(items);
    await pause(1);
    return items.map((item) => item * 2);
  };
  return { written, write: groupCommit(commit, limits) };
}

describe('writing together', () => {
  it('gives everybody the own result, of what is given at once in one transaction', async () => {
    const { written, write } = journal({ rowsPerTransaction: 10 });
    expect(await Promise.all([1, 2, 3].map(write))).toEqual([2, 4, 6]);
    expect(written).toEqual([[1, 2, 3]]);
  });

  it('lets whoever comes during a transaction share the next', async () => {
    const { written, write } = journal({ rowsPerTransaction: 10 });
    const first = write(1);
    await Promise.resolve();
    await Promise.all([first, write(2), write(3)]);
    expect(written).toEqual([[1], [2, 3]]);
  });

  it('writes no more at once than fit', async () => {
    const { written, write } = journal({ rowsPerTransaction: 2 });
    await Promise.all([1, 2, 3, 4].map(write));
    expect(written).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('waits after a transaction for those who come just behind it', async () => {
    const { written, write } = journal({ rowsPerTransaction: 100, pauseMs: 10_000 });
    await write(0);
    await Promise.all([1, 2, 3].map(write));
    expect(written).toEqual([[0], [1, 2, 3]]);
  });

  it('does not wait out the pause where nobody comes', async () => {
    const { written, write } = journal({ rowsPerTransaction: 100, pauseMs: 10_000 });
    await write(1);
    await pause(100);
    await write(2);
    expect(written).toEqual([[1], [2]]);
  });

  it('refuses to one alone what is wrong with it', async () => {
    const wrong = Object.assign(new Error('wrong'), { code: '23514' });
    const write = groupCommit<number, number>(
      (items) => (items.includes(2) ? Promise.reject(wrong) : Promise.resolve(items)),
      { rowsPerTransaction: 10 },
    );
    const results = await Promise.allSettled([0, 1, 2, 3].map(write));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  });
});
