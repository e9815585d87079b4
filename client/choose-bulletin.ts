import type { BulletinEntry } from '../domain/board.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import { readRound, type ReadContext } from './order-context.js';

/** The newest version of the round's bulletin; without a round that of the latest one. */
export async function chooseBulletin(
  deps: ClientDeps,
  { board, campaign }: ReadContext,
  given?: string,
): Promise<BulletinEntry> {
  const round = given === undefined ? undefined : readRound(deps, campaign, given);
  const bulletins = (await board.bulletins(campaign.id)).filter(
    (entry) => round === undefined || entry.round === round,
  );
  const [newest] = bulletins.toSorted((one, other) => compare(other, one));
  if (newest === undefined) throw mistake(deps.words.noBulletin(round));
  return newest;
}

function compare(one: BulletinEntry, other: BulletinEntry): number {
  return one.round === other.round ? one.version - other.version : one.round < other.round ? -1 : 1;
}
