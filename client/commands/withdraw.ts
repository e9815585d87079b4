import type { Command } from 'commander';
import { withdrawUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder } from '../order-context.js';
import { readTaskList } from '../task-list.js';
import { orderTasks } from '../task-orders.js';

/** `withdraw TASK…`: takes the tasks out of the campaign. */
export function addWithdraw(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('withdraw'), words)
    .description(words.help.withdraw)
    .argument('<tasks...>', words.help.tasks)
    .action(async (given: string[], options: OrderOptions) => {
      const tasks = readTaskList(given, words);
      const { campaign, order } = await openOrder(deps, options);
      await orderTasks(deps, options, tasks, {
        campaign: campaign.id,
        update: withdrawUpdate,
        said: order,
        done: () => words.withdrawn,
      });
    });
}
