import type { Command } from 'commander';
import { ids, pauseUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder } from '../order-context.js';
import { report } from '../report.js';
import { working } from '../working.js';

/** `pause`: freezes every step of the campaign; answers are always taken. */
export function addPause(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('pause'), words)
    .description(words.help.pause)
    .action(async (options: OrderOptions) => {
      const { campaign, order } = await openOrder(deps, options);
      await working(deps, options, words.working.pause, () =>
        deps.withOffice((office) => office.order(ids.campaign(campaign.id), pauseUpdate, order)),
      );
      report(deps, options, { campaign: campaign.id, paused: true }, () => words.paused(campaign.id));
    });
}
