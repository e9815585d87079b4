import type { MailEntry } from '../../domain/board.js';
import type { TakenAnswer } from '../../domain/office-requests.js';
import type { TaskToEnter } from '../../record/tasks-to-enter.js';
import type { AnswerForm, SubmittedAnswer } from '../answer/answer-form.js';
import type { ShownFile } from './shown-file.js';

/** Where a mail lies, and where the coordinator says it belongs when nobody else could tell. */
export interface EntryPlace {
  readonly campaign: string;
  readonly mail: string;
  readonly party?: string | undefined;
  readonly round?: string | undefined;
}

/** A held mail beside what its party is asked. */
export interface MailOpened {
  readonly mail: MailEntry & { readonly text: string };
  readonly files: readonly ShownFile[];
  readonly party: string | null;
  readonly round: string | null;
  /** Null until party and round are known. */
  readonly form: AnswerForm | null;
  /** Tasks that count as answered by its files and are not entered yet. */
  readonly toEnter: readonly TaskToEnter[];
  /** Tasks that were entered from it. */
  readonly entered: readonly number[];
  /** The mail that came after the last decision, oldest first; null where none waits. */
  readonly next: MailEntry | null;
  readonly parties: readonly { readonly code: string; readonly name: string }[];
  /** Rounds that were opened, newest first. */
  readonly rounds: readonly string[];
}

export interface MailFile {
  readonly name: string;
  readonly content: Buffer;
  /** As the browser may show it by itself; null for what is only saved. */
  readonly media: string | null;
}

export interface Entering {
  readonly campaign: string;
  readonly mail: string;
  readonly party: string;
  readonly round: string;
  readonly by: string;
  readonly at: string;
  readonly answers: readonly SubmittedAnswer[];
  /** Tasks that its files do not speak of: given back to the party. */
  readonly absent: readonly number[];
  /** All is entered that it says. */
  readonly settle: boolean;
}

export interface EntryDesk {
  /** Undefined where the campaign has no such mail. */
  readonly open: (place: EntryPlace) => Promise<MailOpened | undefined>;
  readonly file: (of: {
    readonly campaign: string;
    readonly mail: string;
    readonly index: number;
  }) => Promise<MailFile | undefined>;
  /** Stores what was typed as the party's answers at the mail's arrival; settled, the mail's intake ends with a receipt. */
  readonly enter: (entering: Entering) => Promise<readonly TakenAnswer[]>;
}
