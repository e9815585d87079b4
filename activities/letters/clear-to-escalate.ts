import type { Kysely } from 'kysely';
import { addWorkdays } from '../../domain/add-workdays.js';
import { gateFacts } from '../../record/gate.js';
import { lastLook } from '../../record/mailbox-looks.js';
import type { Schema } from '../../record/schema.js';
import type { CampaignCalendar } from '../campaign-calendar.js';
import type { Deps } from '../deps.js';

interface Case {
  readonly campaign: string;
  readonly task: number;
  readonly round: string;
  readonly party: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/**
 * The one gate before a head is written to: the reason why not, or undefined when clear. Asked when the 督办函 is
 * drafted and again in the transaction that sends it.
 */
export async function clearToEscalate(
  db: Kysely<Schema>,
  of: Case,
  calendar: CampaignCalendar,
  mailbox: Deps['mailbox'],
): Promise<string | undefined> {
  const facts = await gateFacts(db, of);
  if (facts.held > 0) return `该单位有${facts.held}件来件待核`;
  if (facts.unread > 0) return `尚有${facts.unread}件来件未甄别`;
  if (mailbox && !(await isSeen(db, mailbox, of.at, facts.answerBy))) return '收信邮箱近来没有看到，尚不能确定有无来件';
  if (facts.deliveredAt === null) return '本期尚无一封送达联络员且未退信的函';
  const since = Date.parse(addWorkdays(Date.parse(facts.deliveredAt), 1, calendar));
  if (of.at < since) return '前函送达不足一个工作日';
  return undefined;
}

/** A watched inbox is looked through twice a minute; one that was not lately may hold the answer. */
const lateLookMs = 10 * 60_000;

async function isSeen(
  db: Kysely<Schema>,
  { account, inbox }: NonNullable<Deps['mailbox']>,
  at: number,
  answerBy: string,
): Promise<boolean> {
  const seenAt = Date.parse((await lastLook(db, { account, mailbox: inbox })) ?? '');
  return seenAt >= Date.parse(answerBy) && seenAt >= at - lateLookMs;
}
