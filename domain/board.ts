/** What the board and the client read: the shapes of the web's JSON API (`/api/…`). Instants are ISO 8601. */
import type { AnswerContent, Channel, Question } from './answer.js';
import type { CallSaid } from './call.js';
import type { ChangeSource, ChangeState } from './contact-change.js';
import type { PostKind } from './register.js';
import type { Standing } from './standing.js';

/** Counts of tasks by standing; a standing that does not occur is absent. */
export type StandingCounts = Readonly<Partial<Record<Standing, number>>>;

export interface PartyStatus {
  readonly code: string;
  readonly name: string;
  readonly tasks: number;
  readonly counts: StandingCounts;
  /** Addresses that refuse letters, mail held, liaison away. Chinese sentences. */
  readonly troubles: readonly string[];
}

export interface TaskStatus {
  readonly number: number;
  readonly title: string;
  readonly lead: string;
  readonly standing: Standing;
  readonly answerBy: string | null;
  readonly round: string | null;
  /** Version of the newest answer of this round, 0 when there is none. */
  readonly version: number;
  /** Its newest answer is a file that nobody has read yet. */
  readonly toEnter?: boolean;
}

/** `GET /api/status?campaign=`. */
export interface Status {
  readonly campaign: string;
  readonly title: string;
  readonly state: 'running' | 'paused' | 'closed';
  readonly now: string;
  readonly round: {
    readonly id: string;
    readonly state: 'planned' | 'open' | 'closing' | 'closed' | 'skipped';
    readonly opensAt: string;
    readonly answerBy: string;
    readonly closesAt: string;
  } | null;
  readonly counts: StandingCounts;
  readonly parties: readonly PartyStatus[];
  readonly tasks: readonly TaskStatus[];
  /** What happens next, soonest first: the step's Chinese name and its instant. */
  readonly next: readonly { readonly at: string; readonly what: string }[];
  /** What waits for a coordinator. */
  readonly waiting: {
    readonly heldMail: number;
    /** Of the held mails, those whose files a coordinator is to enter. */
    readonly toEnter: number;
    readonly unsigned: number;
    readonly doubtful: number;
    readonly withheld: number;
    readonly draftBulletins: number;
    /** Changes of contacts that parties asked for. */
    readonly contactChanges: number;
  };
  readonly letters: { readonly sent: number; readonly waiting: number; readonly refused: number };
}

/** `GET /api/mail?campaign=&state=held` and `GET /api/mail/:id` (with `text`). */
export interface MailEntry {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly subject: string;
  readonly kind: string | null;
  readonly state: string;
  readonly party: string | null;
  readonly campaign: string | null;
  readonly round: string | null;
  readonly reasons: readonly string[];
  /** Names of files whose content a coordinator is to enter; null where there are none. */
  readonly toEnter: readonly string[] | null;
  readonly text?: string;
  /** Changes of contacts that were read from it; with `text`. */
  readonly changes?: readonly ContactChangeEntry[];
}

/** `GET /api/letters?campaign=&state=&kind=&round=`. */
export interface LetterEntry {
  readonly id: number;
  readonly kind: string;
  readonly desk: string;
  readonly round: string | null;
  readonly state: string;
  readonly subject: string | null;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly tasks: readonly number[];
  readonly plannedAt: string;
  readonly sentAt: string | null;
  readonly signedBy: string | null;
  readonly failure: string | null;
}

