import type { PartyStatus, Status } from '../domain/board.js';
import { byUrgency, isPressing } from '../domain/party-urgency.js';
import type { Standing } from '../domain/standing.js';
import { gauge } from './bar.js';
import { displayWidth, filled, fitted } from './display-width.js';
import { paintStanding } from './paint-standing.js';
import { settledCount, shown, type StatusView } from './print-status.js';
import { table } from './table.js';

/** Departments × standing, whoever needs attention first; those with nothing open in a line of their own. */
export function partiesSection({ counts, parties }: Status, view: StatusView): string {
  if (parties.length === 0) return '';
  const { words, paint, columns = 120 } = view;
  const settled = parties.filter(isSettled);
  const restless = parties.filter((party) => !isSettled(party)).toSorted(byUrgency);
  const listed = restless.length === 0 || settled.length < 2 ? parties.toSorted(byUrgency) : restless;
  const folded = listed === restless ? settled : [];
  const lines = partyLines(listed, columnsFor(shown(counts), listed, view), view);
  return [
    ...lines,
    ...(folded.length === 0 ? [] : [paint('green', words.status.settled(folded.length))]),
    ...filled(
      folded.map(({ name }) => name),
      columns - 2,
      ' · ',
    ).map((line) => paint('gray', `  ${line}`)),
  ].join('\n');
}

function isSettled({ counts, tasks, troubles }: PartyStatus): boolean {
  return troubles.length === 0 && settledCount(counts) === tasks;
}

/** On a narrow terminal only what still needs somebody. */
function columnsFor(all: readonly Standing[], parties: readonly PartyStatus[], view: StatusView): readonly Standing[] {
  const occur = all.filter((standing) => parties.some(({ counts }) => (counts[standing] ?? 0) > 0));
  const { standings } = view.words.names;
  const wide = occur.reduce((sum, standing) => sum + displayWidth(standings[standing]) + 2, 44);
  return wide <= (view.columns ?? 120) ? occur : occur.filter(isPressing);
}

/** What is known of a party stands below it, so that the columns stay where they are. */
function partyLines(
  parties: readonly PartyStatus[],
  standings: readonly Standing[],
  view: StatusView,
): readonly string[] {
  const { names, status: said } = view.words;
  const head = [said.party, said.tasks, ...standings.map((standing) => names.standings[standing]), said.answeredShort];
  const rows = parties.map((party) => partyRow(party, standings, view));
  const numeric = head.map((_, index) => index).filter((index) => index > 0 && index < head.length - 1);
  const [first = '', ...lines] = table(head, rows, numeric).split('\n');
  return [view.paint('bold', first), ...lines.flatMap((line, index) => [line, ...troubleLines(parties[index], view)])];
}

function partyRow(
  { name, code, tasks, counts }: PartyStatus,
  standings: readonly Standing[],
  view: StatusView,
): string[] {
  const cells = standings.map((standing) => {
    const count = counts[standing] ?? 0;
    return count === 0 ? view.paint('gray', '·') : paintStanding(standing, view.paint, String(count));
  });
  const share = tasks === 0 ? 0 : settledCount(counts) / tasks;
  return [
    `${fitted(name, 20)} ${view.paint('gray', code)}`,
    String(tasks),
    ...cells,
    view.paint('gray', gauge(share, 8)),
  ];
}

function troubleLines(party: PartyStatus | undefined, { paint, columns }: StatusView): readonly string[] {
  return (party?.troubles ?? []).map((trouble) =>
    paint('yellow', `  ↳ ${columns === undefined ? trouble : fitted(trouble, columns - 4)}`),
  );
}
