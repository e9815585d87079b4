import type { TaskHistory } from '../domain/board.js';
import { answerLines } from './answer-lines.js';
import { paintStanding } from './paint-standing.js';
import type { TimelineEntry } from './task-timeline.js';
import type { Colour, Terminal } from './terminal.js';
import type { Words } from './words.js';

interface Shown {
  readonly zone: string;
  readonly paint: Terminal['paint'];
  readonly words: Words;
}

/** A task from its goal through everything that happened to it, round by round. */
export function printHistory(
  history: TaskHistory,
  timeline: readonly TimelineEntry[],
  shown: Shown,
  round?: string,
): string {
  const { words } = shown;
  const empty = round === undefined ? words.history.nothing : words.history.nothingIn(words.names.roundShort(round));
  const body = timeline.length === 0 ? [empty] : rounds(timeline, shown);
  return [taskHead(history, shown), ...body].join('\n\n');
}

/** Where a task stands, and what it said last. */
export function printTask(history: TaskHistory, whole: string, shown: Shown): string {
  const last = history.answers.at(-1);
  return [
    taskHead(history, shown),
    ...(last === undefined ? [] : [lastAnswer(last, shown)]),
    `${shown.words.history.whole}${shown.words.names.colon}${whole}`,
  ].join('\n\n');
}

function taskHead({ number, title, goal, lead, names, standing, answerBy, round }: TaskHistory, shown: Shown): string {
  const { paint, words, zone } = shown;
  const { history } = words;
  const where =
    round === null
      ? history.neverAsked
      : `${words.names.round(round)} ${paintStanding(standing, paint, words.names.standings[standing])}`;
  const due = answerBy === null ? '' : `${words.names.comma}${history.due(words.names.instant(zone, answerBy))}`;
  return [
    paint('bold', `${words.names.task(number)} ${title}`),
    `${history.goal}${words.names.colon}${goal}`,
    `${history.lead}${words.names.colon}${names[lead] ?? lead}${words.names.bracket(lead)}${words.names.gap}${where}${due}`,
  ].join('\n');
}

/** In the order in which they were entered: what belongs to no round stands between those that do. */
function rounds(timeline: readonly TimelineEntry[], shown: Shown): readonly string[] {
  const { names, history } = shown.words;
  const groups: TimelineEntry[][] = [];
  for (const entry of timeline) {
    const group = groups.at(-1);
    if (group?.[0]?.round === entry.round) group.push(entry);
    else groups.push([entry]);
  }
  return groups.map((group) => {
    const round = group[0]?.round ?? null;
    const heading = shown.paint('bold', round === null ? history.before : names.round(round));
    return [heading, ...group.flatMap((entry) => entryLines(entry, shown))].join('\n');
  });
}

const colours: Readonly<Partial<Record<TimelineEntry['kind'], Colour>>> = {
  answer: 'green',
  call: 'cyan',
  mail: 'cyan',
  letter: 'yellow',
};

function entryLines({ at, kind, what, by, details }: TimelineEntry, { zone, paint, words }: Shown): readonly string[] {
  const colour = colours[kind];
  const named = by === 'system' ? words.names.system : by;
  return [
    `  ${words.names.instant(zone, at)}${words.names.gap}${colour === undefined ? what : paint(colour, what)}${words.names.gap}${paint('gray', named)}`,
    ...details.map((detail) => `      ${detail}`),
  ];
}

function lastAnswer(
  { round, version, channel, by, receivedAt, content, questions }: TaskHistory['answers'][number],
  { words, zone }: Shown,
): string {
  const { names, history } = words;
  return [
    history.answerHead(names.roundShort(round), version, names.channels[channel], by, names.instant(zone, receivedAt)),
    ...answerLines(content, words).map((line) => `  ${line}`),
    ...questions.map(({ text }) => `  ${history.question}${names.colon}${text}`),
  ].join('\n');
}
