import type { LetterEntry } from '../domain/board.js';
import type { Seen } from './campaign-watch.js';
import type { DemoWords } from './words/demo.js';

const kinds = ['reminder', 'calls', 'overdue', 'second-overdue', 'escalation', 'return', 'settled'] as const;

/** Tells of each kind of letter once all of it that is due has left, and again when more of it has. */
export function letterNews(words: DemoWords): (seen: Seen) => readonly string[] {
  const counted = new Map<string, number>();
  return ({ status, letters }) =>
    kinds.flatMap((kind) => {
      const ofKind = letters.filter((letter) => letter.kind === kind);
      const sent = ofKind.filter(({ state }) => state === 'sent');
      const key = `${status.round?.id} ${kind}`;
      const before = counted.get(key) ?? 0;
      if (sent.length === before || ofKind.some(isUnderWay)) return [];
      counted.set(key, sent.length);
      const { answered = 0, late = 0 } = status.counts;
      const fresh = sent.slice(before);
      return [words.letterNews(words.letters[kind], fresh.length, tasksOf(fresh), answered, late)];
    });
}

const isUnderWay = ({ state }: LetterEntry): boolean => state === 'ready' || state === 'sending';

function tasksOf(letters: readonly LetterEntry[]): number {
  return new Set(letters.flatMap((letter) => letter.tasks)).size;
}
