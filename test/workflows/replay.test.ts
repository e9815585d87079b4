import { expect, it } from '@jest/globals';
import { failedTurns, unreplayable } from '../real/histories.js';
import { recordedHistories } from './recorded-histories.js';

it('today’s workflows walk the recorded campaigns as they were walked', async () => {
  expect(recordedHistories().length).toBeGreaterThan(5);
  expect(await unreplayable(recordedHistories())).toEqual([]);
  expect(failedTurns(recordedHistories())).toEqual([]);
});
