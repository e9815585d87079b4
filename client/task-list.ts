import { mistake } from './mistake.js';
import type { Words } from './words.js';

const mostTasks = 1_000;
const written = /^(\d{1,5})(?:[-–—~～至](\d{1,5}))?$/u;

/** `17 18 21`, `17-21`, `17,18` or `任务17、任务18` as task numbers, each once, in the order given. */
export function readTaskList(given: readonly string[], words: Words): readonly number[] {
  const pieces = given.flatMap((text) => text.normalize('NFKC').split(/[,、;\s]+/u)).filter((piece) => piece !== '');
  const numbers = [...new Set(pieces.flatMap((piece) => readPiece(piece, words)))];
  if (numbers.length === 0 || numbers.length > mostTasks) throw mistake(words.badTaskList(given.join(' ')));
  return numbers;
}

export function readTask(given: string, words: Words): number {
  const [number, ...more] = readTaskList([given], words);
  if (number === undefined || more.length > 0) throw mistake(words.oneTaskOnly(given));
  return number;
}

function readPiece(piece: string, words: Words): readonly number[] {
  const match = written.exec(piece.replaceAll('任务', ''));
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (match === null || from < 1 || to < from || to - from >= mostTasks) throw mistake(words.badTaskList(piece));
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
