/** What the web asks of the rest of the office; the worker wires it. Instants are ISO 8601. */
import type { AttachedFile } from '../domain/answer.js';
import type {
  BulletinEntry,
  BulletinTexts,
  CallList,
  CampaignEntry,
  ContactChangeEntry,
  ContactEntry,
  ContactFinding,
  ContactHolder,
  JournalEntry,
  LetterDetail,
  LetterEntry,
  LetterPaper,
  MailEntry,
  ReportDraft,
  Status,
  TaskHistory,
} from '../domain/board.js';
import type { FormLink } from '../domain/form-links.js';
import type {
  AnswerOnBehalf,
  AskContactChange,
  AskedContactChange,
  EditBulletin,
  EditedBulletin,
  EditedInWord,
  EditInWord,
  LogCall,
  RefuseContactChange,
  RevokeLink,
  LoggedCall,
  StoreCampaign,
  StoredCampaign,
  TakenAnswer,
} from '../domain/office-requests.js';
import type { LetterKind, LetterState, MailState } from '../record/schema.js';
import type { SheetReading } from '../sheets/answer-sheet/read-answer-sheet.js';
import type { SignOutcome } from '../workflows/api.js';
import type { FormOpening, SavedDraft, Submission } from './answer/answer-form.js';
import type { Upload } from './answer/uploads.js';
import type { ContactsDesk } from './contacts/contacts-desk.js';
import type { EntryDesk } from './entry/entry.js';
import type { Holder, LetterLine, Mailbox, OpenedLetter } from './post/post-counter.js';

export interface WebDeps {
  readonly answers: AnswerDesk;
  readonly contacts: ContactsDesk;
  readonly entry: EntryDesk;
  readonly board: BoardReads;
  readonly orders: OfficeOrders;
  /** Present only while the embedded post office runs. */
  readonly postOffice?: PostOfficeCounter;
}

export interface AnswerDesk {
  /** Reads the token and what it asks; changes nothing. */
  readonly openForm: (token: string) => Promise<FormOpening>;
  /** Notes from where the page is used. */
  readonly noteUse: (token: string, use: PageUse) => Promise<void>;
  /** Lays down what was typed, under the link; the newest is kept. */
  readonly keepDraft: (token: string, draft: SavedDraft) => Promise<void>;
  /** Reads a workbook as this link's 调度表; what is none of ours is a file like any other. */
  readonly readSheet: (token: string, upload: Upload) => Promise<FormSheet>;
  /** Puts uploaded bytes into the file store. */
  readonly keepFile: (upload: Upload, at: string) => Promise<AttachedFile>;
  /**
   * Stores every answer first (UNIQUE task, round, answerId: the same submission again changes nothing), then waits
   * for the accounting by Update. Where that cannot be had in time the outcome is null: stored, accounted later.
   */
  readonly submitAnswers: (submission: Submission) => Promise<readonly TakenAnswer[]>;
}

export type FormSheet =
  | { readonly kind: 'sheet'; readonly reading: SheetReading }
  | { readonly kind: 'other' }
  /** A Chinese sentence without a full stop. */
  | { readonly kind: 'refused'; readonly why: string };

export interface PageUse {
  readonly at: string;
  readonly address: string;
  readonly agent: string;
  readonly act: 'open' | 'submit';
}

export interface LetterFilter {
  readonly campaign: string;
  readonly state?: LetterState | undefined;
  readonly kind?: LetterKind | undefined;
  readonly round?: string | undefined;
  readonly desk?: string | undefined;
}

