import { describe, expect, it } from '@jest/globals';
import { nearest } from '../../config/nearest.js';

const known = ['gxt', 'kjt', 'scjgj', '省工信厅', '省科技厅', '省市场监管局', '沈阳市'];

describe('the nearest word', () => {
  it.each([
    ['gtx', 'gxt'],
    ['GXT', 'gxt'],
    ['scjg', 'scjgj'],
    ['省工信局', '省工信厅'],
    ['工信厅', '省工信厅'],
    ['市场监管局', '省市场监管局'],
    ['沈阳', '沈阳市'],
    ['省 科 技 厅', '省科技厅'],
    ['海关', undefined],
    ['', undefined],
    ['很'.repeat(1000), undefined],
  ])('of %j is %j', (word, expected) => {
    expect(nearest(word, known)).toBe(expected);
  });
});
