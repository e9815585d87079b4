import { inBoth } from '../../domain/sentence.js';
import { refusal } from '../../record/refusal.js';
import { officeRefusals, type OfficeRefusals } from './refusal-words.js';

/** What is refused, in a sentence for who asked. */
export function refused(say: (words: OfficeRefusals) => string, cause?: unknown): Error {
  return refusal(inBoth(officeRefusals, say), cause);
}
