import { errorSaying, type Sentence } from '../domain/sentence.js';

/** Refused for a reason that the person at the terminal can mend; the sentence is theirs to read. */
export const refusal = (said: Sentence | string, cause?: unknown): Error =>
  errorSaying(typeof said === 'string' ? { zh: said, en: said } : said, 'Refusal', cause);
