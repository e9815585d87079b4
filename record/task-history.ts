import type { TaskHistory } from '../domain/board.js';
import { answersOfTask } from './answers.js';
import { newestVersion } from './board.js';
import type { Db } from './schema.js';

interface OfTask {
  readonly campaign: string;
  readonly task: number;
}

/** All that happened to a task, oldest first; undefined when there is no such task. */
export async function taskHistory(db: Db, of: OfTask): Promise<TaskHistory | undefined> {
  const task = await readTaskStatus(db, of);
  if (task === undefined) return undefined;
  const answers = await answersOfTask(db, of);
  return {
    ...task,
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
    .where('campaign', '=', campaign)
    .where('task', '=', task)
    .orderBy('id')
    .execute();
}
