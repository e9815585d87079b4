import { campaign, type RealOffice } from './real-office.js';
import type { Passed } from './relay.js';

/** The opening letters, once everybody has been asked about everything; throws before. */
export async function openingsOf({ board, relay }: RealOffice): Promise<readonly Passed[]> {
  const { counts, tasks } = await board.status(campaign);
  const leads = new Set(tasks.map(({ lead }) => lead));
  if (leads.size === 0 || counts.asked !== tasks.length || relay.passed.length < leads.size)
    throw new Error('not everybody is asked yet');
  return [...relay.passed];
}

export function letterTo(letters: readonly Passed[], party: string): Passed {
  const letter = letters.find(({ to }) => to[0] === `${party}.Liaison@${party}.example`);
  if (!letter) throw new Error(`${party} was not written to`);
  return letter;
}
