import type { Command } from 'commander';
import { returnUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { mistake } from '../mistake.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, roundOf } from '../order-context.js';
import { readTaskList } from '../task-list.js';
import { orderTasks } from '../task-orders.js';

interface ReturnOptions extends OrderOptions {
  readonly round?: string;
}

/** `return TASK… --why TEXT`: the answer is to be mended; the reason is printed in the letter. */
export function addReturn(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('return'), words)
    .description(words.help.return)
    .argument('<tasks...>', words.help.tasks)
    .option('--round <round>', words.help.round)
    .action(async (given: string[], options: ReturnOptions) => {
      if (options.why === undefined) throw mistake(words.needsWhy);
      const tasks = readTaskList(given, words);
      const context = await openOrder(deps, options);
      const round = await roundOf(deps, context, options.round);
      await orderTasks(deps, options, tasks, {
        campaign: context.campaign.id,
        update: returnUpdate,
        said: { ...context.order, round },
        done: ({ until }) => words.returned(words.names.instant(context.campaign.zone, until)),
      });
    });
}
