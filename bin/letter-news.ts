import type { LetterEntry } from '../domain/board.js';
import { standings } from '../domain/standing.js';
import type { Seen } from './campaign-watch.js';

const kinds = [
  ['reminder', '催报'],
  ['calls', '电话清单'],
  ['overdue', '逾期催办'],
  ['second-overdue', '再次催办'],
  ['escalation', '督办函'],
  ['return', '退回补报'],
  ['settled', '办结告知'],
] as const;

/** Tells of each kind of letter once all of it that is due has left, and again when more of it has. */
export function letterNews(): (seen: Seen) => readonly string[] {
  const counted = new Map<string, number>();
  return ({ status, letters }) =>
    kinds.flatMap(([kind, name]) => {
      const ofKind = letters.filter((letter) => letter.kind === kind);
      const sent = ofKind.filter(({ state }) => state === 'sent');
      const key = `${status.round?.id} ${kind}`;
      const before = counted.get(key) ?? 0;
      if (sent.length === before || ofKind.some(isUnderWay)) return [];
      counted.set(key, sent.length);
      return [`${name}：${sent.length - before}封${tasksOf(sent.slice(before))}，${reported(status.counts)}`];
    });
}

const isUnderWay = ({ state }: LetterEntry): boolean => state === 'ready' || state === 'sending';

function tasksOf(letters: readonly LetterEntry[]): string {
  const tasks = new Set(letters.flatMap((letter) => letter.tasks));
  return tasks.size === 0 ? '' : `（${tasks.size}项任务）`;
}

function reported(counts: Seen['status']['counts']): string {
  const { answered = 0, late = 0 } = counts;
  return late > 0
    ? `${standings.answered}${answered}项、${standings.late}${late}项`
    : `${standings.answered}${answered}项`;
}
