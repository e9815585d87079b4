import type { Command } from 'commander';
import type { ContactChangeEntry } from '../../domain/board.js';
import { changeContactUpdate, ids, releaseUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { mistake } from '../mistake.js';
import { withOrderOptions, withReadOptions, type OrderOptions, type ReadOptions } from '../options.js';
import { openOrder, openReading, type OrderContext, type ReadContext } from '../order-context.js';
import { printContactChanges } from '../print-contact-changes.js';
import { report } from '../report.js';

interface ChangesOptions extends ReadOptions {
  readonly all?: boolean;
}

type Act = (deps: ClientDeps, given: string, options: OrderOptions) => Promise<void>;

/** `contacts changes|approve|refuse|undo`: what parties asked for by their page or by a reply, and a coordinator's word on it. */
export function addContactChanges(contacts: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withReadOptions(contacts.command('changes'), deps.words)
    .description(help.contactChanges)
    .option('--all', help.contactChangesAll)
    .action((_: ChangesOptions, command: Command) => list(deps, command.optsWithGlobals()));
  const decisions: readonly (readonly [string, string, Act])[] = [
    ['approve', help.contactApprove, approve],
    ['refuse', help.contactRefuse, refuse],
    ['undo', help.contactUndo, undo],
  ];
  for (const [name, description, act] of decisions)
    withOrderOptions(contacts.command(name), deps.words)
      .description(description)
      .argument('<change>', help.contactChangeNumber)
      .action((given: string, _: OrderOptions, command: Command) => act(deps, given, command.optsWithGlobals()));
}

async function list(deps: ClientDeps, options: ChangesOptions): Promise<void> {
  const { board, campaign } = await openReading(deps, options);
  const changes = await board.contactChanges(campaign.id, options.all !== true);
  report(deps, options, changes, () => printContactChanges(changes, campaign, deps.words));
}

async function approve(deps: ClientDeps, given: string, options: OrderOptions): Promise<void> {
  const context = await openOrder(deps, options);
  const change = await findChange(deps, context, given);
  await apply(deps, context, change.party, change);
  const mail = await settleMail(deps, context, change);
  report(deps, options, { campaign: context.campaign.id, change: change.id, mail }, () =>
    [said(deps, change), ...(mail === 'held' ? [deps.words.mailStillHeld(change.mail ?? '')] : [])].join('\n'),
  );
}

/** A reply that was held for nothing else is done with it; anything else in it still waits. */
async function settleMail(
  deps: ClientDeps,
  { board, campaign, order }: OrderContext,
  { mail: id }: ContactChangeEntry,
): Promise<'none' | 'released' | 'held'> {
  if (id === null) return 'none';
  const { state, reasons, round, party } = await board.mail(id);
  if (state !== 'held') return 'none';
  if (reasons.length > 1 || round === null || party === null) return 'held';
  const release = { ...order, campaign: campaign.id, round, party };
  await deps.withOffice((office) => office.order(ids.intake(id), releaseUpdate, release));
  return 'released';
}

async function refuse(deps: ClientDeps, given: string, options: OrderOptions): Promise<void> {
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const change = readChange(deps, given);
  await board.refuseContactChange({ campaign: campaign.id, change, ...order });
  report(deps, options, { campaign: campaign.id, change, refused: true }, () => deps.words.contactRefused(change));
}

/** The holder before comes back, as a change of its own: history loses nothing. */
async function undo(deps: ClientDeps, given: string, options: OrderOptions): Promise<void> {
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const change = await findChange(deps, context, given);
  const { id, party, post, replaced, current, state } = change;
  if (state !== 'applied' || replaced === null) throw mistake(deps.words.nothingToUndo(id));
  if (current?.email !== change.email || current.name !== change.name) throw mistake(deps.words.changedSince(id));
  const { name, email, phone } = replaced;
  const holder = { post, name, email, ...(phone !== null && { phone }) };
  const why = order.why ?? `撤销变更${id}`;
  const asked = await board.askContactChange({ campaign: campaign.id, party, ...holder, by: order.by, why });
  await apply(deps, context, party, { id: asked.change, post });
  report(deps, options, { campaign: campaign.id, party, ...holder, ...asked }, () =>
    said(deps, { ...change, ...holder }),
  );
}

function apply(
  deps: ClientDeps,
  { campaign, order }: OrderContext,
  party: string,
  { id, post }: Pick<ContactChangeEntry, 'id' | 'post'>,
): Promise<void> {
  const desk = ids.desk(campaign.id, party);
  return deps.withOffice((office) => office.order(desk, changeContactUpdate, { ...order, post, change: id }));
}

function said({ words }: ClientDeps, { partyName, post, name, email }: ContactChangeEntry): string {
  return words.contactChanged(partyName, words.names.posts[post], name, email);
}

async function findChange(
  deps: ClientDeps,
  { board, campaign }: ReadContext,
  given: string,
): Promise<ContactChangeEntry> {
  const wanted = readChange(deps, given);
  const found = (await board.contactChanges(campaign.id)).find(({ id }) => id === wanted);
  if (found) return found;
  throw mistake(deps.words.unknownChange(given));
}

function readChange({ words }: ClientDeps, given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw mistake(words.unknownChange(given));
  return Number(given);
}
