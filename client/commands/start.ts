import type { Command } from 'commander';
import type { CampaignDifference } from '../../domain/office-requests.js';
import { checkCoordinator } from '../choose-campaign.js';
import type { ClientDeps } from '../client-deps.js';
import { confirmed } from '../confirmed.js';
import { mistake } from '../mistake.js';
import { planCampaign } from '../plan-campaign.js';
import { readCampaignFile, type CampaignFile, type CampaignFileOptions } from '../read-campaign-file.js';
import { report } from '../report.js';
import { startCampaign, type StartOutcome } from '../start-campaign.js';
import { working } from '../working.js';
import { startSummary, startSummaryText } from '../start-summary.js';
import type { Words } from '../words.js';

interface StartOptions extends CampaignFileOptions {
  readonly as?: string;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** `start FILE --year Y`: starts a campaign after a look at its summary; again, it finishes what broke half-way. */
export function addStart(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  program
    .command('start')
    .description(words.help.start)
    .argument('<file>', words.help.file)
    .requiredOption('--year <year>', words.help.year)
    .option('--brisk', words.help.brisk)
    .option('--yes', words.help.yes)
    .option('--as <code>', words.help.startAs)
    .option('--json', words.help.json)
    .action((path: string, options: StartOptions) => start(deps, path, options));
}

async function start(deps: ClientDeps, path: string, options: StartOptions): Promise<void> {
  const file = await readCampaignFile(deps, path, options);
  const coordinators = file.register.campaign.coordinators;
  const by = checkCoordinator(coordinators, options.as ?? coordinators[0]?.code, deps.words);
  const board = await deps.board();
  const known = (await board.campaigns()).find(({ id }) => id === file.id);
  if (known?.state === 'closed') throw mistake(deps.words.campaignEnded(file.id));
  if (known === undefined && !(await agreed(deps, file, options))) throw mistake(deps.words.notStarted);
  const request = { ...file, by, anchoredAt: deps.now().toISOString() };
  const outcome = await working(deps, options, deps.words.working.start, () =>
    deps.withOffice((office) => startCampaign(board, office, request)),
  );
  tell(deps, file, options, outcome);
}

function agreed(deps: ClientDeps, file: CampaignFile, options: StartOptions): Promise<boolean> {
  const { holidaysFile, mail } = deps.settings();
  const plan = planCampaign(file, deps.now().getTime(), deps.words, holidaysFile);
  if (plan.held.length === 0) throw mistake(deps.words.plan.allBygone(file.year));
  const say = options.json === true ? deps.terminal.warn : deps.terminal.print;
  const summary = startSummary(file, plan);
  // Who wants to see a quick year seldom wants every department to see it too.
  const isForReal = file.cadence.kind === 'brisk' && mail.smtpUrl !== undefined;
  const warnings = [...(isForReal ? [deps.words.plan.briskForReal] : []), ...summary.warnings];
  say(startSummaryText({ ...summary, warnings }, deps.words));
  return confirmed(deps, options, deps.words.askStart);
}

function tell(deps: ClientDeps, { id }: CampaignFile, options: StartOptions, outcome: StartOutcome): void {
  const { words } = deps;
  if (options.json === true) report(deps, options, { campaign: id, ...outcome }, () => '');
  switch (outcome.outcome) {
    case 'differs':
      throw mistake(
        [words.registerDiffers(id), ...outcome.differences.map((one) => differenceLine(one, words))].join('\n'),
      );
    case 'ended':
      throw mistake(words.campaignEnded(id));
    default:
      if (options.json !== true) deps.terminal.print(words.startedAs[outcome.outcome](id));
  }
}

function differenceLine({ what, before, after, command }: CampaignDifference, { plan }: Words): string {
  return `  ${plan.difference(what, before ?? plan.none, after ?? plan.none)}\n    ${command}`;
}
