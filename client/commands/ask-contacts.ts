import type { Command } from 'commander';
import { askContactsUpdate, ids } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { findParty, type NamedParty } from '../find-party.js';
import { isMistake, mistake } from '../mistake.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, type OrderContext } from '../order-context.js';
import type { Words } from '../words.js';

interface AskOptions extends OrderOptions {
  readonly all?: boolean;
}

interface Asked {
  readonly party: string;
  readonly ok: boolean;
  readonly message: string;
}

/** `contacts ask PARTY… | --all`: liaisons are asked now to confirm the contacts, each by a letter with a link. */
export function addAskContacts(contacts: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withOrderOptions(contacts.command('ask'), deps.words)
    .description(help.contactAsk)
    .argument('[parties...]', help.party)
    .option('--all', help.contactAskAll)
    .action((given: string[], _: AskOptions, command: Command) => ask(deps, given, command.optsWithGlobals()));
}

async function ask(deps: ClientDeps, given: readonly string[], options: AskOptions): Promise<void> {
  const { words, terminal } = deps;
  if (given.length > 0 === (options.all === true)) throw mistake(words.askWhom);
  const context = await openOrder(deps, options);
  const parties = await partiesOf(deps, context, given);
  const asked: Asked[] = [];
  await deps.withOffice(async (office) => {
    for (const party of parties) {
      const to = ids.desk(context.campaign.id, party.code);
      const done = await office.order(to, askContactsUpdate, context.order).then(
        () => ({ party: party.code, ok: true, message: words.contactAsked(party.name) }),
        (error: unknown) => failed(party, error, words),
      );
      if (options.json !== true) terminal[done.ok ? 'print' : 'warn'](done.message);
      asked.push(done);
    }
  });
  if (options.json === true) terminal.print(JSON.stringify({ campaign: context.campaign.id, asked }, null, 2));
  const refused = asked.filter(({ ok }) => !ok).length;
  if (refused > 0) throw mistake(words.notAllDone(refused, asked.length));
}

/** A refused one does not keep the next from being asked. */
function failed({ code, name }: NamedParty, error: unknown, { names }: Words): Asked {
  if (!isMistake(error)) throw error;
  return {
    party: code,
    ok: false,
    message: error.message.startsWith(name) ? error.message : `${name}${names.colon}${error.message}`,
  };
}

/** All are those with tasks of their own: who leads none is written no letters. */
async function partiesOf(
  deps: ClientDeps,
  context: OrderContext,
  given: readonly string[],
): Promise<readonly NamedParty[]> {
  if (given.length === 0) return (await context.board.status(context.campaign.id)).parties;
  return Promise.all(given.map((party) => findParty(deps, context, party)));
}
