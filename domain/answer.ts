import type { Rating } from './rating.js';

/** How an answer reached us. */
export type Channel = 'reply' | 'form' | 'sheet' | 'coordinator';

/** A figure for one of the task's targets, cumulative for the year; `target` is its index in the register, from 0. */
export interface Figure {
  readonly target: number;
  readonly value: number;
  /** The party was asked once more about it and said that it is right. */
  readonly confirmed?: true;
}

/** A file that came with an answer; its bytes lie in the file store by their hash. */
export interface AttachedFile {
  readonly name: string;
  /** SHA-256, lower-case hex. */
  readonly hash: string;
  readonly bytes: number;
}

/** What a party reports on one task in one round. Absent means not said; an empty string never stands for a value. */
export interface AnswerContent {
  readonly rating?: Rating;
  readonly figures: readonly Figure[];
  readonly progress?: string;
  readonly cause?: string;
  /** 需协调事项. */
  readonly help?: string;
  readonly nextSteps?: string;
  /** ISO date by which the next steps are promised. */
  readonly nextBy?: string;
  /** 佐证文号. */
  readonly evidence?: string;
  readonly completedOn?: string;
  readonly experience?: string;
  /** The party confirms that nothing moved since its last figure (无变化). */
  readonly unchanged?: boolean;
  /** Names of files that came by mail and that nobody has read yet (待录入); then nothing else is said. */
  readonly toEnter?: readonly string[];
  /** What was attached on the form. */
  readonly files?: readonly AttachedFile[];
  readonly filledBy?: string;
  /** 审核人: who checked it before it was signed off. */
  readonly reviewedBy?: string;
  readonly signedOffBy?: string;
}

/** Something in an answer that is asked back in the receipt (需确认); the answer still counts. */
export interface Question {
  readonly task: number;
  /** One Chinese sentence for the receipt. */
  readonly text: string;
}

/** What an answer counted as: a mark in the round, a later version, or only kept. */
export type AnswerOutcome = 'answered' | 'late' | 'correction' | 'afterClose' | 'held';
