import { WorkflowNotFoundError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { handOverDoubts } from '../../domain/contact-change.js';
import { dateIn } from '../../domain/zone-time.js';
import { readContactsToken } from '../../mail/contacts-token.js';
import { confirmable, confirmHolders, type PostHolder, readHolder } from '../../record/confirmations.js';
import { askContactChange, openChangeLike } from '../../record/contact-changes.js';
import { type CampaignRecord, readCampaign } from '../../record/campaigns.js';
import { append } from '../../record/journal.js';
import { partyRow, partyRows, type PartyRow } from '../../record/office-facts.js';
import { refusal } from '../../record/refusal.js';
import type { Db } from '../../record/schema.js';
import { partiesByAddress } from '../../record/senders.js';
import { changeContactUpdate, ids } from '../../workflows/api.js';
import type {
  ContactsDesk,
  ContactsOpening,
  ContactsPage,
  HandOverOutcome,
  NewHolder,
} from '../contacts/contacts-desk.js';
import type { Accounting } from './account-answer.js';

interface Opened {
  readonly campaign: CampaignRecord;
  readonly party: PartyRow;
  readonly holder: PostHolder;
  readonly until: string;
}

/** What liaisons confirm or change behind their signed links. */
export function createContactsDesk(accounting: Accounting, secret: string): ContactsDesk {
  const { db, now } = accounting;
  const openOrRefuse = async (token: string): Promise<Opened> => {
    const opened = await openLink(db, secret, token, now().toISOString());
    if ('campaign' in opened) return opened;
    throw refusal(opened.kind === 'revoked' ? opened.why : '确认链接不完整或不是由本系统发出，没有登记。');
  };
  return {
    open: async (token) => {
      const opened = await openLink(db, secret, token, now().toISOString());
      return 'campaign' in opened ? { kind: 'page', page: await pageOf(db, opened) } : opened;
    },
    confirm: async (token, shown, at) => confirm(db, await openOrRefuse(token), shown, at),
    handOver: async (token, holder, at) => handOver(accounting, await openOrRefuse(token), holder, at),
  };
}

async function openLink(
  db: Db,
  secret: string,
  token: string,
  now: string,
): Promise<Opened | Exclude<ContactsOpening, { readonly kind: 'page' }>> {
  const claims = readContactsToken(token, secret);
  if (!claims) return { kind: 'forged' };
  const campaign = await readCampaign(db, claims.campaign);
  const party = await partyRow(db, claims.campaign, claims.party);
  const holder = await readHolder(db, claims.holder);
  if (!campaign || !party || holder?.party !== party.code || holder.campaign !== campaign.id)
    return { kind: 'revoked', why: '链接所指的行动、单位或岗位已不在台账中。' };
  if (campaign.state === 'closed') return { kind: 'revoked', why: '本行动已经结束，联络登记不再变更。' };
  if (holder.until !== null) return { kind: 'revoked', why: '该岗位的登记已经变更，发给原联络员的链接随之停用。' };
  if (Date.parse(claims.until) <= Date.parse(now)) return { kind: 'revoked', why: '链接已过有效期。' };
  return { campaign, party, holder, until: claims.until };
}

async function pageOf(db: Db, { campaign, party, holder, until }: Opened): Promise<ContactsPage> {
  const { issuer, phone, zone } = campaign.setup;
  const entries = await confirmable(db, { campaign: campaign.id, party: party.code });
  return {
    issuer,
    title: campaign.title,
    ...(phone && { phone }),
    zone,
    party: party.name,
    own: holder.kind,
    ownPhone: holder.phone,
    entries: entries.map(({ id, kind: post, name, email, confirmedAt }) => ({ id, post, name, email, confirmedAt })),
    until,
  };
}

/** What was shown is what is confirmed: entries that changed in between are shown again. */
async function confirm(
  db: Db,
  { campaign: { id: campaign }, party: { code: party }, holder }: Opened,
  shown: readonly number[],
  at: string,
): Promise<'confirmed' | 'outdated'> {
  return db.transaction().execute(async (trx) => {
    const current = (await confirmable(trx, { campaign, party })).map(({ id }) => id);
    if (current.length !== shown.length || !current.every((id) => shown.includes(id))) return 'outdated';
    await confirmHolders(trx, current, at);
    await append(trx, { campaign, at, by: party, act: 'confirm-contacts', party, detail: { post: holder.kind } });
    return 'confirmed';
  });
}

async function handOver(
  accounting: Accounting,
  opened: Opened,
  { post, name, email, phone, from }: NewHolder,
  at: string,
): Promise<HandOverOutcome> {
  const { db } = accounting;
  const campaign = opened.campaign.id;
  const party = opened.party.code;
  const wanted = { campaign, party, kind: post, name, email };
  const known = await openChangeLike(db, wanted);
  if (known?.state === 'held') return 'held';
  const doubts = handOverDoubts({
    own: { post: opened.holder.kind, email: opened.holder.email },
    post,
    email,
    from,
    today: dateIn(opened.campaign.setup.zone, Date.parse(at)),
    elsewhere: await namesElsewhere(db, opened, email),
  });
  const asked = { ...wanted, phone: phone ?? undefined, source: 'page', effectiveOn: from, doubts } as const;
  const change = known?.id ?? (await askContactChange(db, { ...asked, askedBy: party, askedAt: at }));
  const isTold = await tellDesk(accounting, { campaign, party, post, change });
  return doubts.length > 0 ? 'held' : isTold ? 'applied' : 'later';
}

async function namesElsewhere(db: Db, { campaign, party }: Opened, email: string): Promise<readonly string[]> {
  const holders = await partiesByAddress(db, { campaign: campaign.id, email });
  const others = new Set(holders.map((holder) => holder.party).filter((code) => code !== party.code));
  if (others.size === 0) return [];
  return (await partyRows(db, campaign.id, [...others])).map(({ name }) => name);
}

/** The desk writes the change, or tells the coordinators that it waits. False where it cannot be had just now. */
async function tellDesk(
  { send, withinMs, onProblem }: Accounting,
  { campaign, party, post, change }: { campaign: string; party: string; post: NewHolder['post']; change: number },
): Promise<boolean> {
  const desk = ids.desk(campaign, party);
  try {
    await send(desk, changeContactUpdate, { by: party, post, change }, { withinMs, updateId: `contact-${change}` });
    return true;
  } catch (problem) {
    const isDelay =
      problem instanceof WorkflowUpdateRPCTimeoutOrCancelledError || problem instanceof WorkflowNotFoundError;
    if (!isDelay) onProblem?.(problem, desk);
    return false;
  }
}
