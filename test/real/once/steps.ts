import type { LineName, Moment, Sight } from './sight.js';
import type { Strike } from './strikes.js';

const on =
  (line: LineName, moment: Moment) =>
  (shows: RegExp): Sight => ({ line, moment, shows });
const asked = {
  mailbox: on('mailbox', 'asked'),
  record: on('record', 'asked'),
  relay: on('relay', 'asked'),
  engine: on('engine', 'asked'),
};
const answered = {
  mailbox: on('mailbox', 'answered'),
  record: on('record', 'answered'),
  relay: on('relay', 'answered'),
  engine: on('engine', 'answered'),
};
/** Left to the long form (strikes.ts). */
const isForLong = true;
const anybodys = (sight: Sight): Sight => ({ ...sight, anybodys: true });

/** A commit with this statement in its transaction. */
const commitOf = (statement: RegExp) => new RegExp(`^commit[^]*${statement.source}`);
const report = (activity: string) => new RegExp(`^RespondActivityTaskCompleted [^]*${activity}`);

const fetching = /^UID FETCH/;
const moving = /^UID MOVE/;
const storing = commitOf(/insert into "mail"/);
const judging = commitOf(/update mail set/);
const starting = /^StartWorkflowExecution/;
const signalling = /^SignalWorkflowExecution/;
const endingTurn = /^RespondWorkflowTaskCompleted [^]*sendReceipt/;
const accounting = commitOf(/insert into "transition"/);
const sealing = commitOf(/update letter\s+set state = 'sending'/);
const accepting = /^with accepted as/;
const drafting = commitOf(/insert into "letter"/);
const claimingEscalation = commitOf(/insert into "letter"[^]*\.head\//);
const sealingEscalation = commitOf(/update letter\s+set state = 'sending'[^]*\.head@/);
const toHead = /^dot .*\.head@/;
const tellingEscalated = /^SignalWorkflowExecution [^]*escalated/;
const releasing = commitOf(/update "mail" set[^]*released/);

/** From the mailbox into the record and out of the inbox; the watch itself dies. */
export const arrivalSteps: readonly Strike[] = [
  { name: 'mail not fetched yet', isForLong, at: anybodys(asked.mailbox(fetching)) },
  { name: 'mail fetched, its file not put', at: anybodys(answered.mailbox(fetching)) },
  { name: 'file put, nothing in the record', at: asked.record(/^insert into "file"/) },
  { name: 'mail written, not committed', isForLong, at: asked.record(storing) },
  { name: 'mail committed, nobody knows', at: answered.record(storing) },
  { name: 'mail stored, its workflow not started', at: asked.engine(starting) },
  { name: 'workflow started, nobody knows', isForLong, at: answered.engine(starting) },
  { name: 'mail not moved yet', at: anybodys(asked.mailbox(moving)) },
  { name: 'mail moved, nobody knows', at: anybodys(answered.mailbox(moving)) },
];

/** From the judgement to the task. */
export const judgementSteps: readonly Strike[] = [
  { name: 'judgement written, not committed', isForLong, at: asked.record(judging) },
  { name: 'judgement and answers committed, nobody knows', at: answered.record(judging) },
  { name: 'answer stored, its task not told', at: asked.engine(signalling) },
  { name: 'task told, nobody knows', at: answered.engine(signalling) },
  { name: 'task told, the turn of its mail not ended', at: asked.engine(endingTurn) },
  { name: 'turn of its mail ended, nobody knows', isForLong, at: answered.engine(endingTurn) },
  { name: 'answer accounted, not committed', isForLong, at: asked.record(accounting) },
  { name: 'answer accounted, its turn not ended', at: answered.record(accounting) },
];

/** A letter that is ready, until its workflow knows that it left; in the short form of some kinds only where it matters most. */
function sendingSteps(letter: string, activity: string, inShort: RegExp): readonly Strike[] {
  const taken = answered.relay(/^dot/);
  const steps = [
    { name: 'sealed, not committed', at: asked.record(sealing) },
    { name: '“sending” written, no byte sent', at: answered.record(sealing) },
    { name: 'after MAIL FROM', at: asked.relay(/^RCPT/) },
    { name: 'before DATA', at: asked.relay(/^DATA/) },
    { name: 'half of it sent', at: asked.relay(/^content/) },
    { name: 'all but the final dot sent', at: asked.relay(/^dot/) },
    { name: 'taken, its 250 lost', at: taken },
    { name: 'taken, “sent” not written', after: [taken], at: anybodys(asked.record(accepting)) },
    { name: '“sent” written, nobody knows', after: [taken], at: anybodys(answered.record(accepting)) },
    { name: 'not reported to its workflow', at: asked.engine(report(activity)) },
  ];
  return steps.map((step) => ({ ...step, name: `${letter}: ${step.name}`, isForLong: !inShort.test(step.name) }));
}

export const receiptSteps: readonly Strike[] = [
  { name: 'receipt: not written', at: asked.record(/^insert into "letter"/) },
  { name: 'receipt: written, nobody knows', at: answered.record(/^insert into "letter"/) },
  ...sendingSteps('receipt', 'sendReceipt', /sending|half|dot|250|not written/),
];

export const openingSteps: readonly Strike[] = [
  { name: 'opening: claimed, not committed', isForLong, at: asked.record(drafting) },
  { name: 'opening: claimed, nobody knows', at: answered.record(drafting) },
  ...sendingSteps('opening', 'sendOpenings', /sending|250|reported/),
];

export const bulletinSteps: readonly Strike[] = [
  { name: 'bulletin: draft kept, nobody knows', isForLong, at: answered.record(/^insert into "bulletin"/) },
  { name: 'bulletin: published, nobody knows', at: answered.record(commitOf(/update "bulletin"/)) },
  ...sendingSteps('bulletin', 'publishBulletin', /250|not written/),
];

/** A party's desk claims what is due, sends it, and tells the tasks of a 督办函 that it left. */
export const escalationSteps: readonly Strike[] = [
  { name: 'escalation: claimed, not committed', isForLong, at: asked.record(claimingEscalation) },
  { name: 'escalation: claimed, nobody knows', at: answered.record(claimingEscalation) },
  { name: 'escalation: “sending” written, no byte sent', isForLong, at: answered.record(sealingEscalation) },
  { name: 'escalation: taken, its 250 lost', at: answered.relay(toHead) },
  { name: 'escalation: “sent” written, its tasks not told', after: [answered.relay(toHead)], at: anybodys(answered.record(accepting)) }, // prettier-ignore
  { name: 'escalation: its task told, nobody knows', isForLong, at: answered.engine(tellingEscalated) },
];

/** A coordinator has released a held mail. */
export const releaseSteps: readonly Strike[] = [
  { name: 'release: written, not committed', isForLong, at: asked.record(releasing) },
  { name: 'release: committed, nobody knows', at: answered.record(releasing) },
  { name: 'release: not reported to its workflow', isForLong, at: asked.engine(report('releaseMail')) },
];
