import { type CampaignRecord, readCampaign } from '../../record/campaigns.js';
import { type PartyRow, partyRow } from '../../record/office-facts.js';
import { refusal } from '../../record/refusal.js';
import { readRound, type RoundRecord } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';

/** What an order names must be in the record; what is not is refused in a sentence. */
export async function knownCampaign(db: Db, id: string): Promise<CampaignRecord> {
  const campaign = await readCampaign(db, id);
  if (campaign) return campaign;
  throw refusal(`没有行动 ${id}：应为已启动的行动；请用 shuangyue campaigns 查看编号后重试。`);
}

export async function knownRound(db: Db, campaign: string, round: string): Promise<RoundRecord> {
  const known = await readRound(db, { campaign, round });
  if (known) return known;
  throw refusal(`行动 ${campaign} 没有调度期 ${round}：应为“年-次”，例如 2026-3；请用 shuangyue status 查看。`);
}

export async function knownParty(db: Db, campaign: string, code: string): Promise<PartyRow> {
  const party = await partyRow(db, campaign, code);
  if (party) return party;
  throw refusal(`行动 ${campaign} 没有代码为 ${code} 的单位：应为台账 parties 中的 code；请核对后重试。`);
}

export function refuseStranger({ setup }: Pick<CampaignRecord, 'setup'>, by: string): void {
  const codes = setup.coordinators.map(({ code }) => code);
  if (codes.includes(by)) return;
  throw refusal(`${by} 不是本行动的协调员：--as 应为 ${codes.join('、')} 之一；请改用本人的代码重试。`);
}

export function refuseClosed({ id, state }: Pick<CampaignRecord, 'id' | 'state'>): void {
  if (state === 'closed') throw refusal(`行动 ${id} 已经关闭，不再变更；记录仍可查看。`);
}
