/**
 * What the composer is given, one shape per kind of letter. Instants are ISO 8601; a day is `YYYY-MM-DD`.
 * Absent means unknown: its sentence then vanishes from the letter.
 */
import type { AnswerContent, Channel, Figure, Question } from '../../domain/answer.js';
import type { RoundPlan, StepKind } from '../../domain/cadence.js';
import type { Rating } from '../../domain/rating.js';
import type { CampaignSetup, Party, PostKind, Target } from '../../domain/register.js';
import type { Mark } from '../../domain/standing.js';

export type LetterParty = Pick<Party, 'name' | 'fullName' | 'kind' | 'relation'>;
export type LetterRound = Pick<RoundPlan, 'round' | 'period' | 'cutoff' | 'opensAt' | 'answerBy' | 'closesAt'>;

export interface LetterTask {
  readonly number: number;
  readonly title: string;
  readonly goal: string;
  readonly targets: readonly Target[];
  /** `MM-DD` as in the register or `YYYY-MM-DD` as in the record. */
  readonly deadline: string;
  /** The newest figures of an earlier round. */
  readonly lastFigures?: readonly Figure[];
  /** 上期状态: the newest rating of an earlier round. */
  readonly lastRating?: Rating;
  /** This task's own, where an extension or a reassignment moved it. */
  readonly answerBy?: string;
}

/** A letter of this round that was accepted by the server, for the 逾期催办 and the 督办函's annex. */
export interface SentLetter {
  readonly kind: StepKind | 'return' | 'handover';
  readonly sentAt: string;
  readonly to: readonly PostKind[];
  readonly cc: readonly PostKind[];
}

export interface LoggedCall {
  readonly at: string;
  /** Whom we rang, e.g. 联络员A. */
  readonly post?: string;
  readonly note?: string;
}

/** Another step's tasks that are due at the same instant: one letter per addressee, so they ride along. */
export interface AlsoDue {
  readonly step: Exclude<StepKind, 'calls' | 'escalation'> | 'return' | 'return-reminder' | 'handover';
  readonly tasks: readonly LetterTask[];
}

interface FromOffice {
  readonly campaign: CampaignSetup;
  /** The letter's own instant: the date at its foot, and 截至. */
  readonly at: string;
}

interface ToParty extends FromOffice {
  readonly party: LetterParty;
  readonly round: LetterRound;
}

interface Chasing extends ToParty {
  readonly tasks: readonly LetterTask[];
  readonly link?: string;
  readonly also?: readonly AlsoDue[];
}

export interface OpeningModel extends Chasing {
  readonly kind: 'opening';
  /** All tasks the party leads, and how many of them are accepted. */
  readonly leads: number;
  readonly accepted: number;
  /** Tasks in which the party helps; `lead` is the leading party's short name. */
  readonly supporting: readonly { readonly number: number; readonly title: string; readonly lead: string }[];
  /** Until when supporters tell the leads. */
  readonly supportBy?: string;
  /** This round's answers need a stamped scan. */
  readonly sealed?: boolean;
  /** The letter carries the 调度表. */
  readonly sheet?: boolean;
  /** The task came to this party in mid-round. */
  readonly reassigned?: boolean;
  /** Page on which the liaison confirms the party's contacts; twice a year. */
  readonly confirm?: string;
}

export interface ReminderModel extends Chasing {
  readonly kind: 'reminder';
  /** How many of its tasks the party has reported. */
  readonly answered: number;
}

export interface OverdueModel extends Chasing {
  readonly kind: 'overdue' | 'second-overdue';
  readonly sent: readonly SentLetter[];
  readonly calls: readonly LoggedCall[];
  /** Until when to make up; closesAt when absent. */
  readonly makeUpBy?: string;
}

export interface EscalationModel extends ToParty {
  readonly kind: 'escalation';
  readonly tasks: readonly LetterTask[];
  readonly sent: readonly SentLetter[];
  readonly calls: readonly LoggedCall[];
  readonly makeUpBy?: string;
  readonly documentNo?: string;
  /** The signer's post, as printed. */
  readonly signedBy?: string;
}

export interface SettledModel extends ToParty {
  readonly kind: 'settled';
  readonly tasks: readonly Pick<LetterTask, 'number' | 'title'>[];
  readonly reportedAt: string;
  readonly documentNo?: string;
  readonly escalatedAt?: string;
}

export interface UnfoundedModel extends ToParty {
  readonly kind: 'unfounded';
  readonly tasks: readonly Pick<LetterTask, 'number' | 'title'>[];
  readonly escalatedAt?: string;
  readonly documentNo?: string;
}

