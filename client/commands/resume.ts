import type { Command } from 'commander';
import { ids, resumeUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder } from '../order-context.js';
import { report } from '../report.js';
import { working } from '../working.js';

/** `resume`: the campaign goes on, every step shifted by the workdays paused. */
export function addResume(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('resume'), words)
    .description(words.help.resume)
    .action(async (options: OrderOptions) => {
      const { campaign, order } = await openOrder(deps, options);
      await working(deps, options, words.working.resume, () =>
        deps.withOffice((office) => office.order(ids.campaign(campaign.id), resumeUpdate, order)),
      );
      report(deps, options, { campaign: campaign.id, resumed: true }, () => words.resumed(campaign.id));
    });
}
