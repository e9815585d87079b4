import type { TakenAnswer } from '../domain/office-requests.js';
import type { Words } from './words.js';

/** Read back at once, as a receipt would. */
export function printTaken(
  { task, version, standing, outcome, questions }: TakenAnswer,
  { taken, names }: Words,
): string {
  return [
    outcome === null
      ? taken.stored(task, version)
      : taken.counted(task, version, names.outcomes[outcome] ?? outcome, names.standings[standing]),
    ...questions.map(({ text }) => `  ${taken.question(text)}`),
  ].join('\n');
}
