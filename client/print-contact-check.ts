import type { ContactFinding } from '../domain/board.js';
import type { Terminal } from './terminal.js';
import { wallInstant } from './wall-instant.js';

const urgencies: Readonly<Record<ContactFinding['urgency'], string>> = { now: '立即', soon: '尽快', later: '择机' };
const colours = { now: 'red', soon: 'yellow', later: 'gray' } as const;

export type PrintedFinding = Omit<ContactFinding, 'command'> & { readonly command: string };

/** What is wrong with the contacts, and below each the command that settles it. */
export function printContactCheck(findings: readonly PrintedFinding[], zone: string, paint: Terminal['paint']): string {
  if (findings.length === 0) return '联络人没有发现问题。';
  return [
    ...findings.flatMap((finding) => [
      `${paint(colours[finding.urgency], urgencies[finding.urgency])}  ${finding.partyName}：${sentence(finding, zone)}`,
      `      ${finding.todo}：`,
      `      ${finding.command}`,
    ]),
    '',
    tally(findings),
  ].join('\n');
}

function sentence({ fact, since, letters }: PrintedFinding, zone: string): string {
  const when = since === null ? '' : `，自${wallInstant(zone, since)}`;
  return `${fact}${when}${letters.length > 0 ? `，退回函 ${letters.join('、')}` : ''}。`;
}

function tally(findings: readonly PrintedFinding[]): string {
  const counts = (['now', 'soon', 'later'] as const)
    .map((urgency) => ({ urgency, count: findings.filter((one) => one.urgency === urgency).length }))
    .filter(({ count }) => count > 0)
    .map(({ urgency, count }) => `${urgencies[urgency]}${count}项`);
  return `共${findings.length}项：${counts.join('，')}。`;
}
