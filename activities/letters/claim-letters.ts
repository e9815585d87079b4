import { groupCommitFor } from '../../record/group-commit.js';
import type { LetterEntry } from '../../record/letters.js';
import { lockCampaigns } from '../../record/lock-campaigns.js';
import { lockTasks } from '../../record/lock-tasks.js';
import { dropAnswered, type DeskNotice, dueNoticesOf, withholdNotice } from '../../record/notices.js';
import { campaignRow, currentPosts, type PartyRow, partyRows } from '../../record/office-facts.js';
import type { Trx } from '../../record/schema.js';
import { calendarOf, type CampaignCalendar } from '../campaign-calendar.js';
import type { Deps } from '../deps.js';
import { clearToEscalate } from './clear-to-escalate.js';
import { draftLetters } from './draft-letters.js';

export interface Claimed {
  /** 督办函 that wait for a signature, oldest first. */
  readonly drafted: readonly number[];
  readonly withheld: readonly { readonly task: number; readonly round: string; readonly why: string }[];
}

const nothing: Claimed = { drafted: [], withheld: [] };

interface Claim {
  readonly campaign: string;
  readonly desk: string;
  /** ISO instant by which notices are due. */
  readonly dueBy: string;
  readonly at: number;
}

/**
 * One transaction: what has been answered is dropped, the rest is claimed by letters, one an addressee and instant.
 * Desks that write at the same instant share transactions.
 */
export const claimLetters = groupCommitFor<Deps, Claim, Claimed>(
  async (deps, claims) => {
    const candidates = await dueNoticesOf(deps.db, claims);
    if (candidates.length === 0) return claims.map(() => nothing);
    return deps.db.transaction().execute((trx) => claimTogether(trx, deps, claims, candidates));
  },
  { rowsPerTransaction: 12, pauseMs: 20 },
);

async function claimTogether(
  trx: Trx,
  deps: Deps,
  claims: readonly Claim[],
  candidates: readonly DeskNotice[],
): Promise<readonly Claimed[]> {
  // Two workers that write to one desk at once would else give two letters one key, and the notices of both to the first.
  await lockCampaigns(
    trx,
    claims.map(({ campaign }) => campaign),
  );
  await lockTasks(trx, candidates);
  await dropAnswered(
    trx,
    candidates.map(({ id }) => id),
  );
  // What became due since we looked is of tasks that we do not hold: its own announcement follows.
  const looked = new Set(candidates.map(({ id }) => id));
  const due = (await dueNoticesOf(trx, claims)).filter(({ id }) => looked.has(id));
  const claimed = new Map<Claim, Claimed>();
  for (const campaign of new Set(claims.map((claim) => claim.campaign))) {
    const ofCampaign = claims.filter((claim) => claim.campaign === campaign);
    for (const [claim, outcome] of await claimFor(trx, deps, campaign, ofCampaign, due)) claimed.set(claim, outcome);
  }
  return claims.map((claim) => claimed.get(claim) ?? nothing);
}

async function claimFor(
  trx: Trx,
  deps: Deps,
  id: string,
  claims: readonly Claim[],
  due: readonly DeskNotice[],
): Promise<ReadonlyMap<Claim, Claimed>> {
  const campaign = await campaignRow(trx, id);
  const parties = await partyRows(
    trx,
    id,
    claims.map(({ desk }) => desk),
  );
  const calendar = calendarOf(campaign, deps.holidays);
  const left = new Set(due.filter((notice) => notice.campaign === id));
  const passed = [];
  for (const claim of claims) {
    const party = parties.find(({ code }) => code === claim.desk);
    const mine = [...left].filter(({ desk, plannedAt }) => desk === claim.desk && plannedAt <= claim.dueBy);
    // A desk that asks twice at once gets its notices once.
    for (const notice of mine) left.delete(notice);
    const automatic = campaign.setup.escalation === 'automatic' || party?.relation === 'own';
    passed.push({ claim, automatic, ...(await passGate(trx, deps, claim, { due: mine, party, calendar })) });
  }
  const letters = await draftLetters(
    trx,
    deps,
    id,
    passed.map(({ claim, clear, automatic }) => ({ ...claim, notices: clear, automatic })),
  );
  return new Map(passed.map(({ claim, withheld }) => [claim, { drafted: draftsOf(letters, claim), withheld }]));
}

function draftsOf(letters: readonly LetterEntry[], { desk }: Claim): readonly number[] {
  return letters.filter((letter) => letter.desk === desk && letter.state === 'drafted').map(({ id }) => id);
}

interface Candidates {
  readonly due: readonly DeskNotice[];
  readonly party: PartyRow | undefined;
  readonly calendar: CampaignCalendar;
}

/** Escalations pass the gate one by one; what does not is marked withheld with its reason and tried again. */
async function passGate(
  trx: Trx,
  { mailbox }: Deps,
  claim: Claim,
  { due, party, calendar }: Candidates,
): Promise<{ clear: readonly DeskNotice[]; withheld: Claimed['withheld'] }> {
  const escalations = due.filter(({ step }) => step === 'escalation');
  if (escalations.length === 0 || !party) return { clear: due, withheld: [] };
  const posts = await currentPosts(trx, claim.campaign, party.code);
  const headless = party.relation !== 'own' && !posts.head ? '台账无分管负责人信箱' : undefined;
  const withheld: Claimed['withheld'][number][] = [];
  for (const notice of escalations) {
    const why = headless ?? (await clearToEscalate(trx, { ...claim, ...notice, party: party.code }, calendar, mailbox));
    if (!why) continue;
    await withholdNotice(trx, notice.id, why);
    withheld.push({ task: notice.task, round: notice.round, why });
  }
  return {
    clear: due.filter(({ task, step }) => step !== 'escalation' || !withheld.some((held) => held.task === task)),
    withheld,
  };
}
