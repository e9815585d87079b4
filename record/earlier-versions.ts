import type { AnswerContent } from '../domain/answer.js';
import { anyOf } from './any-of.js';
import type { AnswerRecord } from './answers.js';
import type { Db } from './schema.js';

export interface EarlierVersion {
  readonly task: number;
  readonly version: number;
  readonly content: AnswerContent;
}

/** Of each answer the version it replaced in its round; first versions have none, held ones were never the task's word. */
export async function earlierVersions(db: Db, answers: readonly AnswerRecord[]): Promise<readonly EarlierVersion[]> {
  const later = answers.filter(({ version }) => version > 1);
  const [first] = later;
  if (!first) return [];
  const versions = await db
    .selectFrom('answer')
    .select(['task', 'version', 'content'])
    .where('campaign', '=', first.campaign)
    .where('round', '=', first.round)
    .where('task', '=', anyOf(later.map(({ task }) => task)))
    .where('outcome', 'is distinct from', 'held')
    .orderBy('version')
    .execute();
  return later.flatMap((answer) => {
    const before = versions.findLast(({ task, version }) => task === answer.task && version < answer.version);
    return before ? [before] : [];
  });
}
