import type { Kysely } from 'kysely';
import { dropAnswered, dueNotices, type DueNotice, withholdNotice } from '../../record/notices.js';
import { campaignRow, currentPosts, partyRow, type PartyRow } from '../../record/office-facts.js';
import type { Schema } from '../../record/schema.js';
import { calendarOf, type CampaignCalendar } from '../campaign-calendar.js';
import type { Deps } from '../deps.js';
import { clearToEscalate } from './clear-to-escalate.js';
import { draftLetters } from './draft-letters.js';

export interface Claimed {
  /** Letters ready to be sent, oldest first. */
  readonly drafted: readonly number[];
  readonly withheld: readonly { readonly task: number; readonly round: string; readonly why: string }[];
}

interface Claim {
  readonly campaign: string;
  readonly desk: string;
  /** ISO instant by which notices are due. */
  readonly dueBy: string;
  readonly at: number;
}

/** One transaction: what has been answered is dropped, the rest is claimed by letters, one an addressee and instant. */
export async function claimLetters(deps: Deps, claim: Claim): Promise<Claimed> {
  return deps.db.transaction().execute(async (trx) => {
    const candidates = await dueNotices(trx, { ...claim, at: claim.dueBy });
    if (candidates.length === 0) return { drafted: [], withheld: [] };
    await dropAnswered(
      trx,
      candidates.map(({ id }) => id),
    );
    const due = await dueNotices(trx, { ...claim, at: claim.dueBy });
    const campaign = await campaignRow(trx, claim.campaign);
    const party = await partyRow(trx, claim.campaign, claim.desk);
    const calendar = calendarOf(campaign, deps.holidays);
    const { clear, withheld } = await passGate(trx, claim, due, party, calendar);
    const automatic = campaign.setup.escalation === 'automatic' || party?.relation === 'own';
    const letters = await draftLetters(trx, deps, claim.campaign, [{ ...claim, notices: clear, automatic }]);
    const drafted = letters.filter(({ state }) => state === 'drafted').map(({ id }) => id);
    return { drafted, withheld };
  });
}

/** Escalations pass the gate one by one; what does not is marked withheld with its reason and tried again. */
async function passGate(
  trx: Kysely<Schema>,
  claim: Claim,
  due: readonly DueNotice[],
  party: PartyRow | undefined,
  calendar: CampaignCalendar,
): Promise<{ clear: readonly DueNotice[]; withheld: Claimed['withheld'] }> {
  const escalations = due.filter(({ step }) => step === 'escalation');
  if (escalations.length === 0 || !party) return { clear: due, withheld: [] };
  const posts = await currentPosts(trx, claim.campaign, party.code);
  const headless = party.relation !== 'own' && !posts.head ? '台账无分管负责人信箱' : undefined;
  const withheld: Claimed['withheld'][number][] = [];
  for (const notice of escalations) {
    const why = headless ?? (await clearToEscalate(trx, { ...claim, ...notice, party: party.code }, calendar));
    if (!why) continue;
    await withholdNotice(trx, notice.id, why);
    withheld.push({ task: notice.task, round: notice.round, why });
  }
  return {
    clear: due.filter(({ task, step }) => step !== 'escalation' || !withheld.some((held) => held.task === task)),
    withheld,
  };
}
