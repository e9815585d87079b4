import { describe, expect, it } from '@jest/globals';
import { assert, integer, property, uniqueArray } from 'fast-check';
import { readTaskList } from '../../client/task-list.js';
import { wordsIn } from '../../client/words.js';

const words = wordsIn('zh');

describe('task lists', () => {
  it.each([
    [['17'], [17]],
    [['017'], [17]],
    [
      ['17', '18', '21'],
      [17, 18, 21],
    ],
    [['17-21'], [17, 18, 19, 20, 21]],
    [
      ['17-19', '18', '40'],
      [17, 18, 19, 40],
    ],
    [['17,18'], [17, 18]],
    [['任务１７、任务１８'], [17, 18]],
    [['3~5'], [3, 4, 5]],
    [['3至5'], [3, 4, 5]],
  ])('%j names its tasks', (given, expected) => {
    expect(readTaskList(given, words)).toEqual(expected);
  });

  it.each([[['x']], [['0']], [['21-17']], [['1-999999']], [['17-']], [['-17']], [[',']], [['1.5']], [[]]])(
    '%j is refused',
    (given) => {
      expect(() => readTaskList(given, words)).toThrow(/任务编号/);
    },
  );

  it('gives back any list that was written out', () => {
    assert(
      property(uniqueArray(integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 30 }), (numbers) => {
        expect(readTaskList([numbers.join('、')], words)).toEqual(numbers);
      }),
    );
  });
});
