import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely';
import type { AnswerContent, AnswerOutcome, Channel, Question } from '../domain/answer.js';
import type { CallAnswers, CallOutcome } from '../domain/call.js';
import type { Cadence, QuietDays, Step, StepKind } from '../domain/cadence.js';
import type { CampaignSetup, PostKind, Relation, Target } from '../domain/register.js';
import type { Rating } from '../domain/rating.js';
import type { ChangeSource, ChangeState } from '../domain/contact-change.js';
import type { Mark, Standing } from '../domain/standing.js';

/** ISO 8601 in UTC, both ways: the driver's parser is set so in database.ts. */
type Instant = string;
/** `YYYY-MM-DD`, both ways. */
type Day = string;
type Json<T extends object | null> = JSONColumnType<T>;
/** Never written twice: an insert may leave it out. */
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type LetterKind =
  StepKind | 'settled' | 'receipt' | 'return' | 'handover' | 'unfounded' | 'bulletin' | 'report' | 'note' | 'contacts';
export type LetterState = 'drafted' | 'ready' | 'sending' | 'sent' | 'doubtful' | 'refused' | 'cancelled' | 'lapsed';
export type NoticeStep =
  Exclude<StepKind, 'calls'> | 'return' | 'return-reminder' | 'handover' | 'settled' | 'unfounded';
export type NoticeState = 'due' | 'claimed' | 'dropped' | 'cancelled' | 'withheld' | 'lapsed' | 'sent';
export type MailKind = 'answer' | 'acknowledgement' | 'automatic' | 'bounce' | 'other';
export type MailState = 'received' | 'delivered' | 'noted' | 'held' | 'released' | 'refused';
export type BulletinState = 'draft' | 'returned' | 'approved' | 'published';

export interface CampaignTable {
  id: string;
  year: number;
  title: string;
  setup: Json<CampaignSetup>;
  cadence: Json<Cadence>;
  quiet_days: Json<readonly QuietDays[]>;
  register_hash: string;
  anchored_at: Instant;
  state: Generated<'running' | 'paused' | 'closed'>;
  started_by: string;
}
export interface PartyTable {
  campaign: string;
  code: string;
  name: string;
  full_name: string;
  aliases: Json<readonly string[]>;
  kind: 'department' | 'city';
  relation: Relation;
  region: string | null;
  position: Generated<number>;
  mail_domains: ColumnType<readonly string[] | null, string | null | undefined, string | null>;
  link_version: Generated<number>;
}
export interface PostTable {
  id: Generated<number>;
  campaign: string;
  party: string;
  kind: PostKind;
  name: string;
  email: string;
  phone: Optional<string>;
  since: Instant;
  until: Optional<Instant>;
  bounced_at: Optional<Instant>;
  changed_by: string;
  why: Optional<string>;
  asked_at: Optional<Instant>;
  confirmed_at: Optional<Instant>;
}
export interface TaskTable {
  campaign: string;
  number: number;
  area: string;
  aspect: string;
  principle: string;
  title: string;
  requirement: string;
  goal: string;
  lead: string;
  support: Json<readonly string[]>;
  targets: Json<readonly Target[]>;
  deadline: Day;
  standing: Generated<Standing>;
  mark: Optional<Mark>;
  round: Optional<string>;
  answer_by: Optional<Instant>;
  sequence: Generated<number>;
  rating: Optional<Rating>;
}
export interface RoundTable {
  campaign: string;
  id: string;
  period: string;
  cutoff: Day;
  opens_at: Instant;
  answer_by: Instant;
  closes_at: Instant;
  provisional: boolean;
  ladder: Json<readonly Step[]>;
  state: Generated<'planned' | 'open' | 'closing' | 'closed' | 'skipped'>;
}
export interface JournalTable {
  id: Generated<number>;
  campaign: string | null;
  at: Instant;
  by: string;
  act: string;
  task: Optional<number>;
  round: Optional<string>;
  party: Optional<string>;
  why: Optional<string>;
  detail: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>;
}
export interface FileTable {
  hash: string;
  bytes: number;
  media: string;
  stored_at: Instant;
}
export interface MailTable {
  id: string;
  raw: string;
  received_at: Instant;
  envelope_from: string;
  envelope_to: Json<readonly string[]>;
  account: Optional<string>;
  mailbox: Optional<string>;
  uidvalidity: Optional<number>;
  uid: Optional<number>;
  from_address: Optional<string>;
  subject: Optional<string>;
  message_id: Optional<string>;
  campaign: Optional<string>;
  round: Optional<string>;
  party: Optional<string>;
  letter: Optional<number>;
  kind: Optional<MailKind>;
  state: Generated<MailState>;
  reasons: ColumnType<readonly string[], string | undefined, string>;
  to_enter: ColumnType<readonly string[] | null, string | null | undefined, string | null>;
  decided_by: Optional<string>;
  decided_at: Optional<Instant>;
  why: Optional<string>;
  remarks: ColumnType<MailRemarks | null, string | null | undefined, string | null>;
}
/** What its receipt says of a mail beside its answers. */
export interface MailRemarks {
  /** Names of the files that came along. */
  readonly files: readonly string[];
  /** Whole sentences: what is asked back because it could not be placed or read. */
  readonly unclear: readonly string[];
  /** Whole sentences on what was written twice. */
  readonly notes: readonly string[];
  /** Tasks of which its sheet says what its party said before. */
  readonly unchanged?: readonly number[];
}
export interface AnswerTable {
  id: Generated<number>;
  campaign: string;
  task: number;
  round: string;
  answer_id: string;
  version: number;
  party: string;
  channel: Channel;
  by: string;
  received_at: Instant;
  content: Json<AnswerContent>;
  questions: ColumnType<readonly Question[], string | undefined, string>;
  mail: Optional<string>;
  accounted_at: Optional<Instant>;
  outcome: Optional<AnswerOutcome>;
}
export interface TransitionTable {
  id: Generated<number>;
  campaign: string;
  task: number;
  round: string;
  sequence: number;
  event: string;
  before: Standing;
  after: Standing;
  at: Instant;
  by: string;
  why: Optional<string>;
  detail: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>;
}
export interface BulletinTable {
  campaign: string;
  round: string;
  version: number;
  issue: number;
  state: BulletinState;
  model: ColumnType<object, string, string>;
  html: string;
  composed_at: Instant;
  decided_by: Optional<string>;
  decided_at: Optional<Instant>;
  published_at: Optional<Instant>;
  why: Optional<string>;
}
export interface LetterTable {
  id: Generated<number>;
  key: string;
  campaign: string;
  round: Optional<string>;
  desk: string;
  kind: LetterKind;
  planned_at: Instant;
  recipients: ColumnType<readonly string[], string | undefined, string>;
  copies: ColumnType<readonly string[], string | undefined, string>;
  subject: Optional<string>;
  message_id: string;
  token: string;
  body: ColumnType<object | null, string | null | undefined, string | null>;
  raw: Optional<string>;
  state: LetterState;
  sending_by: Optional<string>;
  attempts: Generated<number>;
  composed_at: Optional<Instant>;
  sent_at: Optional<Instant>;
  signed_by: Optional<string>;
  seconded_by: Optional<string>;
  signed_at: Optional<Instant>;
  document_no: Optional<string>;
  bounced_at: Optional<Instant>;
  failure: Optional<string>;
}
export interface NoticeTable {
  id: Generated<number>;
  campaign: string;
  task: number;
  round: string;
  step: NoticeStep;
  desk: string;
  planned_at: Instant;
  state: Generated<NoticeState>;
  letter: Optional<number>;
  why: Optional<string>;
}
export interface CallTable {
  id: Generated<number>;
  campaign: string;
  round: string;
  party: string;
  by: string;
  at: Instant;
  note: string;
  outcome: Optional<CallOutcome>;
  said: ColumnType<CallAnswers, string | undefined, string>;
}

