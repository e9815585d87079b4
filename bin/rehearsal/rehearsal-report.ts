import { join } from 'node:path';
import type { Words } from '../../client/words.js';
import type { RehearsedYear } from './rehearsed-year.js';

/** What the terminal says when a year has been rehearsed. */
export function rehearsalReport(year: RehearsedYear, folder: string, { running, plan, language }: Words): string {
  const { campaign, letters, counts, toNote, roundsHeld } = year;
  const toHeads = letters.filter(({ isToHead }) => isToHead).length;
  const most = counts
    .filter(({ tasks }) => tasks > 0)
    .toSorted((one, other) => other.letters - one.letters)
    .slice(0, 5);
  return [
    running.rehearsed(campaign.year, roundsHeld, letters.length, toHeads),
    running.mostLetters(most),
    ...(toNote.length === 0 ? [running.nothingToNote] : [plan.toNote]),
    ...toNote.map((warning, index) => `  ${plan.warning(index + 1, warning[language])}`),
    running.lookAt(join(folder, 'index.html')),
  ].join('\n');
}
