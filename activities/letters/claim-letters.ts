import type { Kysely } from 'kysely';
import { groupBy } from '../../domain/group-by.js';
import { addLetters, countLettersAt, lettersByKey } from '../../record/letters.js';
import { claimNotices, dropAnswered, dueNotices, type DueNotice, withholdNotice } from '../../record/notices.js';
import { campaignRow, partyRow, type PartyRow } from '../../record/office-facts.js';
import { currentPosts } from '../../record/office-facts.js';
import type { LetterKind, NoticeStep, Schema } from '../../record/schema.js';
import { calendarOf, type CampaignCalendar } from '../campaign-calendar.js';
import type { Deps } from '../deps.js';
import { clearToEscalate } from './clear-to-escalate.js';
import { keyPrefix, letterKey, namedLetter } from './letter-name.js';

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
    const drafted: number[] = [];
    for (const notices of byLetter(clear)) {
      const letter = await claimOne(trx, deps, claim, notices, automatic);
      if (letter.drafted) drafted.push(letter.id);
    }
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

/** Tasks of one step, round and planned instant leave together. */
function byLetter(notices: readonly DueNotice[]): readonly (readonly DueNotice[])[] {
  return [...groupBy(notices, letterOf).values()];
}

function letterOf({ step, round, plannedAt }: DueNotice): string {
  return `${letterKindOf(step)} ${round} ${plannedAt}`;
}

async function claimOne(
  trx: Kysely<Schema>,
  { office }: Deps,
  { campaign, desk }: Claim,
  notices: readonly DueNotice[],
  automatic: boolean,
): Promise<{ id: number; drafted: boolean }> {
  const [first] = notices;
  if (!first) throw new Error(`文书${desk}：没有可并入函件的事项，属程序错误。`);
  const { step, round, plannedAt } = first;
  const kind = letterKindOf(step);
  const addressee = isForHead(kind) ? `${desk}.head` : desk;
  const n = 1 + (await countLettersAt(trx, keyPrefix({ campaign, addressee, plannedAt })));
  const key = letterKey({ campaign, addressee, plannedAt, n });
  const state = kind === 'escalation' && !automatic ? 'drafted' : 'ready';
  await addLetters(trx, [namedLetter({ key, campaign, round, desk, kind, plannedAt, state }, office)]);
  const [letter] = await lettersByKey(trx, [key]);
  if (!letter) throw new Error(`函${key}未能登记；请查看数据库日志。`);
  await claimNotices(
    trx,
    notices.map(({ id }) => id),
    letter.id,
  );
  return { id: letter.id, drafted: state === 'drafted' };
}

function isForHead(kind: LetterKind): boolean {
  return kind === 'escalation' || kind === 'settled' || kind === 'unfounded';
}

export function letterKindOf(step: NoticeStep): LetterKind {
  return step === 'return-reminder' ? 'return' : step;
}