/** `GET /api/tasks/:number?campaign=`. */
export interface TaskHistory extends TaskStatus {
  readonly goal: string;
  readonly transitions: readonly {
    readonly at: string;
    readonly round: string;
    readonly event: string;
    readonly before: Standing;
    readonly after: Standing;
    /** Who led the task from then on. */
    readonly lead: string | null;
    readonly by: string;
    readonly why: string | null;
  }[];
  readonly answers: readonly {
    readonly round: string;
    readonly version: number;
    readonly channel: Channel;
    readonly by: string;
    readonly receivedAt: string;
    readonly outcome: string | null;
    readonly content: AnswerContent;
    readonly questions: readonly Question[];
  }[];
  /** The letters the task stood in; `at` is when it left, or when it is planned to. */
  readonly letters: readonly {
    readonly id: number;
    readonly at: string;
    readonly round: string | null;
    readonly kind: string;
    readonly desk: string;
    readonly state: string;
    readonly to: readonly string[];
    readonly signedBy: string | null;
    readonly failure: string | null;
  }[];
  readonly calls: readonly CallEntry[];
  readonly mails: readonly {
    readonly id: string;
    readonly at: string;
    readonly round: string | null;
    readonly party: string | null;
    readonly kind: string | null;
    readonly state: string;
    readonly from: string | null;
    readonly subject: string | null;
    readonly reasons: readonly string[];
    readonly decidedBy: string | null;
  }[];
  /** The campaign's parties by code: short names for whoever prints them. */
  readonly names: Readonly<Record<string, string>>;
}

/** A call that was made. */
export interface CallEntry extends CallSaid {
  readonly id: number;
  readonly at: string;
  readonly round: string;
  readonly party: string;
  /** Coordinator code. */
  readonly by: string;
}

/** `GET /api/calls?campaign=`: whom to ring at this instant; parties without open tasks of the round are not listed. */
export interface CallList {
  readonly campaign: string;
  readonly now: string;
  /** Null while no round is open: then there is nobody to ring. */
  readonly round: { readonly id: string; readonly answerBy: string; readonly closesAt: string } | null;
  readonly parties: readonly PartyToRing[];
}

export interface PartyToRing {
  readonly code: string;
  readonly name: string;
  /** Whom to ring, liaisons first; never the head. */
  readonly posts: readonly {
    readonly post: PostKind;
    readonly name: string;
    readonly phone: string | null;
    readonly email: string;
    readonly bouncedAt: string | null;
  }[];
  readonly tasks: readonly { readonly number: number; readonly title: string; readonly standing: Standing }[];
  /** What was sent to the party in this round, oldest first. */
  readonly letters: readonly { readonly id: number; readonly kind: string; readonly sentAt: string }[];
  /** Chinese sentences. */
  readonly troubles: readonly string[];
  readonly calls: readonly CallEntry[];
}

/** `GET /api/report?campaign=&party=`: the 专报 as it would be drafted now. */
export interface ReportDraft {
  readonly campaign: string;
  /** The last two rounds that closed, oldest first; fewer at the beginning of a year. */
  readonly rounds: readonly string[];
  /** Silent in both of them. */
  readonly due: readonly PartyMissed[];
  /** Silent in the last one, and in the open one so far: one more missed round and they are due. */
  readonly close: readonly PartyMissed[];
  /** Null where nobody is due. */
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
}

export interface PartyMissed {
  readonly code: string;
  readonly name: string;
  readonly tasks: readonly { readonly number: number; readonly title: string }[];
  /** Letters and calls to it in these rounds. */
  readonly letters: number;
  readonly calls: number;
}

/** `GET /api/bulletins?campaign=`; the page itself is `GET /api/bulletins/:round/:version/html?campaign=`, for Word `…/docx`. */
export interface BulletinEntry {
  readonly round: string;
  readonly version: number;
  readonly issue: number;
  readonly state: 'draft' | 'returned' | 'approved' | 'published';
  readonly title: string;
  readonly composedAt: string;
  readonly publishedAt: string | null;
  /** Where the published page lies as a file. */
  readonly path: string;
}

/** `GET /api/bulletins/:round/:version/texts?campaign=`: place in the bulletin's model → the text that may be edited. */
export type BulletinTexts = Readonly<Record<string, string>>;

/** `GET /api/campaigns`. */
export interface CampaignEntry {
  readonly id: string;
  readonly year: number;
  /** IANA zone in which its dates are meant. */
  readonly zone: string;
  readonly title: string;
  readonly state: 'running' | 'paused' | 'closed';
  readonly tasks: number;
  readonly parties: number;
  readonly coordinators: readonly { readonly code: string; readonly name: string }[];
}

