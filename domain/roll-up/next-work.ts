import { dayOfYear } from './bulletin-dates.js';
import type { Section } from './bulletin-model.js';
import { cite, isBehind, type Entry } from './entry.js';
import { printableClause } from './plain-words.js';
import { paragraph, prose } from './prose.js';
import type { RollUpInput } from './roll-up-input.js';

const items = 3;

/** 下步工作: at most three, each a party's own promise with its date; what lags first, then what is due first. */
export function nextWork(entries: readonly Entry[], { issuedOn, year }: RollUpInput): Section | undefined {
  const promised = entries
    .flatMap((entry) => {
      const { nextBy: by, nextSteps } = entry.answer?.content ?? {};
      const steps = printableClause(nextSteps, 80);
      return by === undefined || by < issuedOn || steps === '' ? [] : [{ entry, by, steps }];
    })
    .toSorted((one, other) => urgency(other.entry) - urgency(one.entry) || (one.by < other.by ? -1 : 1));
  const chosen = promised
    .filter(({ entry }, index) => promised.findIndex((other) => other.entry.lead.code === entry.lead.code) === index)
    .slice(0, items);
  if (chosen.length === 0) return undefined;
  return {
    id: 'next',
    blocks: chosen.map(({ entry, by, steps }, index) =>
      paragraph(
        `next-${index + 1}`,
        prose`${entry.lead.name}于${cite(entry, dayOfYear(by, year))}前，${cite(entry, steps)}（任务${String(
          entry.task.number,
        )}）。`,
        `${index + 1}．`,
      ),
    ),
  };
}

function urgency(entry: Entry): number {
  const red = entry.indicators.some(({ pace }) => pace.light === 'red');
  return (isBehind(entry) ? 2 : 0) + (red ? 1 : 0);
}
