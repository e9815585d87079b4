import { addWorkdays } from '../domain/add-workdays.js';
import type { Cadence } from '../domain/cadence.js';
import { lateLadder } from '../domain/late-ladder.js';
import { replanLadder } from '../domain/replan-ladder.js';
import { shiftByPause } from '../domain/shift-by-pause.js';
import type { LifeRound, LifeStep, Replanned } from '../domain/task-life/life.js';
import { instantIn } from '../domain/zone-time.js';
import { campaignRow, roundRow } from '../record/office-facts.js';
import { createTransitionBatch } from '../record/transition-batch.js';
import type { TaskTransition } from '../record/transitions.js';
import { announce } from './announce.js';
import { calendarOf, type CampaignCalendar } from './campaign-calendar.js';
import type { Deps } from './deps.js';
import { startDesk } from './start-parts.js';
import { createWaking } from './wake-together.js';
import { ladderOf, lifeSteps, stepLabel } from './life-steps.js';

type InRound = Readonly<{ campaign: string; round: string; at: number }>;

export function createTaskActivities(deps: Deps) {
  const write = createTransitionBatch(deps.db);
  const wake = createWaking();
  const calendarFor = async (campaign: string) => calendarOf(await campaignRow(deps.db, campaign), deps.holidays);

  return {
    /** Writes a transition with all that follows from it, and tells the desks; writing it twice changes nothing. */
    async recordTransition(written: TaskTransition): Promise<void> {
      await write(written);
      // A new lead may never have led a task before.
      if (written.event === 'reassign') await startDesk(deps, written.campaign, written.lead);
      for (const { desk, at } of written.notices) await announce(deps, written.campaign, desk, at);
    },

    /** An extension goes at most to closing; the steps after it are planned anew. */
    async planExtension({ campaign, round, until, at }: InRound & { readonly until: string }) {
      const calendar = await calendarFor(campaign);
      const closesAt = (await roundRow(deps.db, campaign, round)).closes_at;
      const answerBy = instantIn(calendar.zone, Math.min(Date.parse(until), Date.parse(closesAt)));
      const ladder = replanLadder({ answerBy, closesAt, now: at, withOpening: false }, calendar);
      return { until: Date.parse(answerBy), steps: lifeSteps(ladder, answerBy, calendar) };
    },

    /** Three workdays to mend an answer, at most until closing; one reminder a workday before. */
    async planReturn({ campaign, round, at }: InRound): Promise<{ until: number; reminder?: LifeStep }> {
      const calendar = await calendarFor(campaign);
      const closesAt = Date.parse((await roundRow(deps.db, campaign, round)).closes_at);
      const until = Math.min(Date.parse(addWorkdays(at, 3, calendar)), closesAt);
      const remindAt = Date.parse(addWorkdays(at, 2, calendar)) - hoursBeforeEvening(calendar);
      if (remindAt <= at || remindAt >= until) return { until };
      const label = stepLabel(
        'return-reminder',
        instantIn(calendar.zone, remindAt),
        instantIn(calendar.zone, until),
        calendar,
      );
      return { until, reminder: { kind: 'return-reminder', at: remindAt, label } };
    },

    /** A new lead has five workdays or the round's time, whichever is later, at most until closing. */
    async planReassignment({
      campaign,
      round,
      at,
    }: InRound): Promise<{ answerBy: number; steps: readonly LifeStep[] }> {
      const calendar = await calendarFor(campaign);
      const { answer_by: planned, closes_at: closesAt } = await roundRow(deps.db, campaign, round);
      const wanted = Math.max(Date.parse(planned), Date.parse(addWorkdays(at, 5, calendar)));
      const answerBy = instantIn(calendar.zone, Math.min(wanted, Date.parse(closesAt)));
      const ladder = replanLadder({ answerBy, closesAt, now: at, withOpening: true }, calendar);
      return { answerBy: Date.parse(answerBy), steps: lifeSteps(ladder, answerBy, calendar) };
    },

    async replanAfterOutage(of: LifeRound & { readonly campaign: string; readonly at: number }): Promise<Replanned> {
      const calendar = await calendarFor(of.campaign);
      const { answerBy, closesAt, ladder } = plannedAs(of, calendar);
      const late = lateLadder({ answerBy, closesAt, ladder, now: wake(of) }, calendar);
      return { answerBy: of.answerBy, closesAt: of.closesAt, steps: lifeSteps(late, answerBy, calendar) };
    },

    async shiftByPause(of: LifeRound & { readonly campaign: string } & Paused): Promise<Replanned> {
      const calendar = await calendarFor(of.campaign);
      const shifted = shiftByPause(plannedAs(of, calendar), of, calendar);
      return {
        answerBy: Date.parse(shifted.answerBy),
        closesAt: Date.parse(shifted.closesAt),
        steps: lifeSteps(shifted.ladder, shifted.answerBy, calendar),
      };
    },
  };
}

interface Paused {
  readonly pausedAt: number;
  readonly resumedAt: number;
}

function plannedAs({ answerBy, closesAt, steps }: LifeRound, { zone }: CampaignCalendar) {
  return {
    answerBy: instantIn(zone, answerBy),
    closesAt: instantIn(zone, closesAt),
    ladder: ladderOf(steps, zone),
  };
}

/** Workdays end at 17:00; the reminder leaves in the morning. */
function hoursBeforeEvening({ cadence }: { readonly cadence: Cadence }): number {
  return cadence.kind === 'brisk' ? 0 : 7.5 * 3_600_000;
}