/** One task as it was read from an answer. */
export interface ReadBack {
  readonly task: Pick<LetterTask, 'number' | 'title' | 'targets' | 'lastFigures'>;
  readonly content: AnswerContent;
  readonly questions: readonly Question[];
  /** Absent until the task has judged it. */
  readonly outcome?: Mark | 'correction' | 'afterClose' | 'held';
  /** A row of a sheet that says what was said before: nothing new was entered. */
  readonly isUnchanged?: boolean;
  /** The version of this round that it replaces. */
  readonly replaces?: { readonly version: number; readonly content: AnswerContent };
}

export interface ReceiptModel extends ToParty {
  readonly kind: 'receipt';
  readonly receivedAt: string;
  readonly channel: Channel;
  /** Names of files that came along. */
  readonly files?: readonly string[];
  readonly answers: readonly ReadBack[];
  /** Asked in this round and not answered yet. */
  readonly missing: readonly LetterTask[];
  /** Sentences about what could not be placed, e.g. a section that names no task. */
  readonly unclear?: readonly string[];
  /** Sentences about how the mail was read. */
  readonly notes?: readonly string[];
  readonly link?: string;
}

export interface ReturnModel extends ToParty {
  readonly kind: 'return';
  readonly items: readonly { readonly task: LetterTask; readonly why: string }[];
  /** How many of the party's other answers are taken over. */
  readonly collected?: number;
  readonly until: string;
  /** The one reminder of a return. */
  readonly reminder?: boolean;
  readonly link?: string;
  readonly also?: readonly AlsoDue[];
}

export interface HandoverModel extends ToParty {
  readonly kind: 'handover';
  readonly tasks: readonly (Pick<LetterTask, 'number' | 'title'> & { readonly to: string })[];
}

export interface CallsModel extends FromOffice {
  readonly kind: 'calls';
  readonly round: LetterRound;
  readonly parties: readonly CallSheet[];
}

/** Whom to ring about what. */
export interface CallSheet {
  readonly party: LetterParty;
  readonly posts: readonly { readonly name: string; readonly email: string; readonly phone?: string }[];
  readonly tasks: readonly Pick<LetterTask, 'number' | 'title'>[];
  /** A bounced address, an automatic reply: Chinese sentences. */
  readonly troubles?: readonly string[];
}

export interface BulletinModel extends FromOffice {
  readonly kind: 'bulletin';
  readonly round: LetterRound;
  readonly issue: number;
  readonly version: number;
  readonly title: string;
  /** 提要, for readers whose mail program shows no HTML. */
  readonly summary?: string;
  /** The published page, a whole document. */
  readonly page: string;
  /** The same for Word; absent in letters of before there was one. */
  readonly docx?: Buffer;
  readonly link?: string;
}

export interface ReportModel extends FromOffice {
  readonly kind: 'report';
  readonly parties: readonly {
    readonly party: LetterParty;
    /** The rounds missed in a row, oldest first. */
    readonly rounds: readonly string[];
    readonly tasks: readonly Pick<LetterTask, 'number' | 'title'>[];
    /** How many letters and calls went out in these rounds. */
    readonly letters?: number;
    readonly calls?: number;
  }[];
}

export type NoteTopic = 'held' | 'bounce' | 'withheld' | 'unsigned' | 'doubtful' | 'other';

export interface NoteModel extends FromOffice {
  readonly kind: 'note';
  readonly notes: readonly { readonly topic?: NoteTopic; readonly text: string }[];
}

interface AboutContacts extends FromOffice {
  readonly kind: 'contacts';
  readonly party: LetterParty;
}

/** 【联络员确认】: what is on file, and the page on which it is confirmed or changed. */
export interface ConfirmContactsModel extends AboutContacts {
  readonly about: 'confirm';
  readonly entries: readonly ContactLine[];
  readonly link: string;
  /** Until when the link opens. */
  readonly until: string;
}

export interface ContactLine {
  readonly post: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone?: string;
}

/** To a new liaison: what the party still owes, and the link that now works. */
export interface WelcomeModel extends AboutContacts {
  readonly about: 'welcome';
  readonly post: PostKind;
  readonly open?: {
    readonly round: LetterRound;
    readonly tasks: readonly LetterTask[];
    readonly link: string;
  };
}

/** To who asked for a change and to who held the post: what is on file now. */
export interface ChangedContactModel extends AboutContacts {
  readonly about: 'changed';
  readonly source: 'page' | 'reply';
  readonly post: PostKind;
  readonly from?: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly linksStopped: boolean;
}

export type LetterModel =
  | ConfirmContactsModel
  | WelcomeModel
  | ChangedContactModel
  | OpeningModel
  | ReminderModel
  | OverdueModel
  | EscalationModel
  | SettledModel
  | UnfoundedModel
  | ReceiptModel
  | ReturnModel
  | HandoverModel
  | CallsModel
  | BulletinModel
  | ReportModel
  | NoteModel;
