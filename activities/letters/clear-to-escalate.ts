import type { Kysely } from 'kysely';
import { addWorkdays } from '../../domain/add-workdays.js';
import { gateFacts } from '../../record/gate.js';
import type { Schema } from '../../record/schema.js';
import type { CampaignCalendar } from '../campaign-calendar.js';

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
): Promise<string | undefined> {
  const facts = await gateFacts(db, of);
  if (facts.held > 0) return `该单位有${facts.held}件来件待核`;
  if (facts.unread > 0) return `尚有${facts.unread}件来件未甄别`;
  if (facts.deliveredAt === null) return '本期尚无一封送达联络员且未退信的函';
  const since = Date.parse(addWorkdays(Date.parse(facts.deliveredAt), 1, calendar));
  if (of.at < since) return '前函送达不足一个工作日';
  return undefined;
}