export interface ContactChangeTable {
  id: Generated<number>;
  campaign: string;
  party: string;
  kind: PostKind;
  name: string;
  email: string;
  phone: Optional<string>;
  asked_by: string;
  asked_at: Instant;
  why: Optional<string>;
  applied_at: Optional<Instant>;
  source: Generated<ChangeSource>;
  state: Generated<ChangeState>;
  effective_on: Optional<Day>;
  doubts: ColumnType<readonly string[], string | undefined, string>;
  mail: Optional<string>;
  replaces: Optional<number>;
  decided_by: Optional<string>;
  decided_at: Optional<Instant>;
}
export interface NoteTable {
  id: Generated<number>;
  campaign: string;
  about: string;
  planned_at: Instant;
  text: string;
  letter: Optional<number>;
}
export interface FormDraftTable {
  campaign: string;
  round: string;
  party: string;
  fields: ColumnType<Readonly<Record<string, string>>, string, string>;
  saved_at: Instant;
}
export interface FormUseTable {
  campaign: string;
  round: string;
  party: string;
  address: string;
  agent: string;
  first_at: Instant;
  last_at: Instant;
  opened: Generated<number>;
  submitted: Generated<number>;
}
export interface MailboxLookTable {
  account: string;
  mailbox: string;
  seen_at: Instant;
}
export interface ProcessTable {
  boot_id: string;
  host: string;
  pid: number;
  system: string | null;
  start: string | null;
  started_at: Instant;
  beats: Generated<number>;
}
export interface MovedTable {
  destination: string;
  at: Instant;
}
export interface MigrationTable {
  number: number;
  name: string;
  hash: string;
  applied_at: Instant;
}

export interface Schema {
  migration: MigrationTable;
  campaign: CampaignTable;
  party: PartyTable;
  post: PostTable;
  task: TaskTable;
  round: RoundTable;
  journal: JournalTable;
  file: FileTable;
  mail: MailTable;
  answer: AnswerTable;
  transition: TransitionTable;
  bulletin: BulletinTable;
  letter: LetterTable;
  notice: NoticeTable;
  call: CallTable;
  note: NoteTable;
  contact_change: ContactChangeTable;
  form_draft: FormDraftTable;
  form_use: FormUseTable;
  mailbox_look: MailboxLookTable;
  process: ProcessTable;
  moved: MovedTable;
}

export type Db = Kysely<Schema>;
/** Asked for where several statements belong together, or where the caller's effect does. */
export type Trx = Transaction<Schema>;
