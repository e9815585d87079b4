import { readHolidays } from '../config/holidays.js';
import type { RoundPlan } from '../domain/cadence.js';
import { mailLoad, type PartyLoad } from '../domain/mail-load.js';
import { planConcerns } from '../domain/plan-concerns.js';
import { planYear } from '../domain/round-plan.js';
import type { CampaignFile } from './read-campaign-file.js';
import type { Words } from './words.js';

export interface CampaignPlan {
  readonly plans: readonly RoundPlan[];
  readonly warnings: readonly string[];
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
  return {
    plans,
    warnings: planConcerns({ ...calendar, plans, register }).map(words.planWarning),
    load: mailLoad(plans, register),
  };
}
