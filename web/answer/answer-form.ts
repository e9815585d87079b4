import type { AnswerContent, Channel } from '../../domain/answer.js';
import type { Target } from '../../domain/register.js';
import type { Standing } from '../../domain/standing.js';

/** What a signed link opens: one party's page for one round. */
export interface AnswerForm {
  readonly campaign: string;
  readonly title: string;
  readonly issuer: string;
  readonly phone?: string;
  readonly zone: string;
  /** Short name of the party. */
  readonly party: string;
  readonly round: string;
  /** First and last month, `2026-05/2026-06`. */
  readonly period: string;
  readonly cutoff: string;
  readonly answerBy: string;
  readonly closesAt: string;
  /** After closing an answer is still taken, as 关闭后补报. */
  readonly state: 'open' | 'closed';
  readonly tasks: readonly AskedTask[];
  /** What was typed and not handed in yet. */
  readonly saved: SavedDraft | null;
}

export interface SavedDraft {
  /** Name of an input → what stands in it; only of tasks that were changed. */
  readonly fields: Readonly<Record<string, string>>;
  readonly savedAt: string;
}

export interface AskedTask {
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly targets: readonly AskedTarget[];
  /** ISO date. */
  readonly deadline: string;
  readonly standing: Standing;
  /** The task's own, where it differs from the round's (extension, return, reassignment). */
  readonly answerBy: string;
  /** What is to be mended, while the standing is `returned`. */
  readonly returnedFor?: string;
  /** The newest answer of an earlier round. */
  readonly previous: { readonly round: string; readonly content: AnswerContent } | null;
  /** The newest answer of this round. */
  readonly current: GivenAnswer | null;
}

/** `last` is the newest figure of an earlier round. */
export interface AskedTarget extends Target {
  readonly last: { readonly value: number; readonly round: string } | null;
}

export interface GivenAnswer {
  readonly version: number;
  readonly receivedAt: string;
  readonly channel: Channel;
  readonly content: AnswerContent;
}

export type FormOpening =
  | { readonly kind: 'form'; readonly form: AnswerForm }
  | { readonly kind: 'forged' }
  /** The round's link was withdrawn, e.g. because the liaison changed; `why` is a Chinese sentence. */
  | { readonly kind: 'revoked'; readonly why: string };

export interface Submission {
  readonly token: string;
  readonly receivedAt: string;
  readonly answers: readonly SubmittedAnswer[];
}

export interface SubmittedAnswer {
  readonly task: number;
  /** The same for the same page with the same words: a double click is one answer, a correction another. */
  readonly answerId: string;
  readonly content: AnswerContent;
}

/** Whether the task may be answered on this page. */
export function isAsked(task: AskedTask): boolean {
  return task.standing !== 'accepted' && task.standing !== 'withdrawn' && task.standing !== 'excused';
}
