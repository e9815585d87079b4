import type { Command } from 'commander';
import { reassignUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, readRound } from '../order-context.js';
import { readTaskList } from '../task-list.js';
import { orderTasks } from '../task-orders.js';

interface ReassignOptions extends OrderOptions {
  readonly to: string;
  readonly round?: string;
}

/** `reassign TASK… --to PARTY`: another department leads from now on, in the open round too. */
export function addReassign(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('reassign'), words)
    .description(words.help.reassign)
    .argument('<tasks...>', words.help.tasks)
    .requiredOption('--to <party>', words.help.party)
    .option('--round <round>', words.help.round)
    .action(async (given: string[], options: ReassignOptions) => {
      const tasks = readTaskList(given, words);
      const context = await openOrder(deps, options);
      const { code, name } = await findParty(deps, context, options.to);
      const round = options.round === undefined ? undefined : readRound(deps, context.campaign, options.round);
      await orderTasks(deps, options, tasks, {
        campaign: context.campaign.id,
        update: reassignUpdate,
        said: { ...context.order, to: code, toName: name, ...(round !== undefined && { round }) },
        done: () => words.reassigned(name),
      });
    });
}
