import type { Cadence, QuietDays } from '../domain/cadence.js';
import type { CampaignSetup, Register } from '../domain/register.js';
import { insertRegister, readParties, readTasks } from './register.js';
import type { Db, Trx } from './schema.js';
import { storableJson } from './storable.js';

export type CampaignState = 'running' | 'paused' | 'closed';

export interface NewCampaign {
  readonly id: string;
  readonly year: number;
  readonly register: Register;
  readonly cadence: Cadence;
  readonly quietDays: readonly QuietDays[];
  readonly registerHash: string;
  readonly anchoredAt: string;
  readonly by: string;
}

export interface CampaignRecord {
  readonly id: string;
  readonly year: number;
  readonly title: string;
  readonly setup: CampaignSetup;
  readonly cadence: Cadence;
  readonly quietDays: readonly QuietDays[];
  readonly registerHash: string;
  readonly anchoredAt: string;
  readonly state: CampaignState;
  readonly startedBy: string;
}

/**
 * Writes the campaign with its register, all or nothing. The same register under the same id `exists`; another one
 * `differs`, and nothing is written.
 */
export async function saveCampaign(trx: Trx, campaign: NewCampaign): Promise<'saved' | 'exists' | 'differs'> {
  if (!(await insertCampaign(trx, campaign))) {
    const known = await readCampaign(trx, campaign.id);
    return known?.registerHash === campaign.registerHash ? 'exists' : 'differs';
  }
  await insertRegister(trx, campaign);
  return 'saved';
}

async function insertCampaign(trx: Trx, campaign: NewCampaign): Promise<boolean> {
  const inserted = await trx
    .insertInto('campaign')
    .values({
      id: campaign.id,
      year: campaign.year,
      title: campaign.register.campaign.title,
      setup: storableJson(campaign.register.campaign),
      cadence: storableJson(campaign.cadence),
      quiet_days: storableJson(campaign.quietDays),
      register_hash: campaign.registerHash,
      anchored_at: campaign.anchoredAt,
      started_by: campaign.by,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const columns = [
  'id',
  'year',
  'title',
  'setup',
  'cadence',
  'quiet_days as quietDays',
  'register_hash as registerHash',
  'anchored_at as anchoredAt',
  'state',
  'started_by as startedBy',
] as const;

export function readCampaign(db: Db, id: string): Promise<CampaignRecord | undefined> {
  return db.selectFrom('campaign').select(columns).where('id', '=', id).executeTakeFirst();
}

/** The register as it stands: with the posts and leads of today, not those it was started with. */
export async function readRegister(db: Db, id: string): Promise<Register | undefined> {
  const campaign = await readCampaign(db, id);
  if (campaign === undefined) return undefined;
  return { campaign: campaign.setup, parties: await readParties(db, id), tasks: await readTasks(db, id) };
}

export function listCampaigns(db: Db): Promise<readonly CampaignRecord[]> {
  return db.selectFrom('campaign').select(columns).orderBy('anchored_at').orderBy('id').execute();
}

export async function setCampaignState(
  db: Db,
  { campaign, state }: { readonly campaign: string; readonly state: CampaignState },
): Promise<void> {
  await db
    .updateTable('campaign')
    .set({ state })
    .where('id', '=', campaign)
    .returning('id')
    .executeTakeFirstOrThrow(() => new Error(`没有行动 ${campaign}：请先用 shuangyue start 启动。`));
}
