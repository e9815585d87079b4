import type { CampaignFile } from '../../client/read-campaign-file.js';
import type { HolidayData, RoundPlan } from '../../domain/cadence.js';
import type { Sentence } from '../../domain/sentence.js';
import type { GatheredYear } from '../../worker/in-time/gather-year.js';
import { countLetters, type Counts } from './counts.js';
import type { Behaviour } from './rehearse-year.js';
import { bookLetters, type BookLetter } from './year-book.js';
import { yearWarnings } from './year-warnings.js';

/** A rehearsed year as it is shown and written down. */
export interface RehearsedYear {
  readonly campaign: CampaignFile;
  readonly title: string;
  readonly zone: string;
  readonly seed: number;
  readonly behaviour: Behaviour;
  readonly behaviourLine: string;
  readonly holidays: HolidayData;
  readonly rounds: readonly RoundPlan[];
  readonly roundsHeld: number;
  readonly letters: readonly BookLetter[];
  readonly counts: readonly Counts[];
  /** In Chinese, as all that is written down of the year. */
  readonly warnings: readonly string[];
  readonly toNote: readonly Sentence[];
  readonly bulletins: readonly { readonly file: string; readonly name: string; readonly page: string }[];
}

export interface YearRequest {
  readonly campaign: CampaignFile;
  readonly seed: number;
  readonly behaviour: Behaviour;
  readonly holidays: HolidayData;
  readonly manyTasks: number;
}

const behaviourLines: Readonly<Record<Behaviour, string>> = {
  simulated: '各单位由程序按种子模拟：多数按期报送，有的催后才报，个别始终不报。',
  silent: '假定各单位始终不报：这是可能发出的最多的函。',
  answering: '假定各单位收到调度通知即报送：这是最少的函。',
};

export function rehearsedYear(year: GatheredYear, request: YearRequest): RehearsedYear {
  const { campaign, behaviour } = request;
  const { register } = campaign;
  const letters = bookLetters(year, register);
  const toNote = yearWarnings({ ...request, year, letters });
  return {
    ...request,
    title: register.campaign.title,
    zone: register.campaign.zone,
    behaviourLine: behaviourLines[behaviour],
    rounds: year.rounds,
    roundsHeld: year.rounds.filter(({ state }) => state === 'closed').length,
    letters,
    counts: countLetters(letters, register),
    warnings: toNote.map(({ zh }) => zh),
    toNote,
    bulletins: year.bulletins.map(({ round, version, title, state, page }) => ({
      file: `bulletins/${round}-v${version}.html`,
      name: `${round}期（第${version}版${state === 'published' ? '' : '，未印发'}）　${title}`,
      page,
    })),
  };
}
