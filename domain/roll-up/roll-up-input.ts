import type { AnswerContent, Channel } from '../answer.js';
import type { Rating } from '../rating.js';
import type { CampaignSetup, Party, Task } from '../register.js';
import type { Mark, Standing } from '../standing.js';
import type { BulletinModel } from './bulletin-model.js';

/** The latest accounted answer of this round on a task. */
export interface AccountedAnswer {
  readonly id: number;
  readonly version: number;
  /** Party code. */
  readonly party: string;
  readonly content: AnswerContent;
  /** ISO 8601 instant. */
  readonly receivedAt: string;
  readonly channel: Channel;
}

/** One task at the round's closing. */
export interface TaskReport {
  readonly task: Task;
  readonly standing: Standing;
  /** The mark earned in this round; absent when no answer came in it. */
  readonly mark?: Mark;
  /** 核定, where the coordinator gave one: it counts before the party's own. */
  readonly rating?: Rating;
  /** Why 核定 differs from 自评. */
  readonly ratingWhy?: string;
  readonly answer?: AccountedAnswer;
}

/** What the ladder's last step came to; task numbers. */
export interface EscalationFacts {
  /** The 督办函 was sent. */
  readonly escalated: readonly number[];
  /** Held back by the gate: never named, never counted as silent for two rounds. */
  readonly withheld: readonly number[];
  /** Lapsed without a signature. */
  readonly unsigned: readonly number[];
  /** A bounce showed afterwards that it should not have been sent: omitted. */
  readonly unfounded: readonly number[];
}

export interface RollUpInput {
  readonly campaign: CampaignSetup;
  readonly year: number;
  readonly parties: readonly Party[];
  readonly reports: readonly TaskReport[];
  /** `2026-3` and the ISO date to which its figures are counted. */
  readonly round: { readonly round: string; readonly cutoff: string };
  readonly issue: number;
  readonly totalIssue?: number;
  /** ISO date the bulletin bears. */
  readonly issuedOn: string;
  /** The last published issue of the round before. */
  readonly previous?: BulletinModel;
  /** Tasks missed in the round before, withheld and unfounded ones left out. */
  readonly missedBefore: readonly number[];
  readonly escalation: EscalationFacts;
  /** The signer agrees that parties silent for two rounds are named. */
  readonly naming: boolean;
  /** The published version of this same issue that this one corrects. */
  readonly corrects?: BulletinModel;
}
