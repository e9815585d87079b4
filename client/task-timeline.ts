import type { TaskHistory } from '../domain/board.js';
import { answerLines } from './answer-lines.js';
import { callText } from './call-text.js';
import { shortMailId } from './mail-id.js';
import type { Words } from './words.js';

/** One thing that happened to a task, whatever room of the record it comes from. */
export interface TimelineEntry {
  readonly at: string;
  /** Null where it belongs to no round. */
  readonly round: string | null;
  readonly kind: 'transition' | 'answer' | 'letter' | 'call' | 'mail';
  readonly what: string;
  /** Party or coordinator code, or `system`. */
  readonly by: string;
  readonly details: readonly string[];
}

/** The whole life of a task in one order: its changes, answers, letters, calls and mails. */
export function taskTimeline(history: TaskHistory, words: Words): readonly TimelineEntry[] {
  const entries = [
    ...history.letters.map((letter) => letterEntry(letter, words)),
    ...history.mails.map((mail) => mailEntry(mail, words)),
    ...history.answers.map((answer) => answerEntry(answer, words)),
    ...history.transitions.map((transition) => transitionEntry(transition, history, words)),
    ...history.calls.map((call) => callEntry(call, words)),
  ];
  return entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

type Of<K extends 'letters' | 'mails' | 'answers' | 'transitions' | 'calls'> = TaskHistory[K][number];

function transitionEntry(
  { at, round, event, before, after, by, why, lead }: Of<'transitions'>,
  { names: parties }: TaskHistory,
  { names }: Words,
): TimelineEntry {
  const change = before === after ? '' : `${names.colon}${names.standings[before]} → ${names.standings[after]}`;
  const to = event === 'reassign' && lead !== null ? ` → ${parties[lead] ?? lead}` : '';
  const what = `${names.events[event] ?? event}${to}${change}`;
  return { at, round: round === '-' ? null : round, kind: 'transition', what, by, details: said(why) };
}

function answerEntry(answer: Of<'answers'>, words: Words): TimelineEntry {
  const { history, names } = words;
  const { version, channel, outcome, content, questions, receivedAt: at, round, by } = answer;
  const counted = outcome === null ? history.notCounted : (names.outcomes[outcome] ?? outcome);
  const what = `${history.answer(version)}${names.bracket(names.channels[channel] + names.comma + counted)}`;
  const asked = questions.map(({ text }) => `${history.question}${names.colon}${text}`);
  return { at, round, kind: 'answer', what, by, details: [...answerLines(content, words), ...asked] };
}

function letterEntry(
  { id, at, round, kind, state, to, signedBy, failure }: Of<'letters'>,
  words: Words,
): TimelineEntry {
  const { history, names } = words;
  const what = `${history.letter(names.letterKinds[kind] ?? kind, id)}${names.bracket(names.letterStates[state] ?? state)}`;
  const addressed = to.length === 0 ? [] : [`${history.to} ${to.join('，')}`];
  const signed = signedBy === null ? [] : [history.signedBy(signedBy)];
  return {
    at,
    round,
    kind: 'letter',
    what,
    by: signedBy ?? 'system',
    details: [...addressed, ...signed, ...said(failure)],
  };
}

function callEntry(call: Of<'calls'>, words: Words): TimelineEntry {
  return {
    at: call.at,
    round: call.round,
    kind: 'call',
    what: words.history.call,
    by: call.by,
    details: said(callText(call, words)),
  };
}

function mailEntry(mail: Of<'mails'>, { history, names }: Words): TimelineEntry {
  const { id, at, round, party, kind, state, from, subject, reasons, decidedBy } = mail;
  const named = names.mailKinds[kind ?? 'other'] ?? kind;
  const decided = decidedBy === null ? '' : `${names.comma}${history.taken(decidedBy)}`;
  const what = `${named} ${shortMailId(id)}${names.bracket((names.mailStates[state] ?? state) + decided)}`;
  const sender = from === null ? [] : [`${history.from} ${from}${subject === null ? '' : `${names.colon}${subject}`}`];
  return { at, round, kind: 'mail', what, by: party ?? from ?? '', details: [...sender, ...reasons] };
}

const said = (text: string | null): readonly string[] => (text === null || text === '' ? [] : [text]);
