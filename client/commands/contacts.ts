import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading } from '../order-context.js';
import { printContacts } from '../print-contacts.js';
import { report } from '../report.js';

/** `contacts [PARTY]`: the posts as they are now. */
export function addContacts(program: Command, deps: ClientDeps): void {
  withReadOptions(program.command('contacts'), deps.words)
    .description(deps.words.help.contacts)
    .argument('[party]', deps.words.help.party)
    .action(async (given: string | undefined, options: ReadOptions) => {
      const context = await openReading(deps, options);
      const party = given === undefined ? undefined : (await findParty(deps, context, given)).code;
      const contacts = await context.board.contacts(context.campaign.id, party);
      report(deps, options, contacts, () => printContacts(contacts, context.campaign.zone, deps.terminal.paint));
    });
}
