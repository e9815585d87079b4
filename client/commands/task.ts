import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { commandLine } from '../command-line.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading } from '../order-context.js';
import { printTask } from '../print-history.js';
import { report } from '../report.js';
import { saveAttachments } from '../save-attachments.js';
import { readTask } from '../task-list.js';

interface TaskOptions extends ReadOptions {
  readonly files?: string;
}

/** `task N`: where a task stands and what it answered last; `history` tells the rest. */
export function addTask(program: Command, deps: ClientDeps): void {
  const { words, terminal } = deps;
  withReadOptions(program.command('task'), words)
    .description(words.help.task)
    .argument('<task>', words.help.taskNumber)
    .option('--files <folder>', words.help.taskFiles)
    .action(async (given: string, options: TaskOptions) => {
      const number = readTask(given, words);
      const context = await openReading(deps, options);
      const { board, campaign } = context;
      const history = await board.task(campaign.id, number);
      if (options.files !== undefined) {
        const saved = await saveAttachments(deps, context, history, options.files);
        report(deps, options, { task: number, files: saved }, () => words.attachmentsSaved(saved));
        return;
      }
      const whole = commandLine(campaign.id, 'history', number);
      report(deps, options, history, () =>
        printTask(history, whole, { zone: campaign.zone, paint: terminal.paint, words }),
      );
    });
}
