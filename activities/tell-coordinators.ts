import { coordinatorsDesk } from '../workflows/api.js';
import { addNote } from '../record/notes.js';
import type { Deps } from './deps.js';
import { announce } from './announce.js';

/** Tells the coordinators something once: `about` names the matter, and the same matter is not told again. */
export async function tellCoordinators(
  deps: Deps,
  note: { readonly campaign: string; readonly about: string; readonly text: string },
): Promise<void> {
  const at = deps.now();
  await addNote(deps.db, { ...note, plannedAt: at.toISOString() });
  await announce(deps, note.campaign, coordinatorsDesk, at.getTime());
}
