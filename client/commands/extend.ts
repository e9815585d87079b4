import type { Command } from 'commander';
import { extendUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { deadlineOf, openOrder, roundOf } from '../order-context.js';
import { readTaskList } from '../task-list.js';
import { orderTasks } from '../task-orders.js';

interface ExtendOptions extends OrderOptions {
  readonly until: string;
  readonly round?: string;
}

/** `extend TASK… --until DATE`: moves this round's answerBy of the tasks. */
export function addExtend(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('extend'), words)
    .description(words.help.extend)
    .argument('<tasks...>', words.help.tasks)
    .requiredOption('--until <date>', words.help.until)
    .option('--round <round>', words.help.round)
    .action(async (given: string[], options: ExtendOptions) => {
      const tasks = readTaskList(given, words);
      const context = await openOrder(deps, options);
      const until = deadlineOf(deps, context, options.until);
      const round = await roundOf(deps, context, options.round);
      await orderTasks(deps, options, tasks, {
        campaign: context.campaign.id,
        update: extendUpdate,
        said: { ...context.order, round, until },
        done: ({ answerBy }) => words.extended(words.names.instant(context.campaign.zone, answerBy)),
      });
    });
}
