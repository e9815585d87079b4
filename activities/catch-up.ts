import { moveAnchor } from '../record/campaign-anchor.js';
import type { CampaignRow } from '../record/office-facts.js';
import { readRounds } from '../record/rounds.js';
import type { Db } from '../record/schema.js';

/** After a night's outage a brisk campaign goes on where it stood: its clock is seconds, not a calendar. */
export async function catchUp(db: Db, row: CampaignRow, at: number): Promise<CampaignRow> {
  if (row.cadence.kind !== 'brisk') return row;
  const next = (await readRounds(db, row.id)).find(({ state }) => state === 'planned');
  const late = next ? at - Date.parse(next.opensAt) : 0;
  if (late <= row.cadence.workdayMs) return row;
  const anchored_at = new Date(Date.parse(row.anchored_at) + late).toISOString();
  await moveAnchor(db, row.id, anchored_at);
  return { ...row, anchored_at };
}
