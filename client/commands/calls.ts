import type { Command } from 'commander';
import { callText } from '../call-text.js';
import type { ClientDeps } from '../client-deps.js';
import { issuerOf, orderLine } from '../command-line.js';
import { findParty } from '../find-party.js';
import { withOrderOptions, withReadOptions, type ReadOptions } from '../options.js';
import { openOrder, openReading, roundOf, type OrderContext } from '../order-context.js';
import { printCalls } from '../print-calls.js';
import { readCall, type CallOptions } from '../read-call.js';
import { report } from '../report.js';

/** `calls [list]`, `calls log PARTY "note"`: who is to be rung today, and what came of it. */
export function addCalls(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  const { help } = words;
  const calls = program.command('calls').description(help.calls);
  withReadOptions(calls.command('list', { isDefault: true }), words)
    .description(help.callsList)
    .action((options: ReadOptions) => list(deps, options));
  withOrderOptions(calls.command('log'), words)
    .description(help.callsLog)
    .argument('<party>', help.party)
    .argument('[note]', help.callNote)
    .option('--outcome <outcome>', help.callOutcome)
    .option('--received <yes|no>', help.callReceived)
    .option('--stuck <where>', help.callStuck)
    .option('--expected <date>', help.callExpected)
    .option('--wants <what>', help.callWants)
    .option('--round <round>', help.round)
    .action((party: string, note: string | undefined, options: CallOptions) => log(deps, party, note, options));
}

async function list(deps: ClientDeps, options: ReadOptions): Promise<void> {
  const { board, campaign } = await openReading(deps, options);
  const calls = await board.calls(campaign.id);
  const shown = {
    zone: campaign.zone,
    campaign: issuerOf(campaign, deps.words),
    paint: deps.terminal.paint,
    words: deps.words,
  };
  report(deps, options, calls, () => printCalls(calls, shown));
}

async function log(deps: ClientDeps, given: string, note: string | undefined, options: CallOptions): Promise<void> {
  const { words, now } = deps;
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const { outcome, said } = readCall(note, options, { zone: campaign.zone, now: now(), words });
  const party = await findParty(deps, context, given);
  const round = await roundOf(deps, context, options.round);
  const call = {
    campaign: campaign.id,
    round,
    party: party.code,
    by: order.by,
    outcome,
    said,
    ...(note !== undefined && { note }),
  };
  const logged = await board.logCall(call);
  const next = nextLines(context, party.code, said.wish, deps);
  report(deps, options, { ...call, ...logged }, () =>
    [words.calls.logged(party.name, callText({ outcome, said, note: note ?? '' }, words)), ...next].join('\n'),
  );
}

/** What the party asked for is an order of its own. */
function nextLines(
  { campaign }: OrderContext,
  party: string,
  wish: 'extension' | 'contact' | undefined,
  deps: ClientDeps,
) {
  const { calls } = deps.words;
  const issuer = issuerOf(campaign, deps.words);
  if (wish === undefined) return [];
  const line =
    wish === 'extension'
      ? orderLine(issuer, 'extend', deps.words.taskNumbers, '--until', calls.until)
      : orderLine(issuer, 'contact', party, 'liaison-a', ...calls.person);
  return [`${calls.next}${line}`];
}
