import type { Command } from 'commander';
import { acceptUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { mistake } from '../mistake.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, readRound, type OrderContext } from '../order-context.js';
import { readRating } from '../read-rating.js';
import { readTaskList } from '../task-list.js';
import { orderTasks } from '../task-orders.js';

interface AcceptOptions extends OrderOptions {
  readonly rating?: string;
  readonly round?: string;
}

/** `accept TASK… [--rating R]`: the tasks are done and asked no more. */
export function addAccept(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('accept'), words)
    .description(words.help.accept)
    .argument('<tasks...>', words.help.tasks)
    .option('--rating <rating>', words.help.rating)
    .option('--round <round>', words.help.round)
    .action(async (given: string[], options: AcceptOptions) => {
      const tasks = readTaskList(given, words);
      const rating = options.rating === undefined ? undefined : readRating(options.rating, words);
      const context = await openOrder(deps, options);
      const round = await acceptedRound(deps, context, options.round);
      await orderTasks(deps, options, tasks, {
        campaign: context.campaign.id,
        update: acceptUpdate,
        said: { ...context.order, round, ...(rating !== undefined && { rating }) },
        done: () => words.accepted,
      });
    });
}

/** A task may be accepted between two rounds as well: then the last one is meant. */
async function acceptedRound(deps: ClientDeps, context: OrderContext, given: string | undefined): Promise<string> {
  if (given !== undefined) return readRound(deps, context.campaign, given);
  const { round } = await context.board.status(context.campaign.id);
  if (round === null) throw mistake(deps.words.noOpenRound);
  return round.id;
}
