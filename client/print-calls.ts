import type { CallList, PartyToRing } from '../domain/board.js';
import { callText } from './call-text.js';
import { orderLine, type Issuer } from './command-line.js';
import type { Terminal } from './terminal.js';
import type { Words } from './words.js';

interface Shown {
  readonly zone: string;
  readonly campaign: Issuer;
  readonly paint: Terminal['paint'];
  readonly words: Words;
}

/** Whom to ring, a block for each party: numbers, tasks, what was sent, what is known, and the line that logs the call. */
export function printCalls(list: CallList, shown: Shown): string {
  const { words, zone } = shown;
  const { calls, names } = words;
  if (list.round === null) return calls.noRound;
  const round = names.round(list.round.id);
  if (list.parties.length === 0) return calls.nobody(round);
  const tasks = list.parties.reduce((sum, party) => sum + party.tasks.length, 0);
  const isOver = Date.parse(list.round.answerBy) <= Date.parse(list.now);
  const due = names.instant(zone, list.round.answerBy);
  return [
    `${shown.paint('bold', calls.head(round, list.parties.length, tasks, due, isOver))}\n${calls.questions}`,
    ...list.parties.map((party) => partyBlock(party, shown)),
  ].join('\n\n');
}

function partyBlock(party: PartyToRing, shown: Shown): string {
  const { words, paint, campaign } = shown;
  const { calls } = words;
  const lines: readonly (readonly [string, string])[] = [
    ...party.posts.map((post) => [words.names.posts[post.post], holder(post, shown)] as const),
    [calls.tasksLabel, party.tasks.map(({ number, title }) => `${number} ${title}`).join(words.names.semicolon)],
    [calls.sentLabel, sent(party, shown)],
    ...party.troubles.map((trouble) => [calls.knownLabel, paint('yellow', trouble)] as const),
    ...party.calls.map((call) => [calls.calledLabel, called(call, shown)] as const),
    [calls.logLabel, paint('cyan', orderLine(campaign, 'calls', 'log', party.code, calls.note))],
  ];
  const head = `${paint('bold', `${party.name}${words.names.bracket(party.code)}`)}${words.names.gap}${calls.tasks(party.tasks.length)}`;
  return [
    head,
    ...lines.filter(([, text]) => text !== '').map(([label, text]) => `  ${label}${words.names.colon}${text}`),
  ].join('\n');
}

function holder({ name, phone, email, bouncedAt }: PartyToRing['posts'][number], { words, paint }: Shown): string {
  const { calls } = words;
  const number = phone === null ? paint('gray', calls.noPhone) : paint('bold', phone);
  return `${number}${words.names.gap}${name}${words.names.gap}${email}${bouncedAt === null ? '' : paint('red', words.names.bracket(calls.bounced))}`;
}

function sent({ letters }: PartyToRing, { words: { names }, zone }: Shown): string {
  return letters
    .map(({ kind, sentAt }) => `${names.letterKinds[kind] ?? kind} ${names.instant(zone, sentAt)}`)
    .join(names.semicolon);
}

function called(call: PartyToRing['calls'][number], { words, zone }: Shown): string {
  return `${words.names.instant(zone, call.at)} ${call.by}${words.names.gap}${callText(call, words)}`;
}
