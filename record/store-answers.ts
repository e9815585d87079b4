import { sql } from 'kysely';
import type { AnswerContent, Channel, Question } from '../domain/answer.js';
import type { AnswerKey } from './answers.js';
import { inTransaction } from './in-transaction.js';
import { lockTasks } from './lock-tasks.js';
import type { Db, Trx } from './schema.js';
import { storableJson } from './storable.js';

export interface NewAnswer extends AnswerKey {
  readonly party: string;
  readonly channel: Channel;
  /** Address, post or coordinator code. */
  readonly by: string;
  readonly receivedAt: string;
  readonly content: AnswerContent;
  readonly questions?: readonly Question[] | undefined;
  /** The mail it came in. */
  readonly mail?: string | undefined;
}

export interface StoredVersion extends AnswerKey {
  readonly id: number;
  /** 1, 2, … within task and round. */
  readonly version: number;
  /** False when this answer was stored before. */
  readonly fresh: boolean;
}

/**
 * Stores answers, all or none, each as the next version of its task and round; an id that is known there is the same
 * answer and keeps its version. Resolves, in the order given, when they are safe (or within the caller's transaction).
 */
export async function storeAnswers(db: Db, answers: readonly NewAnswer[]): Promise<readonly StoredVersion[]> {
  if (answers.length === 0) return [];
  const distinct = [...new Map(answers.map((answer) => [keyOf(answer), answer])).values()];
  const stored = await inTransaction(db, async (trx) => {
    // Two processes never give out the same version.
    await lockTasks(trx, distinct);
    return insertVersions(trx, distinct);
  });
  const byKey = new Map(stored.map((version) => [keyOf(version), version]));
  return answers.map((answer) => {
    const version = byKey.get(keyOf(answer));
    if (version === undefined) throw new Error(`answer ${keyOf(answer)} was not stored, and nothing told why`);
    return version;
  });
}

function keyOf({ campaign, task, round, answerId }: AnswerKey): string {
  return JSON.stringify([campaign, task, round, answerId]);
}

async function insertVersions(trx: Trx, answers: readonly NewAnswer[]): Promise<readonly StoredVersion[]> {
  const places = answers.map((answer, place) => ({ questions: [], ...answer, place }));
  const { rows } = await sql<StoredVersion>`
    with incoming as (
      select * from jsonb_to_recordset(${storableJson(places)}::jsonb) as incoming (
        place integer, campaign text, task integer, round text, "answerId" text, party text, channel text, "by" text,
        "receivedAt" timestamptz, content jsonb, questions jsonb, mail text)
    ), known as (
      select answer.id, answer.campaign, answer.task, answer.round, answer.answer_id, answer.version
      from answer join incoming
        on (answer.campaign, answer.task, answer.round, answer.answer_id)
         = (incoming.campaign, incoming.task, incoming.round, incoming."answerId")
    ), stored as (
      insert into answer (
        campaign, task, round, answer_id, version, party, channel, by, received_at, content, questions, mail)
      select campaign, task, round, "answerId",
        coalesce((
          select max(version) from answer
          where (answer.campaign, answer.task, answer.round) = (incoming.campaign, incoming.task, incoming.round)
        ), 0) + row_number() over (partition by campaign, task, round order by place),
        party, channel, "by", "receivedAt", content, questions, mail
      from incoming
      where not exists (
        select from known
        where (known.campaign, known.task, known.round, known.answer_id)
            = (incoming.campaign, incoming.task, incoming.round, incoming."answerId"))
      returning id, campaign, task, round, answer_id, version
    )
    select id, campaign, task, round, answer_id as "answerId", version, true as fresh from stored
    union all
    select id, campaign, task, round, answer_id as "answerId", version, false as fresh from known`.execute(trx);
  return rows;
}
