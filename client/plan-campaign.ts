import { readHolidays } from '../config/holidays.js';
import type { RoundPlan } from '../domain/cadence.js';
import { mailLoad, type PartyLoad } from '../domain/mail-load.js';
import { planConcerns } from '../domain/plan-concerns.js';
import { roundFromNow } from '../domain/round-from-now.js';
import { roundNumbers } from '../domain/round-id.js';
import { planYear } from '../domain/round-plan.js';
import type { CampaignFile } from './read-campaign-file.js';
import type { Words } from './words.js';

export interface CampaignPlan {
  readonly plans: readonly RoundPlan[];
  /** The same rounds as they are held when the campaign begins now; those that have gone by are absent. */
  readonly held: readonly RoundPlan[];
  readonly warnings: readonly string[];
  /** Of the rounds that are held when the campaign begins now. */
  readonly warningsNow: readonly string[];
  readonly load: readonly PartyLoad[];
}

/** The year's dates on today's calendar, what to watch, and how much mail each party has to expect. */
export function planCampaign(
  { register, cadence, quietDays, year }: CampaignFile,
  startsAt: number,
  words: Words,
  holidaysFile?: string,
): CampaignPlan {
  const calendar = { cadence, zone: register.campaign.zone, holidays: readHolidays(holidaysFile), quietDays };
  const plans = planYear({ ...calendar, year, startsAt });
  const held = roundNumbers.flatMap((number) => roundFromNow({ ...calendar, year, startsAt, number }, startsAt) ?? []);
  const warningsOf = (rounds: readonly RoundPlan[]): readonly string[] =>
    planConcerns({ ...calendar, plans: rounds, register }).map(words.planWarning);
  return {
    plans,
    held,
    warnings: warningsOf(plans),
    warningsNow: warningsOf(held),
    load: mailLoad(plans, register),
  };
}
