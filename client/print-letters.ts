import type { LetterDetail, LetterEntry } from '../domain/board.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import type { Words } from './words.js';

export function printLetters(entries: readonly LetterEntry[], zone: string, { letters, names }: Words): string {
  if (entries.length === 0) return letters.none;
  const rows = entries.map(({ id, kind, desk, round, state, tasks, plannedAt, sentAt, failure }) => [
    id,
    names.letterKinds[kind] ?? kind,
    desk,
    round ?? '',
    names.letterStates[state] ?? state,
    names.instant(zone, sentAt ?? plannedAt),
    tasks.join(names.enumeration),
    failure ?? '',
  ]);
  return table(letters.head, rows, [0]);
}

interface Shown {
  readonly zone: string;
  readonly words: Words;
  readonly paint: Terminal['paint'];
}

/** The letter as its reader gets it, and for a 督办函 the page to check before signing. */
export function printLetter(letter: LetterDetail, { zone, words, paint }: Shown): string {
  const { id, kind, state, subject, to, cc, plannedAt, sentAt, signedBy, failure, text, checks } = letter;
  const { letters, names } = words;
  return [
    paint('bold', letters.title(names.letterKinds[kind] ?? kind, id, names.letterStates[state] ?? state)),
    letters.subject(subject),
    letters.to(to.join(names.comma), cc.join(names.comma)),
    sentAt === null ? letters.planned(names.instant(zone, plannedAt)) : letters.sent(names.instant(zone, sentAt)),
    ...(signedBy === null ? [] : [letters.signed(signedBy)]),
    ...(failure === null ? [] : [paint('red', letters.failure(failure))]),
    ...(checks.length === 0 ? [] : [letters.checks]),
    ...checks.map(({ what, passed, fact }) => {
      const mark = passed ? paint('green', letters.passed) : paint('red', letters.failed);
      return `  ${letters.check(mark, what, fact)}`;
    }),
    ...(text === null ? [] : ['', text]),
  ].join('\n');
}
