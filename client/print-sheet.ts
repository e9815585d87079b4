import { answerLines } from './answer-lines.js';
import type { SheetInspection } from './inspect-sheet.js';
import type { Words } from './words.js';

/** A filled 调度表 as it was read: each task, each cell to be looked at, then the sum. */
export function printSheet({ answers, reason, sealed, rows, strays }: SheetInspection, words: Words): string {
  const { sheet, names } = words;
  const filled = rows.filter(({ filled: isFilled }) => isFilled).length;
  const problems = [...rows.flatMap((row) => row.problems), ...strays];
  const said = ({ cell, text }: (typeof problems)[number]) => `  ${sheet.problem(cell, text)}`;
  return [
    reason === null ? undefined : sheet.refusedFile(reason),
    answers === null ? undefined : sheet.accepted(names.roundShort(answers.round), answers.party),
    answers !== null && sealed === null ? sheet.unchecked : undefined,
    ...rows.flatMap((row) => [
      `${sheet.row(row.task, row.row)}${row.filled ? '' : `${names.colon}${sheet.empty}`}`,
      ...(row.filled ? answerLines(row.content, words).map((line) => `  ${line.replaceAll('\n', '\n  ')}`) : []),
      ...row.problems.map(said),
    ]),
    ...strays.map(said),
    answers === null ? undefined : sheet.sum(filled, rows.length, problems.length),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}
