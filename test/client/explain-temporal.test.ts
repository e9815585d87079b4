import { describe, expect, it } from '@jest/globals';
import {
  NamespaceNotFoundError,
  ServiceError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ActivityFailure, ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { explainTemporal } from '../../client/explain-temporal.js';
import { isMistake } from '../../client/mistake.js';
import { orderId } from '../../client/office.js';
import { wordsIn } from '../../client/words.js';

const asked = {
  to: 'demo/task/017',
  address: 'temporal.ln.example:7233',
  namespace: 'shuangyue',
  seconds: 10,
  words: wordsIn('zh'),
};
const updateFailed = (cause: Error) => new WorkflowUpdateFailedError('Workflow Update failed', cause);
const refused = ApplicationFailure.nonRetryable('任务17不能延期：任务已验收，不再调度。', 'Refused');
const unavailable = Object.assign(new Error('14 UNAVAILABLE'), { code: 14, details: '', metadata: {} });

describe('what Temporal says, to a coordinator', () => {
  it.each([
    ['a refusal is its own sentence', updateFailed(refused), /^任务17不能延期：任务已验收，不再调度。$/],
    [
      'a refusal of an activity as well',
      updateFailed(new ActivityFailure('failed', 'note', '1', 'MAXIMUM_ATTEMPTS_REACHED', undefined, refused)),
      /^任务17不能延期/,
    ],
    [
      'what does not run is named',
      new WorkflowNotFoundError('not found', 'demo/task/017', undefined),
      /任务17.*不在运行/,
    ],
    ['no worker answers', new WorkflowUpdateRPCTimeoutOrCancelledError('timeout'), /10 秒/],
    ['no engine serves', new ServiceError('failed', { cause: unavailable }), /temporal\.ln\.example:7233/],
    ['no namespace', new NamespaceNotFoundError('shuangyue'), /shuangyue/],
  ])('%s', (_, error, sentence) => {
    const told = explainTemporal(error, asked);
    expect(isMistake(told)).toBe(true);
    expect(String(told)).toMatch(new RegExp(sentence.source.replace('^', '^Mistake: ')));
  });

  it('a refusal is told in English where it says so itself', () => {
    const english = 'Task 17 cannot be extended: it is accepted and is called no more.';
    const both = ApplicationFailure.nonRetryable(refused.message, 'Refused', { english });
    const words = wordsIn('en');
    expect(String(explainTemporal(updateFailed(both), { ...asked, words }))).toBe(`Mistake: ${english}`);
    expect(String(explainTemporal(updateFailed(both), asked))).toMatch(/任务17不能延期/);
    expect(String(explainTemporal(updateFailed(refused), { ...asked, words }))).toMatch(/任务17不能延期/);
  });

  it('a failure that refuses nothing is ours', () => {
    expect(isMistake(explainTemporal(updateFailed(ApplicationFailure.create({ message: 'no disk' })), asked))).toBe(
      false,
    );
    expect(explainTemporal(refused, asked)).toBe(refused);
  });
});

describe('the id of an order', () => {
  const at = new Date('2026-04-28T01:00:00Z');

  it('is the same for the same order of one invocation', () => {
    expect(orderId(at, 'demo/task/017', 'excuse', { by: 'zqb1' })).toBe(
      orderId(at, 'demo/task/017', 'excuse', { by: 'zqb1' }),
    );
  });

  it.each([
    ['another instant', orderId(new Date(0), 'demo/task/017', 'excuse', { by: 'zqb1' })],
    ['another task', orderId(at, 'demo/task/018', 'excuse', { by: 'zqb1' })],
    ['another order', orderId(at, 'demo/task/017', 'withdraw', { by: 'zqb1' })],
    ['another reason', orderId(at, 'demo/task/017', 'excuse', { by: 'zqb1', why: '出差' })],
  ])('differs for %s', (_, other) => {
    expect(other).not.toBe(orderId(at, 'demo/task/017', 'excuse', { by: 'zqb1' }));
  });
});