/** One line of the page a coordinator checks before signing a 督办函 (签发前核对页). */
export interface EscalationCheck {
  readonly what: string;
  readonly passed: boolean;
  /** What was found, as a Chinese sentence. */
  readonly fact: string;
}

/** `GET /api/letters/:id`. */
export interface LetterDetail extends LetterEntry {
  /** Body as composed; of a 督办函 that waits for its signature, as it would go now; else null before that. */
  readonly text: string | null;
  /** For an escalation only, else empty. */
  readonly checks: readonly EscalationCheck[];
}

/** `GET /api/letters/:id/docx`: a letter as a Word document, and its line in a list of documents. */
export interface LetterPaper {
  readonly id: number;
  readonly kind: string;
  /** 文号; null where it has none. */
  readonly number: string | null;
  readonly addressee: string;
  readonly title: string;
  /** ISO date in the campaign's zone. */
  readonly date: string;
  /** An estimate: nobody knows before it is printed. */
  readonly pages: number;
  /** The .docx, base64. */
  readonly file: string;
}

/** `GET /api/journal?campaign=&limit=`, newest first. */
export interface JournalEntry {
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly task: number | null;
  readonly round: string | null;
  readonly party: string | null;
  readonly why: string | null;
}

/** `GET /api/contacts?campaign=&party=`: the posts as they are now. */
export interface ContactEntry {
  readonly party: string;
  readonly partyName: string;
  readonly post: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly since: string;
  readonly bouncedAt: string | null;
  /** When its holder was last asked to confirm the entry, and when the party did. */
  readonly askedAt: string | null;
  readonly confirmedAt: string | null;
}

/** `GET /api/contacts/history?campaign=&party=`: the holders of a party's posts, by post, newest first. */
export interface ContactHolder {
  readonly post: PostKind;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly since: string;
  /** Null while in office. */
  readonly until: string | null;
  readonly changedBy: string;
  readonly why: string | null;
  readonly bouncedAt: string | null;
  readonly confirmedAt: string | null;
}

export interface HeldPost {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** `GET /api/contacts/changes?campaign=`, newest first: what coordinators ordered, and what parties asked for. */
export interface ContactChangeEntry extends HeldPost {
  readonly id: number;
  readonly party: string;
  readonly partyName: string;
  readonly post: PostKind;
  readonly source: ChangeSource;
  readonly state: ChangeState;
  /** Coordinator code, party code, or the sender's address. */
  readonly askedBy: string;
  readonly askedAt: string;
  /** Day from which the party wants it. */
  readonly effectiveOn: string | null;
  /** Why it waits: Chinese, without a full stop. */
  readonly doubts: readonly string[];
  readonly why: string | null;
  readonly mail: string | null;
  readonly decidedBy: string | null;
  /** Who holds the post today, and who held it until this change. */
  readonly current: HeldPost | null;
  readonly replaced: HeldPost | null;
}

/** `GET /api/contacts/check?campaign=`, most urgent first. */
export interface ContactFinding {
  readonly urgency: 'now' | 'soon' | 'later';
  readonly kind: 'no-liaison' | 'bounced' | 'away' | 'silent' | 'missing' | 'shared' | 'unconfirmed';
  readonly party: string;
  readonly partyName: string;
  readonly post: PostKind | null;
  readonly email: string | null;
  /** Since when it is so, where that is known. */
  readonly since: string | null;
  /** Day on which somebody who is away says to be back. */
  readonly until?: string;
  /** Letters that were lost. */
  readonly letters: readonly number[];
  /** What was found and what to do: Chinese, without a full stop. */
  readonly fact: string;
  readonly todo: string;
  /** Words of the client's command that settles it; Chinese ones stand for what is not known yet. */
  readonly command: readonly string[];
}
