import type { AnswerContent } from './answer.js';

/** A field that a rating calls for. */
export type NeededField = 'completedOn' | 'evidence' | 'cause' | 'nextBy';

/** What an answer lacks by its own rating: 已完成 needs its day and evidence number, 进展滞后 a cause and a day to catch up by. */
export function lackingFields(content: AnswerContent): readonly NeededField[] {
  const needed = content.rating === undefined ? [] : (neededBy[content.rating] ?? []);
  return needed.filter((field) => content[field] === undefined);
}

const neededBy: Readonly<Partial<Record<NonNullable<AnswerContent['rating']>, readonly NeededField[]>>> = {
  done: ['completedOn', 'evidence'],
  behind: ['cause', 'nextBy'],
};
