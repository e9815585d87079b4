import type { Command } from 'commander';
import { excuseUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, roundOf } from '../order-context.js';
import { readTaskList } from '../task-list.js';
import { orderTasks } from '../task-orders.js';

interface ExcuseOptions extends OrderOptions {
  readonly round?: string;
}

/** `excuse TASK…`: the tasks need not answer this round. */
export function addExcuse(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('excuse'), words)
    .description(words.help.excuse)
    .argument('<tasks...>', words.help.tasks)
    .option('--round <round>', words.help.round)
    .action(async (given: string[], options: ExcuseOptions) => {
      const tasks = readTaskList(given, words);
      const context = await openOrder(deps, options);
      const round = await roundOf(deps, context, options.round);
      await orderTasks(deps, options, tasks, {
        campaign: context.campaign.id,
        update: excuseUpdate,
        said: { ...context.order, round },
        done: () => words.excused(round),
      });
    });
}
