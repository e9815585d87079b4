import { type CampaignRecord, readCampaign } from '../../record/campaigns.js';
import { type MailRecord, readMail } from '../../record/mails.js';
import { type PartyRow, partyRow } from '../../record/office-facts.js';
import { readRound, type RoundRecord } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';
import { refused } from './refuse.js';

/** What an order names must be in the record; what is not is refused in a sentence. */
export async function knownCampaign(db: Db, id: string): Promise<CampaignRecord> {
  const campaign = await readCampaign(db, id);
  if (campaign) return campaign;
  throw refused(({ noCampaign }) => noCampaign(id));
}

export async function knownRound(db: Db, campaign: string, round: string): Promise<RoundRecord> {
  const known = await readRound(db, { campaign, round });
  if (known) return known;
  throw refused(({ noRound }) => noRound(campaign, round));
}

export async function knownParty(db: Db, campaign: string, code: string): Promise<PartyRow> {
  const party = await partyRow(db, campaign, code);
  if (party) return party;
  throw refused(({ noParty }) => noParty(campaign, code));
}

/** A mail of the campaign, or of none yet, that still waits for a coordinator. */
export async function mailToEnter(db: Db, campaign: string, id: string): Promise<MailRecord> {
  const mail = await readMail(db, id);
  if (!mail || (mail.campaign ?? campaign) !== campaign) throw refused(({ noMail }) => noMail(campaign, id));
  if (mail.state !== 'held') throw refused(({ mailDecided }) => mailDecided(id, mail.decidedBy));
  return mail;
}

export function refuseStranger({ setup }: Pick<CampaignRecord, 'setup'>, by: string): void {
  const codes = setup.coordinators.map(({ code }) => code);
  if (codes.includes(by)) return;
  throw refused(({ stranger }) => stranger(by, codes));
}

export function refuseClosed({ id, state }: Pick<CampaignRecord, 'id' | 'state'>): void {
  if (state === 'closed') throw refused(({ closed }) => closed(id));
}
