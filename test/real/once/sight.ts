/** The four ways by which a worker changes anything outside of itself. */
export type LineName = 'mailbox' | 'record' | 'relay' | 'engine';

/** `asked`: the worker has said it and the other side has not heard it; `answered`: it is done and the worker does not know. */
export type Moment = 'asked' | 'answered';

/** One thing on its way over a line. */
export interface Passing {
  readonly line: LineName;
  readonly moment: Moment;
  /**
   * In words: an IMAP command; a statement with its values, or `commit` with those of its transaction; what is said of a
   * letter, with its envelope; the name of a call to the engine with what it carries.
   */
  readonly what: string;
}

/** By what something that passes is recognised. */
export interface Sight {
  readonly line: LineName;
  readonly moment: Moment;
  readonly shows: RegExp;
  /** It speaks of no mail, address or campaign: whosever it is, the next one counts. */
  readonly anybodys?: boolean;
}

/** Looks at what passes; true when its worker has been killed, and nothing may pass any more. */
export type Watchman = (passing: Passing) => boolean;

/** Asked at each connection: what its worker left on it may come after another one has taken its place. */
export type Posting = () => Watchman;
