import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { BulletinEntry } from '../../domain/board.js';
import { approveUpdate, editUpdate, ids, returnBulletinUpdate } from '../../workflows/api.js';
import { chooseBulletin } from '../choose-bulletin.js';
import type { ClientDeps } from '../client-deps.js';
import { mistake } from '../mistake.js';
import { withOrderOptions, withReadOptions, type OrderOptions, type ReadOptions } from '../options.js';
import { openOrder, openReading, type OrderContext } from '../order-context.js';
import { editInWord, type WordAgreement } from '../edit-in-word.js';
import { printBulletin, printBulletins } from '../print-bulletins.js';
import { readEdits } from '../read-edits.js';
import { report } from '../report.js';
import { working } from '../working.js';
import { saveBulletin } from '../save-bulletin.js';

interface ShowOptions extends ReadOptions {
  readonly to?: string;
}
interface ApproveOptions extends OrderOptions {
  readonly nameSilent?: boolean;
}

interface EditOptions extends OrderOptions, WordAgreement {
  readonly from: string;
}

/** `bulletin list|show|approve|edit|return`: the round's roll-up in the coordinator's hands. */
export function addBulletin(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  const { help } = words;
  const bulletin = program.command('bulletin').description(help.bulletin);
  withReadOptions(bulletin.command('list'), words)
    .description(help.bulletinList)
    .action((options: ReadOptions) => list(deps, options));
  withReadOptions(bulletin.command('show'), words)
    .description(help.bulletinShow)
    .argument('[round]', help.round)
    .option('--to <file>', help.bulletinTo)
    .action((round: string | undefined, options: ShowOptions) => show(deps, round, options));
  withOrderOptions(bulletin.command('approve'), words)
    .description(help.bulletinApprove)
    .argument('[round]', help.round)
    .option('--name-silent', help.nameSilent)
    .action((round: string | undefined, options: ApproveOptions) => approve(deps, round, options));
  withOrderOptions(bulletin.command('edit'), words)
    .description(help.bulletinEdit)
    .argument('[round]', help.round)
    .requiredOption('--from <file>', help.editsFile)
    .option('--confirm-figures', help.confirmFigures)
    .option('--leave-fixed', help.leaveFixed)
    .action((round: string | undefined, options: EditOptions) => edit(deps, round, options));
  withOrderOptions(bulletin.command('return'), words)
    .description(help.bulletinReturn)
    .argument('[round]', help.round)
    .action((round: string | undefined, options: OrderOptions) => returnDraft(deps, round, options));
}

async function list(deps: ClientDeps, options: ReadOptions): Promise<void> {
  const { board, campaign } = await openReading(deps, options);
  const bulletins = await board.bulletins(campaign.id);
  report(deps, options, bulletins, () => printBulletins(bulletins, campaign.zone, deps.words));
}

/** As data it carries the texts that `edit --from` takes back. */
async function show(deps: ClientDeps, given: string | undefined, options: ShowOptions): Promise<void> {
  const context = await openReading(deps, options);
  const entry = await chooseBulletin(deps, context, given);
  if (options.to !== undefined) return saveBulletin(deps, context, entry, { ...options, to: options.to });
  const { board, campaign } = context;
  if (options.json === true) {
    const texts = await board.bulletinTexts(campaign.id, entry.round, entry.version);
    return report(deps, options, { ...entry, texts }, () => '');
  }
  const page = await board.bulletinPage(campaign.id, entry.round, entry.version);
  return report(deps, options, entry, () => printBulletin(entry, page, deps.words));
}

async function approve(deps: ClientDeps, given: string | undefined, options: ApproveOptions): Promise<void> {
  const context = await openOrder(deps, options);
  const { words } = deps;
  const { campaign, order } = context;
  const entry = await chooseBulletin(deps, context, given);
  const { round } = entry;
  const named = options.nameSilent === true;
  const { version } = await working(deps, options, words.working.approve, async () => {
    if (named) await nameSilent(deps, context, entry);
    return deps.withOffice((office) => office.order(ids.bulletin(campaign.id, round), approveUpdate, order));
  });
  report(deps, options, { round, version, ...(named && { named }) }, () => words.bulletinApproved(round, version));
}

/** The signer agrees to the names by a version of his own; who approves without saying so names nobody. */
async function nameSilent(
  deps: ClientDeps,
  { board, campaign, order }: OrderContext,
  entry: BulletinEntry,
): Promise<void> {
  const { round } = entry;
  const { version } = await board.editBulletin(campaign.id, round, {
    version: entry.version,
    edits: {},
    naming: true,
    ...order,
  });
  await deps.withOffice((office) => office.order(ids.bulletin(campaign.id, round), editUpdate, { ...order, version }));
}

async function edit(deps: ClientDeps, given: string | undefined, options: EditOptions): Promise<void> {
  if (/\.docx$/i.test(options.from)) return editInWord(deps, given, options);
  const edits = readEdits(await contentOf(options.from, deps), options.from, deps.words);
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const entry = await chooseBulletin(deps, context, given);
  const { version } = await board.editBulletin(campaign.id, entry.round, {
    version: edits.version ?? entry.version,
    edits: edits.texts,
    ...order,
  });
  await deps.withOffice((office) =>
    office.order(ids.bulletin(campaign.id, entry.round), editUpdate, { ...order, version }),
  );
  report(deps, options, { round: entry.round, version }, () => deps.words.bulletinEdited(entry.round, version));
}

async function returnDraft(deps: ClientDeps, given: string | undefined, options: OrderOptions): Promise<void> {
  if (options.why === undefined) throw mistake(deps.words.needsWhy);
  const context = await openOrder(deps, options);
  const { round } = await chooseBulletin(deps, context, given);
  await deps.withOffice((office) =>
    office.order(ids.bulletin(context.campaign.id, round), returnBulletinUpdate, context.order),
  );
  report(deps, options, { round, returned: true }, () => deps.words.bulletinReturned(round));
}

async function contentOf(file: string, { words }: ClientDeps): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw mistake(words.cannotRead(file), cause);
  }
}
