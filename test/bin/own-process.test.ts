import { expect, it } from '@jest/globals';
import { rehearses } from '../../bin/own-process.js';

it.each([
  [['rehearse', 'register.yaml', '--year', '2027'], true],
  [['--debug', 'rehearse', 'register.yaml'], true],
  [['help', 'rehearse'], false],
  [['start', 'rehearse'], false],
  [[], false],
])('a process of its own for %j: %s', (said, wanted) => {
  expect(rehearses(['node', 'shuangyue', ...said])).toBe(wanted);
});
