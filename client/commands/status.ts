import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading } from '../order-context.js';
import { printStatus } from '../print-status.js';
import { report } from '../report.js';
import { readWaiting } from '../waiting.js';

/** `status`: departments × standing, what happens next, and what waits for a coordinator. */
export function addStatus(program: Command, deps: ClientDeps): void {
  withReadOptions(program.command('status'), deps.words)
    .description(deps.words.help.status)
    .action(async (options: ReadOptions) => {
      const { board, campaign } = await openReading(deps, options);
      const status = await board.status(campaign.id);
      const waiting = await readWaiting(board, status);
      report(deps, options, status, () => printStatus(status, waiting, campaign, deps.terminal.paint));
    });
}
