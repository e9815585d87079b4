import type { Command } from 'commander';
import type { PartyStatus, Status } from '../../domain/board.js';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { mistake } from '../mistake.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading, type ReadContext } from '../order-context.js';
import { printPartyStatus } from '../print-party-status.js';
import { printStatus, type StatusView } from '../print-status.js';
import { report } from '../report.js';
import { readWaiting } from '../waiting.js';

interface StatusOptions extends ReadOptions {
  readonly party?: string;
  readonly watch?: string | true;
}

/** `status`: where the round is, how tasks and departments stand, and what waits for a coordinator. */
export function addStatus(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withReadOptions(program.command('status'), deps.words)
    .description(help.status)
    .option('--party <party>', help.party)
    .option('--watch [seconds]', help.watch)
    .action((options: StatusOptions) => (options.watch === undefined ? once(deps, options) : watch(deps, options)));
}

async function once(deps: ClientDeps, options: StatusOptions): Promise<void> {
  const context = await openReading(deps, options);
  const { status, party, text } = await look(deps, context, options.party);
  const tasks = status.tasks.filter(({ lead }) => lead === party?.code);
  report(deps, options, party === undefined ? status : { ...party, tasks }, () => text);
}

/** Looks again and again until Ctrl-C. */
async function watch(deps: ClientDeps, options: StatusOptions): Promise<void> {
  const { words, terminal, now } = deps;
  if (terminal.redraw === undefined || options.json === true) throw mistake(words.status.watchNeedsTerminal);
  const seconds = readSeconds(options.watch, deps);
  const context = await openReading(deps, options);
  let goesOn: boolean | undefined = true;
  while (goesOn === true) {
    const { text } = await look(deps, context, options.party);
    const at = words.names.instant(context.campaign.zone, now().toISOString());
    terminal.redraw(`${text}\n\n${terminal.paint('gray', words.status.updated(at, seconds))}`);
    goesOn = await terminal.pause?.(seconds * 1_000);
  }
}

interface Look {
  readonly status: Status;
  readonly party: PartyStatus | undefined;
  readonly text: string;
}

async function look(deps: ClientDeps, context: ReadContext, given: string | undefined): Promise<Look> {
  const { words, terminal } = deps;
  const { board, campaign } = context;
  const { columns } = terminal;
  const view: StatusView = { campaign, words, paint: terminal.paint, ...(columns !== undefined && { columns }) };
  const named = given === undefined ? undefined : await findParty(deps, context, given);
  const status = await board.status(campaign.id);
  if (named === undefined)
    return { status, party: undefined, text: printStatus(status, await readWaiting(board, status), view) };
  const party = status.parties.find(({ code }) => code === named.code) ?? {
    ...named,
    tasks: 0,
    counts: {},
    troubles: [],
  };
  return { status, party, text: printPartyStatus(status, party, view) };
}

function readSeconds(given: string | true | undefined, { words }: ClientDeps): number {
  if (given === true || given === undefined) return 30;
  const seconds = Number(given);
  if (!Number.isInteger(seconds) || seconds < 2 || seconds > 3_600) throw mistake(words.status.badSeconds(given));
  return seconds;
}
