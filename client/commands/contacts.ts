import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { issuerOf, orderLine } from '../command-line.js';
import { findParty } from '../find-party.js';
import { mistake } from '../mistake.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading, type ReadContext } from '../order-context.js';
import { printContactCheck } from '../print-contact-check.js';
import { printContactHistory } from '../print-contact-history.js';
import { printContacts } from '../print-contacts.js';
import { report } from '../report.js';
import { addAskContacts } from './ask-contacts.js';
import { addContactChanges } from './contact-changes.js';

interface ContactsOptions extends ReadOptions {
  readonly history?: boolean;
}

/** `contacts [PARTY]`: the posts as they are now, or who held them; below it what is wrong with them and who asks for what. */
export function addContacts(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  const contacts = withReadOptions(program.command('contacts'), deps.words)
    .description(help.contacts)
    .argument('[party]', help.party)
    .option('--history', help.contactHistory)
    .action((given: string | undefined, options: ContactsOptions) =>
      options.history === true ? history(deps, given, options) : list(deps, given, options),
    );
  withReadOptions(contacts.command('check'), deps.words)
    .description(help.contactCheck)
    // Options that both commands know are the outer one's by commander's reading.
    .action((_: ReadOptions, command: Command) => check(deps, command.optsWithGlobals()));
  addContactChanges(contacts, deps);
  addAskContacts(contacts, deps);
}

async function list(deps: ClientDeps, given: string | undefined, options: ContactsOptions): Promise<void> {
  const context = await openReading(deps, options);
  const party = given === undefined ? undefined : (await findParty(deps, context, given)).code;
  const contacts = await context.board.contacts(context.campaign.id, party);
  report(deps, options, contacts, () => printContacts(contacts, shown(deps, context)));
}

async function history(deps: ClientDeps, given: string | undefined, options: ContactsOptions): Promise<void> {
  if (given === undefined) throw mistake(deps.words.historyOfWhom);
  const context = await openReading(deps, options);
  const party = await findParty(deps, context, given);
  const holders = await context.board.contactHistory(context.campaign.id, party.code);
  report(deps, options, { party: party.code, holders }, () =>
    printContactHistory(party.name, holders, context.campaign.zone, deps.words),
  );
}

/** Findings are what the check is for: they are no failure. */
async function check(deps: ClientDeps, options: ReadOptions): Promise<void> {
  const context = await openReading(deps, options);
  const { board, campaign } = context;
  const issuer = issuerOf(campaign, deps.words);
  const findings = (await board.contactCheck(campaign.id)).map(({ command, ...finding }) => ({
    ...finding,
    command: orderLine(issuer, ...command),
  }));
  report(deps, options, findings, () => printContactCheck(findings, shown(deps, context)));
}

function shown({ words, terminal }: ClientDeps, { campaign: { zone } }: ReadContext) {
  return { zone, words, paint: terminal.paint };
}
