import type { AnswerContent, Figure } from '../domain/answer.js';
import { mistake } from './mistake.js';
import type { OrderOptions } from './options.js';
import { readDay, type DeadlineContext } from './read-deadline.js';
import { readRating } from './read-rating.js';

export interface AnswerOptions extends OrderOptions {
  /** How the party told it: 电话, 公文交换. */
  readonly by?: string;
  /** The held mail whose file says it. */
  readonly mail?: string;
  readonly round?: string;
  readonly rating?: string;
  readonly figure?: readonly string[];
  readonly unchanged?: boolean;
  readonly progress?: string;
  readonly cause?: string;
  readonly needs?: string;
  readonly next?: string;
  readonly nextBy?: string;
  readonly evidence?: string;
  readonly completedOn?: string;
  readonly experience?: string;
  readonly filledBy?: string;
  readonly signedOffBy?: string;
}

/** What the options say of a task; an answer that says nothing is a mistake. */
export function readAnswer(options: AnswerOptions, context: DeadlineContext): AnswerContent {
  const { words } = context;
  const day = (given: string | undefined) => (given === undefined ? undefined : readDay(given, context));
  const said = {
    rating: options.rating === undefined ? undefined : readRating(options.rating, words),
    progress: options.progress,
    cause: options.cause,
    help: options.needs,
    nextSteps: options.next,
    nextBy: day(options.nextBy),
    evidence: options.evidence,
    completedOn: day(options.completedOn),
    experience: options.experience,
    unchanged: options.unchanged,
    filledBy: options.filledBy,
    signedOffBy: options.signedOffBy,
  };
  const content = { figures: readFigures(options.figure ?? [], context), ...withoutUnsaid(said) };
  if (content.figures.length === 0 && Object.keys(content).length === 1) throw mistake(words.emptyAnswer);
  return content;
}

/** `30` is the first target's figure, `2=30` the second's, as the register counts them. */
function readFigures(given: readonly string[], { words }: DeadlineContext): readonly Figure[] {
  const figures = given.map((text): Figure => {
    const match = /^(?:([1-9]\d?)=)?(-?\d+(?:\.\d+)?)$/.exec(text.normalize('NFKC').replaceAll(/[,\s]/g, ''));
    if (match === null) throw mistake(words.badFigure(text));
    return { target: Number(match[1] ?? 1) - 1, value: Number(match[2]) };
  });
  if (new Set(figures.map(({ target }) => target)).size < figures.length) throw mistake(words.figureTwice);
  return figures;
}

type Said<Row> = { readonly [Key in keyof Row]?: Exclude<Row[Key], undefined> };

function withoutUnsaid<Row extends object>(row: Row): Said<Row> {
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
  return said as Said<Row>;
}
