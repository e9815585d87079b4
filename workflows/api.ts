/**
 * The contract of the workflows: queues, ids, inputs, messages, search attributes. Payloads carry ids, codes and
 * instants (ISO 8601) only; no personal data, addresses or answer text (design.md, "Who owns what").
 */
import { defineSearchAttributeKey } from '@temporalio/common';
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { AnswerOutcome } from '../domain/answer.js';
import type { LifeStep, TaskLife } from '../domain/task-life/life.js';
import type { Rating } from '../domain/rating.js';
import type { PostKind } from '../domain/register.js';
import type { Standing } from '../domain/standing.js';

/** Workflows and the activities that touch the record or Temporal. */
export const officeQueue = 'shuangyue';
/** Activities that send mail; its rate is the relay's. */
export const mailQueue = 'shuangyue-mail';

export const ids = {
  campaign: (campaign: string) => `${campaign}/campaign`,
  round: (campaign: string, round: string) => `${campaign}/round/${round}`,
  task: (campaign: string, number: number) => `${campaign}/task/${String(number).padStart(3, '0')}`,
  desk: (campaign: string, desk: string) => `${campaign}/desk/${desk}`,
  bulletin: (campaign: string, round: string) => `${campaign}/bulletin/${round}`,
  intake: (mail: string) => `intake/${mail.slice(0, 16)}`,
  /** `digest`: of the ids of its mails, hex. */
  arrivals: (digest: string) => `arrivals/${digest.slice(0, 16)}`,
  mailbox: (account: string) => `mailbox/${account}`,
} as const;

/** The desks that are not a party's. */
export const officeDesk = 'office';
export const coordinatorsDesk = 'coordinators';

export const searchAttributes = {
  campaign: defineSearchAttributeKey('Campaign', 'KEYWORD'),
  party: defineSearchAttributeKey('Party', 'KEYWORD'),
  round: defineSearchAttributeKey('Round', 'KEYWORD'),
  standing: defineSearchAttributeKey('Standing', 'KEYWORD'),
  taskNumber: defineSearchAttributeKey('TaskNumber', 'INT'),
  dueAt: defineSearchAttributeKey('DueAt', 'DATETIME'),
} as const;

/** Who orders something, and why; the instant is the workflow's own. */
export interface Order {
  /** Coordinator code, or a party code where a department acts. */
  readonly by: string;
  readonly why?: string;
}

// Campaign ------------------------------------------------------------------------------------------------------

export interface CampaignInput {
  readonly campaign: string;
  readonly title: string;
}
export interface OpenRoundOrder extends Order {
  /** The round to open; it must be the next one of the plan. */
  readonly round: string;
}
export const openRoundUpdate = defineUpdate<void, [OpenRoundOrder]>('openRound');
export const pauseUpdate = defineUpdate<void, [Order]>('pause');
export const resumeUpdate = defineUpdate<void, [Order]>('resume');
export const closeUpdate = defineUpdate<void, [Order]>('close');
/** Starts workflows for tasks and desks that the record holds and Temporal does not yet. */
export const addUpdate = defineUpdate<void, [Order]>('add');
export interface CampaignProgress {
  readonly state: 'starting' | 'running' | 'paused' | 'closed';
  readonly openRound: string | null;
  readonly nextRound: string | null;
  readonly nextOpening: string | null;
}
export const campaignQuery = defineQuery<CampaignProgress>('campaign');

// Round ---------------------------------------------------------------------------------------------------------

export interface RoundInput {
  readonly campaign: string;
  readonly round: string;
}
export const closeRoundUpdate = defineUpdate<void, [Order]>('closeRound');
/** Instants are epoch milliseconds. */
export const pauseSignal = defineSignal<[{ at: number }]>('paused');
export const resumeSignal = defineSignal<[{ pausedAt: number; at: number }]>('resumed');

// Task ----------------------------------------------------------------------------------------------------------

export interface TaskInput {
  readonly campaign: string;
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  readonly leadName: string;
  /** What continue-as-new carries; absent at the first start. */
  readonly carried?: TaskLife;
}
/** Instants of a task's life are epoch milliseconds. */
export interface OpenTask {
  readonly round: string;
  readonly answerBy: number;
  readonly closesAt: number;
  readonly steps: readonly LifeStep[];
  /** A step that fires later than this is the sign of an outage: the rest of the ladder is planned anew. */
  readonly lateAfterMs: number;
}
export const openSignal = defineSignal<[OpenTask]>('open');
export const closeSignal = defineSignal<[{ round: string }]>('closed');
export const escalatedSignal = defineSignal<[{ round: string; at: number }]>('escalated');
/** A bounce found after the escalation: it was unfounded. */
export const unfoundedSignal = defineSignal<[{ round: string; at: number }]>('unfounded');

