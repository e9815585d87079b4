import { archiveServer, sentenceOf } from '../../mail/server-trouble.js';
import { type Letter, newestSent } from '../../record/letters.js';
import type { Deps } from '../deps.js';

export type Finding =
  | { readonly state: 'kept' | 'absent' }
  /** Nobody to ask, or nothing sent yet that would show whether the archive keeps what it should. */
  | { readonly state: 'unasked' }
  /** The archive cannot be asked, or keeps nothing: its silence proves nothing. */
  | { readonly state: 'unproven'; readonly why: string };

/** Whether a letter left, by the archive that gets a copy of each. */
export async function lookUpLetter({ archive, db }: Deps, letter: Letter): Promise<Finding> {
  if (!archive) return { state: 'unasked' };
  try {
    if (await archive.holds(letter.message_id)) return { state: 'kept' };
    const control = await newestSent(db);
    if (!control) return { state: 'unasked' };
    if (await archive.holds(control.message_id)) return { state: 'absent' };
    const why = `存档里连最近发出的函（编号${control.id}）也没有，不能据此判断`;
    return { state: 'unproven', why };
  } catch (error) {
    return { state: 'unproven', why: sentenceOf(error, archiveServer) };
  }
}
