import type { CallAnswers, CallOutcome, StuckPlace } from '../domain/call.js';
import { mistake } from './mistake.js';
import type { OrderOptions } from './options.js';
import { readDay } from './read-deadline.js';
import type { Words } from './words.js';

export interface CallOptions extends OrderOptions {
  readonly round?: string;
  readonly outcome?: string;
  readonly received?: string;
  readonly stuck?: string;
  readonly expected?: string;
  readonly wants?: string;
}

interface ReadWith {
  readonly zone: string;
  readonly now: Date;
  readonly words: Words;
}

export interface SaidOnCall {
  readonly outcome: CallOutcome;
  readonly said: CallAnswers;
}

/** What came of a call, by its Chinese word or its code; a call that said nothing is no call to log. */
export function readCall(note: string | undefined, options: CallOptions, context: ReadWith): SaidOnCall {
  const { words } = context;
  const outcome = options.outcome === undefined ? 'reached' : readOutcome(options.outcome, words);
  const { received, stuck, expected, wants } = options;
  const said: CallAnswers = {
    ...(received !== undefined && { received: readYesNo(received, words) }),
    ...(stuck !== undefined && { stuckAt: readPlace(stuck, words) }),
    ...(expected !== undefined && { expectedOn: readDay(expected, context) }),
    ...(wants !== undefined && { wish: readWish(wants, words) }),
  };
  if (note === undefined && outcome === 'reached' && Object.keys(said).length === 0) {
    throw mistake(words.calls.needsSaid);
  }
  return { outcome, said };
}

const outcomes: Readonly<Record<CallOutcome, readonly string[]>> = {
  reached: ['已接通', '接通'],
  'no-answer': ['未接通', '无人接听', '占线'],
  'wrong-number': ['号码有误', '空号', '错号'],
};
const places: Readonly<Record<StuckPlace, readonly string[]>> = {
  section: ['处室'],
  'sign-off': ['审签'],
  data: ['数据未出', '数据'],
  other: ['其他', '其他环节'],
};

function readOutcome(given: string, words: Words): CallOutcome {
  const found = keysOf(outcomes).find((code) => code === given || outcomes[code].includes(given));
  if (found !== undefined) return found;
  throw mistake(words.calls.badOutcome(given, known(outcomes, words.names.callOutcomes, words)));
}

function readPlace(given: string, words: Words): StuckPlace {
  const found = keysOf(places).find((code) => code === given || places[code].includes(given));
  if (found !== undefined) return found;
  throw mistake(words.calls.badPlace(given, known(places, words.names.stuckPlaces, words)));
}

function readWish(given: string, words: Words): NonNullable<CallAnswers['wish']> {
  if (['延期', '需延期', 'extension'].includes(given)) return 'extension';
  if (['换人', '更换联系人', '需更换联系人', 'contact'].includes(given)) return 'contact';
  throw mistake(words.calls.badWish(given));
}

function readYesNo(given: string, words: Words): boolean {
  if (['是', '已收到', 'yes'].includes(given)) return true;
  if (['否', '未收到', 'no'].includes(given)) return false;
  throw mistake(words.calls.badYesNo(given));
}

function known(table: object, names: Readonly<Record<string, string>>, words: Words): string {
  return Object.keys(table)
    .map((code) => names[code] ?? code)
    .join(words.names.comma);
}

function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table).filter((key): key is Key => Object.hasOwn(table, key));
}
