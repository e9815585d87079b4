import { describe, expect, it } from '@jest/globals';
import { array, assert, property, string } from 'fast-check';
import { itemsOf, joinedItems, knownNames } from '../../../config/register/workbook/list-words.js';

describe('a list in one cell', () => {
  it('comes back as it was joined', () => {
    expect.hasAssertions();
    const items = array(string().map((text) => text.trim()).filter((text) => text !== '')); // prettier-ignore
    assert(
      property(items, (given) => {
        expect(itemsOf(joinedItems(given))).toEqual(given);
      }),
    );
  });

  it('names with a separator stand in quotes', () => {
    expect(joinedItems(['甲、乙', '丙 丁', '戊'])).toBe('"甲、乙"、"丙 丁"、戊');
  });

  it('a known name keeps the separator that is part of it', () => {
    const isKnown = (word: string): boolean => ['甲/乙办公室', '丙'].includes(word);
    expect(knownNames('甲/乙办公室', isKnown)).toEqual(['甲/乙办公室']);
    expect(knownNames('"甲/乙办公室"、丙', isKnown)).toEqual(['甲/乙办公室', '丙']);
  });
});
