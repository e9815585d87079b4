import type { QuietDays } from './cadence.js';
import type { Party } from './register.js';

/** A party's quiet days as if they were everybody's: the common ones, its region's and its own. */
export function quietDaysOf(
  party: Pick<Party, 'code' | 'region'>,
  quietDays: readonly QuietDays[],
): readonly QuietDays[] {
  return quietDays
    .filter((quiet) => quiet.region === undefined || quiet.region === party.region)
    .filter((quiet) => quiet.party === undefined || quiet.party === party.code)
    .map(({ from, to }) => ({ from, to }));
}

/** True when nobody is written to on a date; spans that name a region or a party do not count. */
export function isQuiet(date: string, quietDays: readonly QuietDays[]): boolean {
  return quietDays.some(
    (quiet) => quiet.region === undefined && quiet.party === undefined && quiet.from <= date && date <= quiet.to,
  );
}
