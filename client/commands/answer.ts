import type { Command } from 'commander';
import type { MailEntry } from '../../domain/board.js';
import type { ClientDeps } from '../client-deps.js';
import { issuerOf, orderLine } from '../command-line.js';
import { findMailId, shortMailId } from '../mail-id.js';
import { mistake } from '../mistake.js';
import { withOrderOptions } from '../options.js';
import { openOrder, type OrderContext, roundOf } from '../order-context.js';
import { printTaken } from '../print-taken.js';
import { readAnswer, type AnswerOptions } from '../read-answer.js';
import { report } from '../report.js';
import { readTask } from '../task-list.js';

/** `answer TASK --by 电话 …`, `--mail ID …`: a coordinator enters what a party told by other ways than mail and form, or in a file that nobody else can read. */
export function addAnswer(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withOrderOptions(program.command('answer'), deps.words)
    .description(help.answer)
    .argument('<task>', help.taskNumber)
    .option('--by <how>', help.answerBy)
    .option('--mail <id>', help.answerMail)
    .option('--round <round>', help.round)
    .option('--rating <rating>', help.rating)
    .option('--figure <value>', help.figure, (value: string, sofar: readonly string[]) => [...sofar, value], [])
    .option('--unchanged', help.unchanged)
    .option('--progress <text>', help.progress)
    .option('--cause <text>', help.cause)
    .option('--needs <text>', help.needs)
    .option('--next <text>', help.next)
    .option('--next-by <date>', help.nextBy)
    .option('--evidence <number>', help.evidence)
    .option('--completed-on <date>', help.completedOn)
    .option('--experience <text>', help.experience)
    .option('--filled-by <name>', help.filledBy)
    .option('--signed-off-by <name>', help.signedOffBy)
    .action((task: string, options: AnswerOptions) => answer(deps, task, options));
}

async function answer(deps: ClientDeps, given: string, options: AnswerOptions): Promise<void> {
  const { words, now } = deps;
  const task = readTask(given, words);
  const via = options.by ?? (options.mail === undefined ? undefined : '来件附件');
  if (via === undefined) throw mistake(words.answerNeedsBy);
  const context = await openOrder(deps, options);
  const { board, campaign, order } = context;
  const content = readAnswer(options, { zone: campaign.zone, now: now(), words });
  const mail = options.mail === undefined ? undefined : await heldMail(deps, context, options.mail);
  const round = await roundOf(deps, context, options.round ?? mail?.round ?? undefined);
  const taken = await board.answerOnBehalf({
    campaign: campaign.id,
    round,
    task,
    content,
    by: order.by,
    via,
    ...(mail && { mail: mail.id }),
  });
  report(deps, options, taken, () =>
    [printTaken(taken, words), ...(mail ? [settleLine(deps, context, mail)] : [])].join('\n'),
  );
}

async function heldMail({ words }: ClientDeps, { board, campaign }: OrderContext, given: string): Promise<MailEntry> {
  return board.mail(await findMailId(board, campaign.id, given, words));
}

/** Once all is entered, the mail's intake ends with a receipt. */
function settleLine({ words }: ClientDeps, { campaign, order }: OrderContext, { id, party }: MailEntry): string {
  const issuer = { ...issuerOf(campaign, words), coordinators: [{ code: order.by }] };
  const whose = party === null ? ['--party', words.status.partyCode] : [];
  return words.taken.settle(orderLine(issuer, 'mail', 'release', shortMailId(id), ...whose));
}
