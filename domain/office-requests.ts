/** What a client may ask of the office through the web's JSON API: bodies of `POST /api/…` and their replies. */
import type { AnswerContent, AnswerOutcome, Question } from './answer.js';
import type { CallAnswers, CallOutcome } from './call.js';
import type { Cadence, QuietDays } from './cadence.js';
import type { PostKind, Register } from './register.js';
import type { Standing } from './standing.js';

/** `POST /api/campaigns`: store a campaign before its workflow is started. */
export interface StoreCampaign {
  /** `<register id>-<year>`, or the demo's own name. */
  readonly id: string;
  readonly year: number;
  readonly register: Register;
  readonly cadence: Cadence;
  readonly quietDays: readonly QuietDays[];
  /** SHA-256 of the register file, lower-case hex. */
  readonly hash: string;
  /** ISO instant from which a brisk cadence counts. */
  readonly anchoredAt: string;
  readonly by: string;
}

/** One way in which a register differs from the running campaign, and the command that would make it so. */
export interface CampaignDifference {
  /** In Chinese: 任务 17 的牵头单位. */
  readonly what: string;
  /** As a path by codes and numbers: `tasks.17.lead`. */
  readonly where: string;
  readonly before?: string;
  readonly after?: string;
  /** The command that makes the change in a running campaign, or 需新建行动. */
  readonly command: string;
}

export type StoredCampaign =
  | { readonly outcome: 'saved' | 'exists' }
  | { readonly outcome: 'differs'; readonly differences: readonly CampaignDifference[] };

/** `POST /api/answers`: a coordinator enters an answer on a party's behalf. */
export interface AnswerOnBehalf {
  readonly campaign: string;
  readonly round: string;
  readonly task: number;
  readonly content: AnswerContent;
  /** Coordinator code. */
  readonly by: string;
  /** How the party told it, e.g. 电话, 公文交换 and its number. */
  readonly via: string;
  /** The held mail whose file says it: then its arrival counts, and not when it is entered. */
  readonly mail?: string;
}

/** How an answer was accounted by its task; `null` while it is stored but not accounted yet. */
export type AccountedAs = AnswerOutcome | null;

/** One task of an answer that was taken, as it is read back. */
export interface TakenAnswer {
  readonly task: number;
  readonly version: number;
  readonly standing: Standing;
  readonly outcome: AccountedAs;
  readonly questions: readonly Question[];
}

/** `POST /api/contacts`: lays a draft of the change down; the desk applies it by its id. */
export interface AskContactChange {
  readonly campaign: string;
  readonly party: string;
  readonly post: PostKind;
  readonly name: string;
  readonly email: string;
  /** Left out, the number on file is kept for the same holder only. */
  readonly phone?: string;
  readonly by: string;
  readonly why?: string;
}
export interface AskedContactChange {
  readonly change: number;
}

/** `POST /api/contacts/changes/:change/refuse`: a coordinator will not have what a party asked for. */
export interface RefuseContactChange {
  readonly campaign: string;
  readonly change: number;
  readonly by: string;
  readonly why?: string;
}

/** `POST /api/links/revoke`: links that were sent to a party open nothing any more. */
export interface RevokeLink {
  readonly campaign: string;
  readonly party: string;
  readonly by: string;
  readonly why?: string;
}

/** `POST /api/bulletins/:round/edits?campaign=`: new text for places of the bulletin; stores a new version. */
export interface EditBulletin {
  /** The version the edits were made on; a newer one refuses them. */
  readonly version: number;
  /** Place in the bulletin's model (`headline`, `sections.help.0`) → its new text. */
  readonly edits: Readonly<Record<string, string>>;
  /** Whether the signer agrees that the silent are named (点名); as it is when absent. */
  readonly naming?: boolean;
  readonly by: string;
  readonly why?: string;
}
export interface EditedBulletin {
  readonly version: number;
}

/** `POST /api/bulletins/:round/word-edits?campaign=`: a Word document of the bulletin, changed and handed back. */
export interface EditInWord {
  /** The .docx, base64. */
  readonly file: string;
  readonly by: string;
  readonly why?: string;
  /** Figures that differ from the answers are meant. */
  readonly confirmFigures?: boolean;
  /** What cannot be changed in Word stays as it is; the rest is taken. */
  readonly leaveFixed?: boolean;
}

export interface WordFinding {
  /** `figure` must be confirmed, `fixed` must be left; the others are told. */
  readonly kind: 'figure' | 'fixed' | 'change' | 'note' | 'comment';
  /** In Chinese, without a full stop. */
  readonly text: string;
}

export type EditedInWord =
  | { readonly outcome: 'saved'; readonly version: number; readonly findings: readonly WordFinding[] }
  /** Nothing was stored: no text differs, or something must be said first. */
  | { readonly outcome: 'unchanged' | 'unconfirmed'; readonly findings: readonly WordFinding[] };

/** `POST /api/calls`: a telephone call to a party was made. It says something: an answer, a note, or that nobody answered. */
export interface LogCall {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
  readonly by: string;
  readonly note?: string;
  /** `reached` when absent. */
  readonly outcome?: CallOutcome;
  readonly said?: CallAnswers;
}
export interface LoggedCall {
  readonly call: number;
}

/** What every refused request carries, with a 4xx or 5xx status. */
export interface OfficeProblem {
  readonly error: {
    readonly code:
      'unauthorized' | 'invalid' | 'not-found' | 'refused' | 'too-large' | 'too-many' | 'unavailable' | 'failed';
    /** Chinese: what, what was expected, what to do. */
    readonly message: string;
    /** The same in English, where it is said in both. */
    readonly english?: string;
    /** The field (`body.content.figures.0.value`, `query.campaign`) or the address asked for. */
    readonly where: string;
  };
}
