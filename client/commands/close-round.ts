import type { Command } from 'commander';
import { closeRoundUpdate, ids } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, roundOf } from '../order-context.js';
import { report } from '../report.js';
import { working } from '../working.js';

/** `close-round [ROUND]`: closes the open round before its time. */
export function addCloseRound(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('close-round'), words)
    .description(words.help.closeRound)
    .argument('[round]', words.help.round)
    .action(async (given: string | undefined, options: OrderOptions) => {
      const context = await openOrder(deps, options);
      const { campaign, order } = context;
      const round = await roundOf(deps, context, given);
      await working(deps, options, words.working.closeRound, () =>
        deps.withOffice((office) => office.order(ids.round(campaign.id, round), closeRoundUpdate, order)),
      );
      report(deps, options, { campaign: campaign.id, round, closing: true }, () => words.roundClosing(round));
    });
}
