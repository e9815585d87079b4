import { tally } from './counts.js';
import type { RehearsedYear } from './rehearsed-year.js';

/** `summary.json`, and what `--json` prints. */
export function summaryOf(year: RehearsedYear) {
  const { campaign, title, seed, behaviour, rounds, letters, counts, warnings, bulletins } = year;
  return {
    what: 'shuangyue-rehearsal',
    campaign: campaign.id,
    title,
    year: campaign.year,
    seed,
    behaviour,
    letters: letters.length,
    toHeads: letters.filter(({ isToHead }) => isToHead).length,
    byKind: tally(letters.map(({ kind }) => kind)),
    warnings,
    rounds: rounds.map(({ round, opensAt, answerBy, closesAt, provisional }) => ({
      round,
      opensAt,
      answerBy,
      closesAt,
      provisional,
      letters: letters.filter((letter) => letter.round === round).length,
    })),
    parties: counts.map(({ addressee, ...count }) => ({ code: addressee, ...count })),
    bulletins: bulletins.map(({ file }) => file),
    files: letters.map(({ path, addressee, kind, round, letter }) => ({
      file: `${path}.eml`,
      to: addressee,
      kind,
      round,
      sentAt: letter.sentAt,
      tasks: letter.tasks,
    })),
  };
}
