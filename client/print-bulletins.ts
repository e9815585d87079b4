import type { BulletinEntry } from '../domain/board.js';
import { htmlToText } from '../mail/read/html-text.js';
import { table } from './table.js';
import { wallInstant } from './wall-instant.js';

const states = { draft: '待审', returned: '已退回', approved: '已审定', published: '已印发' } as const;

export function printBulletins(bulletins: readonly BulletinEntry[], zone: string): string {
  if (bulletins.length === 0) return '尚无简报：调度期关闭后自动编写。';
  const rows = bulletins.map(({ round, version, issue, state, title, composedAt, publishedAt, path }) => [
    round,
    `第${version}版`,
    `第${issue}期`,
    states[state],
    wallInstant(zone, publishedAt ?? composedAt),
    title,
    path,
  ]);
  return table(['调度期', '版次', '期号', '状态', '时间', '题目', '文件'], rows);
}

/** The page as text, and where the page itself lies. */
export function printBulletin({ round, version, state, path }: BulletinEntry, page: string): string {
  const text = htmlToText(page)
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return `${round}期简报 第${version}版（${states[state]}）\n文件：${path}\n\n${text}`;
}
