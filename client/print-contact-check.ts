import type { ContactFinding } from '../domain/board.js';
import type { Terminal } from './terminal.js';
import type { Words } from './words.js';

const colours = { now: 'red', soon: 'yellow', later: 'gray' } as const;

export type PrintedFinding = Omit<ContactFinding, 'command'> & { readonly command: string };

interface Shown {
  readonly zone: string;
  readonly words: Words;
  readonly paint: Terminal['paint'];
}

/** What is wrong with the contacts, and below each the command that settles it. */
export function printContactCheck(findings: readonly PrintedFinding[], shown: Shown): string {
  const { contacts } = shown.words;
  if (findings.length === 0) return contacts.nothingFound;
  return [
    ...findings.flatMap((finding) => [
      headline(finding, shown),
      `      ${contacts.todo(finding.todo)}`,
      `      ${finding.command}`,
    ]),
    '',
    tally(findings, shown.words),
  ].join('\n');
}

function headline({ urgency, partyName, ...finding }: PrintedFinding, { zone, words, paint }: Shown): string {
  const { contacts, names } = words;
  const since = finding.since === null ? undefined : names.instant(zone, finding.since);
  const fact = contacts.fact(finding.fact, since, finding.letters.join(names.enumeration));
  return contacts.finding(paint(colours[urgency], contacts.urgencies[urgency]), partyName, fact);
}

function tally(findings: readonly PrintedFinding[], { contacts, names }: Words): string {
  const counts = (['now', 'soon', 'later'] as const)
    .map((urgency) => ({ urgency, count: findings.filter((one) => one.urgency === urgency).length }))
    .filter(({ count }) => count > 0)
    .map(({ urgency, count }) => contacts.counted(contacts.urgencies[urgency], count));
  return contacts.tally(findings.length, counts.join(names.comma));
}
