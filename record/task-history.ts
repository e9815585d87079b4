import { sql } from 'kysely';
import type { TaskHistory } from '../domain/board.js';
import { answersOfTask } from './answers.js';
import { newestVersion } from './board.js';
import { partyRows } from './office-facts.js';
import type { Db } from './schema.js';
import { callsOfTask, lettersOfTask, mailsOfTask } from './task-life-entries.js';

interface OfTask {
  readonly campaign: string;
  readonly task: number;
}

/** All that happened to a task, oldest first; undefined when there is no such task. */
export async function taskHistory(db: Db, of: OfTask): Promise<TaskHistory | undefined> {
  const task = await readTaskStatus(db, of);
  if (task === undefined) return undefined;
  const answers = await answersOfTask(db, of);
  const [letters, calls, mails] = await Promise.all([lettersOfTask(db, of), callsOfTask(db, of), mailsOfTask(db, of)]);
  const parties = await partyRows(db, of.campaign);
  return {
    ...task,
    letters,
    calls,
    mails,
    names: Object.fromEntries(parties.map(({ code, name }) => [code, name])),
    transitions: await transitionsOf(db, of),
    answers: answers.map(({ round, version, channel, by, receivedAt, outcome, content, questions }) => ({
      round,
      version,
      channel,
      by,
      receivedAt,
      outcome,
      content,
      questions,
    })),
  };
}

function readTaskStatus(db: Db, { campaign, task }: OfTask) {
  return db
    .selectFrom('task')
    .select(['number', 'title', 'goal', 'lead', 'standing', 'answer_by as answerBy', 'round'])
    .select(newestVersion.as('version'))
    .where('campaign', '=', campaign)
    .where('number', '=', task)
    .executeTakeFirst();
}

function transitionsOf(db: Db, { campaign, task }: OfTask): Promise<TaskHistory['transitions']> {
  return db
    .selectFrom('transition')
    .select(['at', 'round', 'event', 'before', 'after', 'by', 'why'])
    .select(sql<string | null>`detail->>'lead'`.as('lead'))
    .where('campaign', '=', campaign)
    .where('task', '=', task)
    .orderBy('id')
    .execute();
}
