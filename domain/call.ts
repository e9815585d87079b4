import { chineseDay } from './chinese-date.js';

/** What became of a telephone call to a party. */
export const callOutcomes = { reached: '已接通', 'no-answer': '未接通', 'wrong-number': '号码有误' } as const;
export type CallOutcome = keyof typeof callOutcomes;

/** Where an answer is stuck (卡在哪一环). */
export const stuckPlaces = { section: '处室', 'sign-off': '审签', data: '数据未出', other: '其他环节' } as const;
export type StuckPlace = keyof typeof stuckPlaces;

/** What the party needs of the office before it can answer. */
export const callWishes = { extension: '需延期', contact: '需更换联系人' } as const;
export type CallWish = keyof typeof callWishes;

/** The four questions of a call (电话要点): whether it was received, where it is stuck, when it comes, what is needed. */
export interface CallAnswers {
  readonly received?: boolean;
  readonly stuckAt?: StuckPlace;
  /** ISO date. */
  readonly expectedOn?: string;
  readonly wish?: CallWish;
}

export interface CallSaid {
  readonly outcome: CallOutcome | null;
  readonly said: CallAnswers;
  readonly note: string;
}

/** A call as one line of the 催报记录; what was not asked is not said. */
export function callSentence({ outcome, said, note }: CallSaid): string {
  const facts = [
    outcome === null ? '' : callOutcomes[outcome],
    said.received === undefined ? '' : said.received ? '已收到通知' : '未收到通知',
    said.stuckAt === undefined ? '' : `卡在${stuckPlaces[said.stuckAt]}`,
    said.expectedOn === undefined ? '' : `预计${chineseDay(said.expectedOn)}报送`,
    said.wish === undefined ? '' : callWishes[said.wish],
    note.replace(/。$/, ''),
  ];
  return facts.filter((fact) => fact !== '').join('，');
}
