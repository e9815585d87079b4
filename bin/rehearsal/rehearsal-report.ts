import { join } from 'node:path';
import type { RehearsedYear } from './rehearsed-year.js';

/** What the terminal says when a year has been rehearsed. */
export function rehearsalReport(year: RehearsedYear, folder: string): string {
  const { campaign, letters, counts, warnings, roundsHeld } = year;
  const toHeads = letters.filter(({ isToHead }) => isToHead).length;
  const most = counts
    .filter(({ tasks }) => tasks > 0)
    .toSorted((one, other) => other.letters - one.letters)
    .slice(0, 5);
  return [
    `${campaign.year}年演练完毕：${roundsHeld}期，${letters.length}封函，其中${toHeads}封送分管负责人；没有一封真正发出。`,
    `收函最多：${most.map(({ name, letters: count }) => `${name}${count}封`).join('、')}。`,
    ...(warnings.length === 0 ? ['没有需要注意的事项。'] : ['请注意：']),
    ...warnings.map((warning, index) => `  ${index + 1}．${warning}`),
    `用浏览器打开 ${join(folder, 'index.html')} 逐封查看；calendar.ics 可导入日历。`,
  ].join('\n');
}
