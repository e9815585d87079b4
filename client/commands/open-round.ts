import type { Command } from 'commander';
import { ids, openRoundUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { mistake } from '../mistake.js';
import type { Office } from '../office.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, readRound, type OrderContext } from '../order-context.js';
import { report } from '../report.js';
import { working } from '../working.js';

/** `open-round [ROUND]`: opens the next round now instead of at its planned instant. */
export function addOpenRound(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  withOrderOptions(program.command('open-round'), words)
    .description(words.help.openRound)
    .argument('[round]', words.help.round)
    .action(async (given: string | undefined, options: OrderOptions) => {
      const context = await openOrder(deps, options);
      const { campaign, order } = context;
      const round = await working(deps, options, words.working.openRound, () =>
        deps.withOffice(async (office) => {
          const wanted = await nextRound(deps, context, office, given);
          await office.order(ids.campaign(campaign.id), openRoundUpdate, { ...order, round: wanted });
          return wanted;
        }),
      );
      report(deps, options, { campaign: campaign.id, round, opened: true }, () => words.roundOpened(round));
    });
}

async function nextRound(deps: ClientDeps, { campaign }: OrderContext, office: Office, given: string | undefined) {
  if (given !== undefined) return readRound(deps, campaign, given);
  const { nextRound: next } = await office.progress(campaign.id);
  if (next === null) throw mistake(deps.words.noNextRound);
  return next;
}
