import { errorSaying, type Sentence } from '../../domain/sentence.js';

/** A start refused for a reason that the person at the terminal can mend; the sentence is theirs to read. */
export const refusal = (said: Sentence, cause?: unknown): Error => errorSaying(said, 'Refusal', cause);

export const isRefusal = (error: unknown): error is Error => error instanceof Error && error.name === 'Refusal';
