import { openAnswerSheet, type OpenedSheet } from './open-answer-sheet.js';

/** One workbook at a time, from however many mails and pages: the thread that reads it may take 256 MB. */
export function openInTurn(...given: Parameters<typeof openAnswerSheet>): Promise<OpenedSheet> {
  const mine = turn.then(() => openAnswerSheet(...given));
  turn = mine.catch(() => undefined);
  return mine;
}

let turn: Promise<unknown> = Promise.resolve();
