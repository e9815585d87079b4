/** A round (调度期) of a year: 1 is January and February, 6 is November and December. */
export interface RoundRef {
  readonly year: number;
  readonly number: number;
}

/** The numbers of a year's rounds. */
export const roundNumbers = [1, 2, 3, 4, 5, 6] as const;

/** `2026-3`. */
export function roundId({ year, number }: RoundRef): string {
  return `${year}-${number}`;
}

/** The round an id names; throws on anything that is not `YYYY-1` … `YYYY-6`. */
export function parseRoundId(id: string): RoundRef {
  const match = /^(\d{4})-([1-6])$/.exec(id);
  if (match === null) throw new Error(`“${id}”不是调度期编号，应写作 年-次，例如 2026-3（次为 1 至 6）。`);
  return { year: Number(match[1]), number: Number(match[2]) };
}

/** First and last month of a round, `2026-05/2026-06`. */
export function periodOf({ year, number }: RoundRef): string {
  const month = (value: number) => `${year}-${String(value).padStart(2, '0')}`;
  return `${month(number * 2 - 1)}/${month(number * 2)}`;
}

/** The round that opens after this one. */
export function roundAfter({ year, number }: RoundRef): RoundRef {
  return number === 6 ? { year: year + 1, number: 1 } : { year, number: number + 1 };
}
