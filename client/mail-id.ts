import type { Board } from './board.js';
import { mistake } from './mistake.js';
import type { Words } from './words.js';

const shownLength = 16;

/** As much of a mail's id as people have to copy; the workflow of its intake is named by the same piece. */
export const shortMailId = (id: string): string => id.slice(0, shownLength);

/** The one mail whose id begins so. */
export async function findMailId(board: Board, campaign: string, given: string, words: Words): Promise<string> {
  if (!/^[0-9a-f]{4,64}$/i.test(given)) throw mistake(words.unknownMail(given));
  const start = given.toLowerCase();
  const found = (await board.mails({ campaign })).filter(({ id }) => id.startsWith(start));
  const [mail, ...others] = found;
  if (mail === undefined) throw mistake(words.unknownMail(given));
  if (others.length > 0) throw mistake(words.severalMails(given, found.length));
  return mail.id;
}
