import type { Command } from 'commander';
import { closeUpdate, ids } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { confirmed } from '../confirmed.js';
import { mistake } from '../mistake.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder } from '../order-context.js';
import { report } from '../report.js';
import { working } from '../working.js';

interface CloseOptions extends OrderOptions {
  readonly yes?: boolean;
}

/** `close`: ends the campaign for good; its histories are exported first. */
export function addClose(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('close'), words)
    .description(words.help.close)
    .option('--yes', words.help.yes)
    .action(async (options: CloseOptions) => {
      const { campaign, order } = await openOrder(deps, options);
      if (!(await confirmed(deps, options, words.askClose(campaign.id)))) throw mistake(words.notClosed);
      await working(deps, options, words.working.close, () =>
        deps.withOffice((office) => office.order(ids.campaign(campaign.id), closeUpdate, order)),
      );
      report(deps, options, { campaign: campaign.id, closed: true }, () => words.closed(campaign.id));
    });
}
