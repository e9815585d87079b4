import type { Command } from 'commander';
import { ids, stopUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { deadlineOf, openOrder } from '../order-context.js';
import { report } from '../report.js';

interface StopOptions extends OrderOptions {
  readonly until: string;
}

/** `stop PARTY --until DATE`: no letters to this party until then. */
export function addStop(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('stop'), words)
    .description(words.help.stop)
    .argument('<party>', words.help.party)
    .requiredOption('--until <date>', words.help.until)
    .action(async (given: string, options: StopOptions) => {
      const context = await openOrder(deps, options);
      const { campaign, order } = context;
      const party = await findParty(deps, context, given);
      const until = deadlineOf(deps, context, options.until);
      await deps.withOffice((office) =>
        office.order(ids.desk(campaign.id, party.code), stopUpdate, { ...order, until }),
      );
      report(deps, options, { campaign: campaign.id, party: party.code, until }, () =>
        words.stopped(party.name, words.names.instant(campaign.zone, until)),
      );
    });
}
