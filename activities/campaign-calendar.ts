import { Duration } from 'luxon';
import type { HolidayData } from '../domain/cadence.js';
import type { OfficeCalendar } from '../domain/office-calendar.js';
import type { CampaignRow } from '../record/office-facts.js';

export type CampaignCalendar = OfficeCalendar;

/** What every date of a stored campaign is counted with. */
export function calendarOf(campaign: CampaignRow, holidays: HolidayData): CampaignCalendar {
  return {
    cadence: campaign.cadence,
    zone: campaign.setup.zone,
    holidays,
    quietDays: campaign.quiet_days,
  };
}

/** How late a step may come before the rest of the ladder is planned anew. */
export function lateAfterMs({ cadence }: CampaignCalendar): number {
  return cadence.kind === 'brisk' ? 3 * cadence.workdayMs : Duration.fromObject({ hours: 3 }).toMillis();
}

/** When the gate is tried again. */
export function retryMs({ cadence }: CampaignCalendar): number {
  return cadence.kind === 'brisk' ? cadence.workdayMs : Duration.fromObject({ hours: 1 }).toMillis();
}

/** How long a draft waits before its coordinators are reminded. */
export function remindMs({ cadence }: CampaignCalendar): number {
  return cadence.kind === 'brisk' ? 4 * cadence.workdayMs : Duration.fromObject({ hours: 24 }).toMillis();
}
