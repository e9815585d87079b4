import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { planCalendar, planReport } from '../plan-calendar.js';
import { planCampaign } from '../plan-campaign.js';
import { readCampaignFile, type CampaignFileOptions } from '../read-campaign-file.js';
import { report } from '../report.js';

interface PlanOptions extends CampaignFileOptions {
  readonly json?: boolean;
}

/** `plan FILE --year Y`: the year's dates as a calendar for the wall; starts nothing. */
export function addPlan(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  program
    .command('plan')
    .description(words.help.plan)
    .argument('<file>', words.help.file)
    .requiredOption('--year <year>', words.help.year)
    .option('--brisk', words.help.brisk)
    .option('--json', words.help.json)
    .action(async (path: string, options: PlanOptions) => {
      const file = await readCampaignFile(deps, path, options);
      const { plans, warnings, load } = planCampaign(file, deps.now().getTime(), words, deps.settings().holidaysFile);
      const { title, zone } = file.register.campaign;
      report(deps, options, planReport(file.id, zone, plans, warnings), () =>
        planCalendar({ title, year: file.year, zone, plans, load, warnings }, words),
      );
    });
}
