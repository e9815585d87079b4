import type { NeededPost } from '../../domain/missing-posts.js';
import type { MoveReason } from '../../domain/moved-steps.js';
import type { PlanConcern } from '../../domain/plan-concerns.js';
import { planWarning } from '../../domain/plan-warnings.js';
import { nameWords } from './names.js';

const { day, wall, round, letterKinds } = nameWords.en;

const reasons: Readonly<Record<MoveReason, string>> = {
  holidayEve: 'the last workday before a holiday',
  quietDay: 'a quiet day',
  lateOpening: 'too early to open',
  distance: 'less than two workdays after the step before',
};

const withoutPost: Readonly<Record<NeededPost, (parties: string) => string>> = {
  'liaison-a': (parties) => `No liaison on file, so that no letter arrives: ${parties}.`,
  section: (parties) => `No section on file, so that overdue notices have no copy: ${parties}.`,
  office: (parties) => `No office on file, so that second notices go to the liaisons only: ${parties}.`,
  head: (parties) => `No head on file, so that escalation letters cannot leave: ${parties}.`,
};

/** A concern as an English sentence. */
function englishWarning(concern: PlanConcern): string {
  switch (concern.kind) {
    case 'provisional':
      return `The holidays of ${concern.year} are not known yet: dates are provisional, by weekends and the days fixed by law (1 January, 1–2 May, 1–3 October); rounds not yet opened are planned anew when the data comes.`;
    case 'moved': {
      const { step, due, reason, at } = concern;
      const what = `${round(concern.round)}, ${letterKinds[step] ?? step}: ${day(due)} is ${reasons[reason]}`;
      return at === undefined ? `${what}; it would come too late and is left out.` : `${what}; it leaves ${wall(at, false)}.`; // prettier-ignore
    }
    case 'lateSigning':
      return `${round(concern.round)}: escalation letters are drafted on the day of closing and have to be signed before ${wall(concern.closesAt, false)}.`;
    case 'overlap':
      return `${round(concern.round)} closes ${wall(concern.closesAt, false)} only, after the next one opens ${wall(concern.nextOpensAt, false)}; change the quiet days or the cadence.`;
    case 'noPost':
      return withoutPost[concern.post](concern.parties.join(', '));
  }
}

export const planWarningWords = { zh: planWarning, en: englishWarning };
