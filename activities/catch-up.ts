import { briskStart } from '../domain/brisk-plan.js';
import { parseRoundId } from '../domain/round-id.js';
import { moveAnchor } from '../record/campaign-anchor.js';
import type { CampaignRow } from '../record/office-facts.js';
import { readRounds } from '../record/rounds.js';
import type { Db } from '../record/schema.js';

/** After a night's outage a brisk campaign goes on where it stood: its clock is seconds, not a calendar. */
export async function catchUp(db: Db, row: CampaignRow, at: number): Promise<CampaignRow> {
  const { id, cadence } = row;
  const next = (await readRounds(db, id)).find(({ state }) => state === 'planned');
  if (cadence.kind !== 'brisk' || !next || at - Date.parse(next.opensAt) <= cadence.workdayMs) return row;
  const anchored_at = new Date(briskStart(parseRoundId(next.round).number, at, cadence)).toISOString();
  await moveAnchor(db, id, anchored_at);
  return { ...row, anchored_at };
}
