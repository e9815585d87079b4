import type { Command } from 'commander';
import { ids, refuseUpdate, releaseUpdate } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { findMailId } from '../mail-id.js';
import { mistake } from '../mistake.js';
import { withOrderOptions, withReadOptions, type OrderOptions, type ReadOptions } from '../options.js';
import { openOrder, openReading, roundOf } from '../order-context.js';
import { printMail, printMails } from '../print-mail.js';
import { report } from '../report.js';
import { addInspectMail } from './inspect-mail.js';
import { readTask } from '../task-list.js';

interface ReleaseOptions extends OrderOptions {
  readonly party?: string;
  readonly task?: string;
  readonly round?: string;
}

/** `mail held|show|release|refuse|inspect`: mail that could not be trusted or placed waits for a coordinator's word. */
export function addMail(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  const mail = program.command('mail').description(help.mail);
  withReadOptions(mail.command('held'), deps.words)
    .description(help.mailHeld)
    .action((options: ReadOptions) => held(deps, options));
  withReadOptions(mail.command('show'), deps.words)
    .description(help.mailShow)
    .argument('<id>', help.mailId)
    .action((id: string, options: ReadOptions) => show(deps, id, options));
  withOrderOptions(mail.command('release'), deps.words)
    .description(help.mailRelease)
    .argument('<id>', help.mailId)
    .option('--party <party>', help.party)
    .option('--task <task>', help.taskNumber)
    .option('--round <round>', help.round)
    .action((id: string, options: ReleaseOptions) => release(deps, id, options));
  withOrderOptions(mail.command('refuse'), deps.words)
    .description(help.mailRefuse)
    .argument('<id>', help.mailId)
    .action((id: string, options: OrderOptions) => refuse(deps, id, options));
  addInspectMail(mail, deps);
}

async function held(deps: ClientDeps, options: ReadOptions): Promise<void> {
  const { board, campaign } = await openReading(deps, options);
  const mails = await board.mails({ campaign: campaign.id, state: 'held' });
  report(deps, options, mails, () => printMails(mails, campaign.zone, deps.words));
}

async function show(deps: ClientDeps, given: string, options: ReadOptions): Promise<void> {
  const { board, campaign } = await openReading(deps, options);
  const mail = await board.mail(await findMailId(board, campaign.id, given, deps.words));
  report(deps, options, mail, () => printMail(mail, campaign, deps.words));
}

/** What the judge made out of the mail stands where the coordinator says nothing else. */
async function release(deps: ClientDeps, given: string, options: ReleaseOptions): Promise<void> {
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const mail = await board.mail(await findMailId(board, campaign.id, given, deps.words));
  const wanted = options.party ?? mail.party;
  if (wanted === null) throw mistake(deps.words.releaseNeedsParty);
  const party = await findParty(deps, context, wanted);
  const round = await roundOf(deps, context, options.round ?? mail.round ?? undefined);
  const task = options.task === undefined ? undefined : readTask(options.task, deps.words);
  const { answers } = await deps.withOffice((office) =>
    office.order(ids.intake(mail.id), releaseUpdate, {
      ...order,
      campaign: campaign.id,
      round,
      party: party.code,
      ...(task !== undefined && { task }),
    }),
  );
  report(deps, options, { mail: mail.id, party: party.code, round, answers }, () =>
    deps.words.released(party.name, round, answers),
  );
}

async function refuse(deps: ClientDeps, given: string, options: OrderOptions): Promise<void> {
  const { board, campaign, order } = await openOrder(deps, options);
  const mail = await findMailId(board, campaign.id, given, deps.words);
  await deps.withOffice((office) => office.order(ids.intake(mail), refuseUpdate, order));
  report(deps, options, { mail, refused: true }, () => deps.words.mailRefused);
}
