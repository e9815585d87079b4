import type { AskedTask } from '../../mail/answer/asked-task.js';
import { type AnswersRead, readAnswers } from '../../mail/answer/read-answers.js';
import { splitSections } from '../../mail/answer/sections.js';

export interface ReplyScope {
  /** All the party was asked in the round. */
  readonly asked: readonly AskedTask[];
  /** What the letter it replies to was about; a reminder is about fewer tasks than the opening. */
  readonly inLetter: readonly number[];
}

/**
 * What a reply says. Sections may name any task that was asked; words without sections speak of the letter's tasks
 * alone, so that “无变化” under a reminder does not overwrite what was reported before it.
 */
export function readReply(text: string, { asked, inLetter }: ReplyScope, receivedAt: string): AnswersRead {
  const narrow = asked.filter(({ number }) => inLetter.includes(number));
  const isNarrower = narrow.length > 0 && narrow.length < asked.length;
  if (!isNarrower || splitSections(text, inLetter).sections.length > 0) return readAnswers(text, asked, receivedAt);
  const read = readAnswers(text, narrow, receivedAt);
  const isHeard = read.answers.length > 0 || read.extension !== undefined;
  return isHeard ? read : readAnswers(text, asked, receivedAt);
}

/** Whether a text speaks of its tasks one by one. */
export function hasSections(text: string, asked: readonly { readonly number: number }[]): boolean {
  const numbers = asked.map(({ number }) => number);
  return splitSections(text, numbers).sections.length > 0;
}

/** Numbers of tasks a section names that the party was not asked. */
export function foreignTasks({ unplaced }: AnswersRead): readonly number[] {
  return unplaced.flatMap((text) => (foreignSection.exec(text)?.[1] ?? '').split('、').filter(Boolean).map(Number));
}

/** Words that belong to no section. */
export function looseWords({ unplaced }: AnswersRead): readonly string[] {
  return unplaced.filter((text) => !foreignSection.test(text));
}

const foreignSection = /^任务(\d{1,3}(?:、\d{1,3})*)：/;