/** An answer that lies in the record already. */
export interface StoredAnswer {
  readonly round: string;
  readonly answerId: string;
  readonly party: string;
  readonly receivedAt: string;
  /** The answer whose unread files it enters; by the mail's id. */
  readonly enters?: string;
}
export interface Accounted {
  readonly standing: Standing;
  readonly outcome: AnswerOutcome;
}
export const answerSignal = defineSignal<[StoredAnswer]>('answer');
export const answerUpdate = defineUpdate<Accounted, [StoredAnswer]>('answer');
export interface RoundOrder extends Order {
  readonly round: string;
}
export const extendUpdate = defineUpdate<{ answerBy: string }, [RoundOrder & { until: string }]>('extend');
export const excuseUpdate = defineUpdate<void, [RoundOrder]>('excuse');
/** `why` says what is to be mended; it is printed in the 退回补报 letter from the record. */
export const returnUpdate = defineUpdate<{ until: string }, [RoundOrder]>('return');
export const acceptUpdate = defineUpdate<void, [RoundOrder & { rating?: Rating }]>('accept');
export const reassignUpdate = defineUpdate<void, [Order & { round?: string; to: string; toName: string }]>('reassign');
export const withdrawUpdate = defineUpdate<void, [Order]>('withdraw');
export interface TaskStanding {
  readonly standing: Standing;
  readonly lead: string;
  readonly round: string | null;
  readonly answerBy: string | null;
  readonly next: { readonly kind: LifeStep['kind']; readonly at: string } | null;
}
export const standingQuery = defineQuery<TaskStanding>('standing');

// Desk ----------------------------------------------------------------------------------------------------------

export interface DeskInput {
  readonly campaign: string;
  readonly desk: string;
  readonly name: string;
  readonly settleMs: number;
  /** What continue-as-new carries: instants for which something is due, and what holds letters back. */
  readonly carried?: { readonly due: readonly number[]; readonly paused: boolean; readonly stoppedUntil: number };
}
/** Something is due to this desk at `at`; the desk writes at `at` + settle time. */
export const dueSignal = defineSignal<[{ at: number }]>('due');
export const signUpdate = defineUpdate<SignOutcome, [Order & { letter: number }]>('sign');
export type SignOutcome = 'sent' | 'needs-second' | 'withheld' | 'lapsed';
/** No letters to this party until the instant; what is due then goes as one letter. */
export const stopUpdate = defineUpdate<void, [Order & { until: string }]>('stop');
/** The address lies in the record's draft of the change, by id; it never passes through Temporal. */
export const changeContactUpdate = defineUpdate<void, [Order & { post: PostKind; change: number }]>('changeContact');
/** Asks the party's liaison now to confirm the contacts; twice a year the 调度通知 asks by itself. */
export const askContactsUpdate = defineUpdate<void, [Order]>('askContacts');
/** The campaign is closed: tasks and desks end. */
export const endSignal = defineSignal('end');

// Bulletin ------------------------------------------------------------------------------------------------------

export interface BulletinInput {
  readonly campaign: string;
  readonly round: string;
}
export const approveUpdate = defineUpdate<{ version: number }, [Order]>('approve');
/** The edited model lies in the record as `version`; after publication it is the draft of a correction. */
export const editUpdate = defineUpdate<void, [Order & { version: number }]>('edit');
/** Composes it anew from the record; after publication that is the draft of a correction. */
export const returnBulletinUpdate = defineUpdate<void, [Order]>('return');

// Intake --------------------------------------------------------------------------------------------------------

export interface IntakeInput {
  /** The mail's id in the record. */
  readonly mail: string;
}
export interface ReleaseOrder extends Order {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
  /** Where the mail names no task and several are asked. */
  readonly task?: number;
}
export const releaseUpdate = defineUpdate<{ answers: number }, [ReleaseOrder]>('release');
export const refuseUpdate = defineUpdate<void, [Order]>('refuse');

// Arrivals ------------------------------------------------------------------------------------------------------

export interface ArrivalsInput {
  /** Ids in the record of mails that arrived together. */
  readonly mails: readonly string[];
}

// Mailbox -------------------------------------------------------------------------------------------------------

export interface MailboxInput {
  /** Names the office's mailbox; its password never passes through Temporal. */
  readonly account: string;
  /** What continue-as-new carries: watches in a row that failed. */
  readonly failures?: number;
}
/** Wakes a watch that waits out some trouble: somebody may have mended it. */
export const lookSignal = defineSignal('look');
/** Type of a watch's failure that trying again at once does not mend. */
export const mailboxTrouble = 'MailboxTrouble';

export const workflowTypes = {
  campaign: 'campaign',
  round: 'round',
  task: 'task',
  desk: 'desk',
  bulletin: 'bulletin',
  intake: 'intake',
  arrivals: 'arrivals',
  mailbox: 'mailbox',
} as const;
