import type { Kysely } from 'kysely';
import { anyOf } from './any-of.js';
import { callSentence } from '../domain/call.js';
import { callsOf } from './calls.js';
import type { Schema } from './schema.js';

type Db = Kysely<Schema>;

/** The letters to liaisons that a 逾期催办 and a 督办函 refer to. */
const chasingKinds = ['opening', 'reminder', 'overdue', 'second-overdue'] as const;
type ChasingKind = (typeof chasingKinds)[number];

export interface SentRow {
  readonly desk: string;
  readonly kind: ChasingKind;
  readonly sent_at: string;
}

interface Desks {
  readonly campaign: string;
  readonly round: string;
  readonly desks: readonly string[];
}

/** Letters of a round that these parties' servers accepted and did not bounce, oldest first. */
export async function sentLetters(db: Db, of: Desks): Promise<readonly SentRow[]> {
  return db
    .selectFrom('letter')
    .select(['desk', 'kind', 'sent_at'])
    .where('campaign', '=', of.campaign)
    .where('desk', '=', anyOf(of.desks))
    .where('round', '=', of.round)
    .where('kind', 'in', chasingKinds)
    .where('sent_at', 'is not', null)
    .where('bounced_at', 'is', null)
    .orderBy('sent_at')
    .$narrowType<{ sent_at: string; kind: ChasingKind }>()
    .execute();
}

/** Every letter that left in a round, to whatever desk, oldest first. */
export async function lettersOfRound(
  db: Db,
  of: { readonly campaign: string; readonly round: string },
): Promise<readonly { id: number; desk: string; kind: string; sentAt: string }[]> {
  return db
    .selectFrom('letter')
    .select(['id', 'desk', 'kind', 'sent_at as sentAt'])
    .where('campaign', '=', of.campaign)
    .where('round', '=', of.round)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at')
    .$narrowType<{ sentAt: string }>()
    .execute();
}

export async function loggedCalls(
  db: Db,
  { campaign, round, desks }: Desks,
): Promise<readonly { desk: string; at: string; note: string }[]> {
  const calls = await callsOf(db, { campaign, round, parties: desks });
  return calls.map((call) => ({ desk: call.party, at: call.at, note: callSentence(call) }));
}

/** The 督办函 that a task's head last received in a round. */
export async function escalationOf(
  db: Db,
  of: { readonly campaign: string; readonly task: number; readonly round: string },
): Promise<{ document_no: string | null; sent_at: string | null } | undefined> {
  return db
    .selectFrom('letter')
    .innerJoin('notice', 'notice.letter', 'letter.id')
    .select(['letter.document_no', 'letter.sent_at'])
    .where('notice.campaign', '=', of.campaign)
    .where('notice.task', '=', of.task)
    .where('notice.round', '=', of.round)
    .where('letter.kind', '=', 'escalation')
    .where('letter.state', '=', 'sent')
    .orderBy('letter.sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** When the newest answer of a task in a round arrived, and from whom. */
export async function newestAnswer(
  db: Db,
  of: { readonly campaign: string; readonly task: number; readonly round: string },
): Promise<{ received_at: string; by: string; channel: string } | undefined> {
  return db
    .selectFrom('answer')
    .select(['received_at', 'by', 'channel'])
    .where('campaign', '=', of.campaign)
    .where('task', '=', of.task)
    .where('round', '=', of.round)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}
