import type { AccountedAs, TakenAnswer } from '../domain/office-requests.js';
import { standings } from '../domain/standing.js';

const outcomes: Readonly<Record<Exclude<AccountedAs, null>, string>> = {
  answered: '按期报送',
  late: '逾期补报',
  correction: '更正',
  afterClose: '关闭后报送，存档备查',
  held: '待核',
};

/** Read back at once, as a receipt would. */
export function printTaken({ task, version, standing, outcome, questions }: TakenAnswer): string {
  const counted = outcome === null ? '已存，稍后计入' : `计为${outcomes[outcome]}，现为“${standings[standing]}”`;
  return [
    `任务${task}：第${version}次报送已登记，${counted}。`,
    ...questions.map(({ text }) => `  需确认：${text}`),
  ].join('\n');
}
