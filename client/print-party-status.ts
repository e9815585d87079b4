import type { PartyStatus, Status } from '../domain/board.js';
import { fitted } from './display-width.js';
import { paintStanding } from './paint-standing.js';
import type { StatusView } from './print-status.js';
import { table } from './table.js';

/** One party task by task, and what is known of it. */
export function printPartyStatus(status: Status, party: PartyStatus, view: StatusView): string {
  const { words, paint, campaign, columns } = view;
  const { names, status: said } = words;
  const rows = status.tasks
    .filter(({ lead }) => lead === party.code)
    .map(({ number, title, standing, answerBy, version, toEnter = false }) => [
      number,
      fitted(title, Math.max(16, (columns ?? 100) - 52)),
      paintStanding(standing, paint, names.standings[standing]),
      answerBy === null ? '' : names.instant(campaign.zone, answerBy),
      version === 0 ? '' : said.versionOf(version, toEnter),
    ]);
  const known =
    party.troubles.length === 0
      ? [paint('gray', said.nothingSaid)]
      : party.troubles.map((text) => paint('yellow', text));
  const round = status.round === null ? said.noRound : names.round(status.round.id);
  return [
    `${paint('bold', `${party.name}${names.bracket(party.code)}`)}${names.gap}${round}`,
    table([said.task, said.title, said.standing, said.due, said.version], rows, [0]),
    known.join('\n'),
  ].join('\n\n');
}