/** Reads answer undefined where there is no such thing. */
export interface BoardReads {
  readonly campaigns: () => Promise<readonly CampaignEntry[]>;
  readonly status: (campaign: string) => Promise<Status | undefined>;
  readonly task: (campaign: string, number: number) => Promise<TaskHistory | undefined>;
  readonly letters: (filter: LetterFilter) => Promise<readonly LetterEntry[]>;
  readonly letter: (id: number) => Promise<LetterDetail | undefined>;
  readonly letterPaper: (id: number) => Promise<LetterPaper | undefined>;
  readonly mails: (filter: {
    readonly campaign?: string | undefined;
    readonly state?: MailState | undefined;
  }) => Promise<readonly MailEntry[]>;
  readonly mail: (id: string) => Promise<MailEntry | undefined>;
  readonly bulletins: (campaign: string) => Promise<readonly BulletinEntry[]>;
  readonly bulletinPage: (campaign: string, round: string, version: number) => Promise<string | undefined>;
  /** A Word document, by itself a whole file. */
  readonly bulletinDocx: (campaign: string, round: string, version: number) => Promise<Buffer | undefined>;
  readonly bulletinTexts: (campaign: string, round: string, version: number) => Promise<BulletinTexts | undefined>;
  readonly journal: (campaign: string, limit: number) => Promise<readonly JournalEntry[]>;
  readonly report: (campaign: string, party: string | undefined) => Promise<ReportDraft | undefined>;
  /** Who is silent in the open round, and all one should know before ringing. */
  readonly calls: (campaign: string) => Promise<CallList | undefined>;
  /** Bytes that came with an answer of the campaign. */
  readonly answerFile: (campaign: string, hash: string) => Promise<Buffer | undefined>;
  readonly formLink: (campaign: string, party: string) => Promise<FormLink>;
  readonly contacts: (campaign: string, party: string | undefined) => Promise<readonly ContactEntry[]>;
  readonly contactHistory: (campaign: string, party: string) => Promise<readonly ContactHolder[]>;
  readonly contactCheck: (campaign: string) => Promise<readonly ContactFinding[] | undefined>;
  readonly contactChanges: (filter: {
    readonly campaign: string;
    readonly waiting?: boolean;
  }) => Promise<readonly ContactChangeEntry[]>;
}

export interface OfficeOrders {
  readonly storeCampaign: (request: StoreCampaign) => Promise<StoredCampaign>;
  readonly answerOnBehalf: (request: AnswerOnBehalf & { readonly receivedAt: string }) => Promise<TakenAnswer>;
  readonly askContactChange: (request: AskContactChange & { readonly askedAt: string }) => Promise<AskedContactChange>;
  readonly refuseContactChange: (request: RefuseContactChange & { readonly at: string }) => Promise<AskedContactChange>;
  readonly revokeLink: (request: RevokeLink & { readonly at: string }) => Promise<FormLink>;
  readonly editBulletin: (
    request: EditBulletin & { readonly campaign: string; readonly round: string; readonly editedAt: string },
  ) => Promise<EditedBulletin>;
  readonly editInWord: (
    request: EditInWord & { readonly campaign: string; readonly round: string; readonly editedAt: string },
  ) => Promise<EditedInWord>;
  readonly logCall: (request: LogCall & { readonly at: string }) => Promise<LoggedCall>;
  /** By the desk's Update `sign`. */
  readonly signLetter: (request: {
    readonly campaign: string;
    readonly letter: number;
    readonly by: string;
  }) => Promise<SignOutcome>;
}

export interface PostOfficeCounter {
  readonly mailboxes: () => Promise<readonly Mailbox[]>;
  /** Whose mailboxes these are, by the campaigns' registers. */
  readonly holders: () => Promise<readonly Holder[]>;
  /** Newest first. */
  readonly letters: (
    address: string,
    page: { readonly offset: number; readonly limit: number },
  ) => Promise<{ readonly total: number; readonly letters: readonly LetterLine[] }>;
  /** Undefined unless this letter lies in this mailbox. */
  readonly read: (address: string, id: string) => Promise<OpenedLetter | undefined>;
  /** Hands finished bytes to the outgoing SMTP server. */
  readonly send: (raw: Buffer, envelope: { readonly from: string; readonly to: readonly string[] }) => Promise<void>;
}
