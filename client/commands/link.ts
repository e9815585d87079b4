import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { type OrderOptions, type ReadOptions, withOrderOptions, withReadOptions } from '../options.js';
import { openOrder, openReading } from '../order-context.js';
import { printLink } from '../print-link.js';
import { report } from '../report.js';

/** `link show|revoke PARTY`: the signed link of a party's page, from where it was used, and its end. */
export function addLink(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  const link = program.command('link').description(help.link);
  withReadOptions(link.command('show'), deps.words)
    .description(help.linkShow)
    .argument('<party>', help.party)
    .action((party: string, options: ReadOptions) => show(deps, party, options));
  withOrderOptions(link.command('revoke'), deps.words)
    .description(help.linkRevoke)
    .argument('<party>', help.party)
    .action((party: string, options: OrderOptions) => revoke(deps, party, options));
}

async function show(deps: ClientDeps, given: string, options: ReadOptions): Promise<void> {
  const context = await openReading(deps, options);
  const { board, campaign } = context;
  const party = await findParty(deps, context, given);
  const link = await board.formLink(campaign.id, party.code);
  report(deps, options, link, () => printLink(link, campaign.zone, deps.words));
}

async function revoke(deps: ClientDeps, given: string, options: OrderOptions): Promise<void> {
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const party = await findParty(deps, context, given);
  const link = await board.revokeLink({ campaign: campaign.id, party: party.code, ...order });
  report(deps, options, link, () => deps.words.links.revoked(link.partyName, link.url));
}
