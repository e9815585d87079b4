import type { CampaignPlan } from './plan-campaign.js';
import type { CampaignFile } from './read-campaign-file.js';
import { table } from './table.js';
import type { Words } from './words.js';

export interface StartSummary {
  readonly campaign: string;
  readonly title: string;
  readonly tasks: number;
  readonly parties: number;
  readonly rounds: readonly { readonly round: string; readonly opensAt: string; readonly answerBy: string }[];
  /** Letters of the year's ladders, when everybody answers at once and when nobody ever does. */
  readonly mails: { readonly min: number; readonly max: number };
  readonly warnings: readonly string[];
}

/** What a coordinator looks at before a campaign is started for real. */
export function startSummary({ id, register }: CampaignFile, { plans, load, warnings }: CampaignPlan): StartSummary {
  const rounds = load.flatMap((party) => party.rounds);
  return {
    campaign: id,
    title: register.campaign.title,
    tasks: register.tasks.length,
    parties: register.parties.length,
    rounds: plans.map(({ round, opensAt, answerBy }) => ({ round, opensAt, answerBy })),
    mails: { min: sum(rounds.map(({ min }) => min)), max: sum(rounds.map(({ max }) => max)) },
    warnings,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function startSummaryText(summary: StartSummary, words: Words): string {
  const { campaign, title, tasks, parties, rounds, mails, warnings } = summary;
  const { plan, names } = words;
  const dates = rounds.map(({ round, opensAt, answerBy }) => [
    `  ${round}`,
    plan.opens(names.wall(opensAt, false)),
    plan.due(names.wall(answerBy, false)),
  ]);
  return [
    plan.campaign(title, campaign),
    plan.size(tasks, parties, mails.min, mails.max),
    table(['', '', ''], dates).replace(/^\s*\n/, ''),
    ...(warnings.length === 0 ? [] : [plan.toNote]),
    ...warnings.map((warning) => `  · ${warning}`),
  ].join('\n');
}
