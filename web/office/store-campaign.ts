import { needsNewCampaign } from '../../config/register/change-command.js';
import { differences } from '../../config/register/difference.js';
import type { CampaignDifference, StoreCampaign, StoredCampaign } from '../../domain/office-requests.js';
import { readRegister, saveCampaign } from '../../record/campaigns.js';
import { append } from '../../record/journal.js';
import type { Db } from '../../record/schema.js';
import { knownCampaign, refuseStranger } from './known.js';

/**
 * Stores a campaign with its register, all or nothing. Under an id that is taken it changes nothing and says how the
 * two differ; a register that says what the running campaign says by now is the same.
 */
export async function storeCampaign(db: Db, request: StoreCampaign, at: string): Promise<StoredCampaign> {
  refuseStranger({ setup: request.register.campaign }, request.by);
  const outcome = await db.transaction().execute(async (trx) => {
    const { hash: registerHash, ...campaign } = request;
    const saved = await saveCampaign(trx, { ...campaign, registerHash });
    if (saved === 'saved') {
      const { id, by, hash } = request;
      await append(trx, { campaign: id, at, by, act: 'store-campaign', detail: { registerHash: hash } });
    }
    return saved;
  });
  if (outcome !== 'differs') return { outcome };
  const found = await differencesFrom(db, request);
  return found.length === 0 ? { outcome: 'exists' } : { outcome, differences: found };
}

async function differencesFrom(db: Db, request: StoreCampaign): Promise<readonly CampaignDifference[]> {
  const { year, cadence, quietDays } = await knownCampaign(db, request.id);
  const register = await readRegister(db, request.id);
  if (!register) throw new Error(`campaign ${request.id} has a row but no register: expected both; restore a backup`);
  const sent = { ...request.register, cadence: request.cadence, quietDays: request.quietDays };
  return [...yearChange(year, request.year), ...differences({ ...register, cadence, quietDays }, sent)];
}

function yearChange(before: number, after: number): readonly CampaignDifference[] {
  if (before === after) return [];
  return [{ what: '行动的年度', where: 'year', before: `${before}`, after: `${after}`, command: needsNewCampaign }];
}
