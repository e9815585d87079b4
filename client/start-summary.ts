import type { CampaignPlan } from './plan-campaign.js';
import type { RoundPlan } from '../domain/cadence.js';
import type { CampaignFile } from './read-campaign-file.js';
import { table } from './table.js';
import type { Words } from './words.js';

export interface RoundToStart {
  readonly round: string;
  readonly opensAt: string;
  readonly answerBy: string;
  /** `bygone`: it is not held any more. `late`: it opens at once, with a deadline of its own. */
  readonly held: 'planned' | 'late' | 'bygone';
}

export interface StartSummary {
  readonly campaign: string;
  readonly title: string;
  readonly tasks: number;
  readonly parties: number;
  readonly rounds: readonly RoundToStart[];
  /** Letters of the year's ladders, when everybody answers at once and when nobody ever does. */
  readonly mails: { readonly min: number; readonly max: number };
  readonly warnings: readonly string[];
}

/** What a coordinator looks at before a campaign is started for real. */
export function startSummary(
  { id, register }: CampaignFile,
  { plans, held, load, warningsNow }: CampaignPlan,
): StartSummary {
  const isHeld = new Set(held.map(({ round }) => round));
  const letters = load.flatMap((party) => party.rounds).filter(({ round }) => isHeld.has(round));
  return {
    campaign: id,
    title: register.campaign.title,
    tasks: register.tasks.length,
    parties: register.parties.length,
    rounds: plans.map((plan) => roundToStart(plan, held)),
    mails: { min: sum(letters.map(({ min }) => min)), max: sum(letters.map(({ max }) => max)) },
    warnings: warningsNow,
  };
}

function roundToStart(plan: RoundPlan, held: readonly RoundPlan[]): RoundToStart {
  const begun = held.find(({ round }) => round === plan.round);
  const { round, opensAt, answerBy } = begun ?? plan;
  if (begun === undefined) return { round, opensAt, answerBy, held: 'bygone' };
  return { round, opensAt, answerBy, held: Date.parse(opensAt) > Date.parse(plan.opensAt) ? 'late' : 'planned' };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

export function startSummaryText(summary: StartSummary, words: Words): string {
  const { campaign, title, tasks, parties, rounds, mails, warnings } = summary;
  const { plan, names } = words;
  const dates = rounds.map(({ round, opensAt, answerBy, held }) => [
    `  ${round}`,
    plan.openings[held](names.wall(opensAt, false)),
    held === 'bygone' ? '' : plan.due(names.wall(answerBy, false)),
  ]);
  return [
    plan.campaign(title, campaign),
    plan.size(tasks, parties, mails.min, mails.max),
    table(['', '', ''], dates).replace(/^\s*\n/, ''),
    ...(warnings.length === 0 ? [] : [plan.toNote]),
    ...warnings.map((warning) => `  · ${warning}`),
  ].join('\n');
}
