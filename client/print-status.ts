import type { CampaignEntry, StandingCounts, Status } from '../domain/board.js';
import { standings, type Standing } from '../domain/standing.js';
import { dateIn } from '../domain/zone-time.js';
import { bar, gauge } from './bar.js';
import { displayWidth } from './display-width.js';
import { paintStanding } from './paint-standing.js';
import { partiesSection } from './print-parties.js';
import { waitingLines } from './print-waiting.js';
import { table } from './table.js';
import type { Terminal } from './terminal.js';
import type { Waiting } from './waiting.js';
import type { Words } from './words.js';

export interface StatusView {
  readonly campaign: CampaignEntry;
  readonly words: Words;
  readonly paint: Terminal['paint'];
  /** Cells of a line; what is printed into a pipe is not cut. */
  readonly columns?: number;
}

/** What a coordinator looks at each morning: where the round is, how tasks stand, who needs attention, what to do. */
export function printStatus(status: Status, waiting: Waiting, view: StatusView): string {
  return [
    heading(status, view),
    counts(status, view),
    partiesSection(status, view),
    waitingSection(status, waiting, view),
    later(status, view),
  ]
    .filter((section) => section !== '')
    .join('\n\n');
}

function heading(status: Status, view: StatusView): string {
  const { words, paint } = view;
  const { names, status: said } = words;
  const { title, campaign, state, next, now } = status;
  const [step] = next;
  const left = step === undefined ? '' : said.duration(Date.parse(step.at) - Date.parse(now));
  return [
    `${paint('bold', title)}${names.bracket(campaign)}${names.gap}${names.campaignStates[state]}${names.gap}${names.instant(view.campaign.zone, now)}`,
    roundLine(status, view),
    ...(state === 'paused' ? [paint('yellow', said.paused)] : []),
    ...(step === undefined
      ? []
      : [said.next(names.steps[step.what] ?? step.what, names.instant(view.campaign.zone, step.at), left)]),
  ].join('\n');
}

function roundLine(
  { round, now }: Status,
  { words: { names, status: said }, campaign: { zone }, paint }: StatusView,
): string {
  if (round === null) return said.noRound;
  const until = (at: string) => said.duration(Date.parse(at) - Date.parse(now));
  const at = (instant: string) => names.instant(zone, instant);
  const name = names.round(round.id);
  if (round.state === 'planned') return said.notOpen(name, at(round.opensAt), until(round.opensAt));
  if (round.state === 'closed') return said.over(name, at(round.closesAt));
  if (round.state === 'closing') return said.closing(name);
  const days = daysBetween(zone, round.opensAt, round.closesAt);
  const head = days < 2 ? said.openBrisk(name) : said.open(name, daysBetween(zone, round.opensAt, now) + 1, days + 1);
  const isDue = Date.parse(round.answerBy) <= Date.parse(now);
  const left = isDue
    ? paint('yellow', said.untilClosing(until(round.closesAt), at(round.closesAt)))
    : said.untilAnswers(until(round.answerBy), at(round.answerBy));
  return `${paint('bold', head)}\n${left}`;
}

function daysBetween(zone: string, from: string, to: string): number {
  return Math.round((Date.parse(dateIn(zone, to)) - Date.parse(dateIn(zone, from))) / 86_400_000);
}

const order = Object.keys(standings).filter((word): word is Standing => Object.hasOwn(standings, word));

/** The standings that occur, as on the way through a round. */
export function shown(counted: StandingCounts): readonly Standing[] {
  return order.filter((standing) => (counted[standing] ?? 0) > 0);
}

const answered: readonly Standing[] = ['answered', 'late', 'accepted', 'excused', 'withdrawn'];

/** How many tasks nobody is waited for any more. */
export function settledCount(counted: StandingCounts): number {
  return answered.reduce((sum, standing) => sum + (counted[standing] ?? 0), 0);
}

function counts({ counts: counted, tasks, letters }: Status, { words, paint, columns = 100 }: StatusView): string {
  const { names, status: said } = words;
  const all = tasks.length;
  if (all === 0) return '';
  const share = settledCount(counted) / all;
  const width = Math.max(10, Math.min(40, columns - 34));
  const labels = Math.max(...shown(counted).map((standing) => displayWidth(names.standings[standing])));
  return [
    `${paint('green', gauge(share, width))}  ${said.answered(`${Math.floor(share * 100)}%`, settledCount(counted), all)}`,
    ...shown(counted).map((standing) => {
      const label = names.standings[standing];
      const count = counted[standing] ?? 0;
      const pad = ' '.repeat(labels - displayWidth(label));
      return `  ${label}${pad} ${String(count).padStart(4)}  ${paintStanding(standing, paint, bar(count / all, width))}`;
    }),
    paint('gray', `  ${said.letters(letters.sent, letters.waiting, letters.refused)}`),
  ].join('\n');
}

function later(
  { next, now }: Status,
  { words: { names, status: said }, campaign: { zone }, paint }: StatusView,
): string {
  if (next.length < 2) return '';
  const rows = next
    .slice(0, 8)
    .map(({ at, what }) => [
      `  ${names.instant(zone, at)}`,
      names.steps[what] ?? what,
      paint('gray', said.duration(Date.parse(at) - Date.parse(now))),
    ]);
  return `${paint('bold', said.later)}\n${table([], rows)}`;
}

function waitingSection(status: Status, waiting: Waiting, view: StatusView): string {
  const { words, paint } = view;
  const { status: said } = words;
  const items = waitingLines(status, waiting, view);
  const withheld = status.waiting.withheld > 0 ? [`  ${said.withheld(status.waiting.withheld)}`] : [];
  if (items.length + withheld.length === 0) return paint('green', said.nothingWaits);
  return [paint('bold', said.waiting(items.length)), ...items, ...withheld].join('\n');
}
