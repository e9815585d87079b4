import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading } from '../order-context.js';
import { printTask } from '../print-task.js';
import { report } from '../report.js';
import { readTask } from '../task-list.js';

/** `task N`: where a task stands, what it was told and what it answered. */
export function addTask(program: Command, deps: ClientDeps): void {
  withReadOptions(program.command('task'), deps.words)
    .description(deps.words.help.task)
    .argument('<task>', deps.words.help.taskNumber)
    .action(async (given: string, options: ReadOptions) => {
      const number = readTask(given, deps.words);
      const { board, campaign } = await openReading(deps, options);
      const history = await board.task(campaign.id, number);
      report(deps, options, history, () => printTask(history, campaign.zone, deps.terminal.paint));
    });
}
