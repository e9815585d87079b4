import { ApplicationFailure } from '@temporalio/workflow';
import { inBoth } from '../domain/sentence.js';
import { refusalWords, type RefusalWords } from './refusal-words.js';

/** Refuses an order to the caller's face: the message is Chinese, the detail beside it the same in English. */
export function refuse(say: (words: RefusalWords) => string): never {
  const { zh, en } = inBoth(refusalWords, say);
  throw ApplicationFailure.nonRetryable(zh, 'Refused', { english: en });
}
