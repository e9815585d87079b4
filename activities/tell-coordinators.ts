import { addNote } from '../record/notes.js';
import { coordinatorsDesk } from '../workflows/api.js';
import { announce, settleMsOf } from './announce.js';
import type { Deps } from './deps.js';

/**
 * Tells the coordinators something once: `about` names the matter, and the same matter is not told again. What comes up
 * within ten settle times is told in one letter, lest the office be flooded by its own system.
 */
export async function tellCoordinators(
  deps: Deps,
  note: { readonly campaign: string; readonly about: string; readonly text: string },
): Promise<void> {
  const slotMs = 10 * (await settleMsOf(deps, note.campaign));
  const at = Math.ceil(deps.now().getTime() / slotMs) * slotMs;
  await addNote(deps.db, { ...note, plannedAt: new Date(at).toISOString() });
  await announce(deps, note.campaign, coordinatorsDesk, at);
}
