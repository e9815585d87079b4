import type { AnswerOutcome } from '../answer.js';
import type { Rating } from '../rating.js';
import type { Mark, Standing } from '../standing.js';

/** The steps a task itself walks; the opening is the round's and the calls are the coordinators'. */
export type LifeStepKind = 'reminder' | 'overdue' | 'second-overdue' | 'escalation' | 'return-reminder';

/** Instants are epoch milliseconds throughout the task's life: workflows compare them with their own clock. */
export interface LifeStep {
  readonly kind: LifeStepKind;
  readonly at: number;
  /** How admins and coordinators read it, e.g. “催报（4月22日 09:30，截止前3个工作日）”; made where the calendar is known. */
  readonly label: string;
}

export interface LifeRound {
  readonly id: string;
  readonly answerBy: number;
  readonly closesAt: number;
  /** A step that comes later than this was held up by an outage. */
  readonly lateAfterMs: number;
  /** Steps still to come, soonest first. */
  readonly steps: readonly LifeStep[];
  readonly closed: boolean;
  /** Until when a returned answer is to be mended. */
  readonly returnedUntil?: number;
  /** The answers accounted in this round and what each counted as. */
  readonly answers: readonly { readonly id: string; readonly outcome: AnswerOutcome }[];
}

/** What a task workflow holds, and all it needs to go on. */
export interface TaskLife {
  /** Party code of who answers for the task now. */
  readonly lead: string;
  readonly standing: Standing;
  readonly mark?: Mark;
  readonly round?: LifeRound;
  /** Number of the last transition; they are counted through the whole life. */
  readonly sequence: number;
  readonly paused: boolean;
}

interface Ordered {
  readonly at: number;
  readonly by: string;
  readonly why?: string;
}

export interface Replanned {
  readonly answerBy: number;
  readonly closesAt: number;
  readonly steps: readonly LifeStep[];
}

export type LifeEvent =
  | { readonly kind: 'open'; readonly at: number; readonly round: Omit<LifeRound, 'closed' | 'answers'> }
  | { readonly kind: 'step'; readonly at: number; readonly step: LifeStep }
  | {
      readonly kind: 'answer';
      readonly at: number;
      readonly round: string;
      readonly answerId: string;
      readonly party: string;
      readonly receivedAt: number;
      /** The answer, accounted before, whose unread files a coordinator enters by this one. */
      readonly enters?: string;
    }
  | { readonly kind: 'escalated'; readonly at: number; readonly round: string }
  | { readonly kind: 'unfounded'; readonly at: number; readonly round: string }
  | (Ordered & {
      readonly kind: 'extend';
      readonly round: string;
      readonly until: number;
      readonly steps: readonly LifeStep[];
    })
  | (Ordered & { readonly kind: 'excuse'; readonly round: string })
  | (Ordered & {
      readonly kind: 'return';
      readonly round: string;
      readonly until: number;
      readonly reminder?: LifeStep;
    })
  | (Ordered & { readonly kind: 'accept'; readonly round: string; readonly rating?: Rating })
  | (Ordered & {
      readonly kind: 'reassign';
      readonly to: string;
      /** The new lead's own time, when a round is open and the task unanswered. */
      readonly anew?: { readonly answerBy: number; readonly steps: readonly LifeStep[] };
    })
  | (Ordered & { readonly kind: 'withdraw' })
  | { readonly kind: 'pause'; readonly at: number }
  /** After a pause or an outage: the same round at other instants. */
  | ({ readonly kind: 'replan'; readonly at: number } & Replanned)
  | { readonly kind: 'close'; readonly at: number; readonly round: string };

/** What a transition asks of a desk. */
export interface LifeNotice {
  readonly step: LifeStepKind | 'opening' | 'return' | 'handover' | 'settled' | 'unfounded';
  readonly desk: string;
  readonly at: number;
}

/** One line of the record: the event, what it changed, and what follows from it. Written whole or not at all. */
export interface Transition {
  readonly sequence: number;
  /** `-` outside any round. */
  readonly round: string;
  readonly event: Exclude<LifeEvent['kind'], 'step' | 'pause' | 'replan'> | LifeStepKind;
  readonly before: Standing;
  readonly after: Standing;
  readonly mark?: Mark;
  readonly lead: string;
  readonly at: number;
  readonly by: string;
  readonly why?: string;
  readonly answerBy?: number;
  readonly rating?: Rating;
  readonly notices: readonly LifeNotice[];
  /** Notices that have not left yet are taken back: answered, excused, reassigned, closed. */
  readonly takesBack?: 'dropped' | 'cancelled' | 'lapsed';
  readonly answer?: { readonly id: string; readonly round: string; readonly outcome: AnswerOutcome };
}

export interface Decision {
  readonly life: TaskLife;
  /** Absent when the event changes nothing that is worth a line. */
  readonly transition?: Transition;
}

/** A life before its first round. */
export function newLife(lead: string): TaskLife {
  return { lead, standing: 'idle', sequence: 0, paused: false };
}

/** True once nothing more will be asked of the task. */
export function hasEnded(life: TaskLife): boolean {
  return life.standing === 'accepted' || life.standing === 'withdrawn';
}

/** True while the round waits for this task's answer, its correction, or its closing. */
export function isOpen(life: TaskLife): life is TaskLife & { readonly round: LifeRound } {
  return life.round !== undefined && !life.round.closed && !hasEnded(life);
}
