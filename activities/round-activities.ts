import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import { setTimeout as wait } from 'node:timers/promises';
import { chineseInstant } from '../domain/chinese-date.js';
import { LateRoundRefused } from '../domain/late-round-refused.js';
import { parseRoundId } from '../domain/round-id.js';
import { planRound } from '../domain/round-plan.js';
import { shiftByPause } from '../domain/shift-by-pause.js';
import { instantIn } from '../domain/zone-time.js';
import * as api from '../workflows/api.js';
import { append } from '../record/journal.js';
import { lockCampaigns } from '../record/lock-campaigns.js';
import { addOpeningNotices, countUnsentOpenings, dueOpenings } from '../record/notices.js';
import { campaignRow } from '../record/office-facts.js';
import { countOpenTasks, runningTasks } from '../record/round-opening.js';
import { readRound, type RoundRecord, saveRounds, setRoundState } from '../record/rounds.js';
import { movePlan } from '../record/round-shift.js';
import { forEachOf } from './bulk.js';
import { catchUp } from './catch-up.js';
import { calendarOf, type CampaignCalendar, lateAfterMs } from './campaign-calendar.js';
import type { Deps } from './deps.js';
import { ifRunning } from './if-running.js';
import { lifeSteps } from './life-steps.js';
import { claimOpenings } from './letters/claim-openings.js';
import { draftCalls } from './letters/draft-calls.js';
import { draftReport } from './letters/draft-report.js';
import { sendUnsent } from './letters/send-unsent.js';

interface OfRound {
  readonly campaign: string;
  readonly round: string;
}

/** What the round workflow holds of its plan. Instants are epoch milliseconds. */
export interface RoundOpening {
  readonly callsAt: number;
  readonly closesAt: number;
  readonly callsLabel: string;
  readonly closesLabel: string;
  readonly tasks: number;
  readonly letters: number;
  readonly details: string;
  readonly lateAfterMs: number;
}

export function createRoundActivities(deps: Deps) {
  const { db } = deps;
  const calendarFor = async (campaign: string) => calendarOf(await campaignRow(db, campaign), deps.holidays);

  return {
    /** Plans the round on today's calendar and lays its openings down as one list; a second call finds it done. */
    async openRound({ campaign, round, at }: OfRound & { readonly at: number }): Promise<RoundOpening> {
      const calendar = await calendarFor(campaign);
      const { year, anchored_at: anchoredAt } = await catchUp(db, await campaignRow(db, campaign), at);
      await db.transaction().execute(async (trx) => {
        await lockCampaigns(trx, [campaign]);
        if ((await readRound(trx, { campaign, round }))?.state !== 'planned') return;
        const { number } = parseRoundId(round);
        const plan = refusingLate(() =>
          planRound({ ...calendar, year, number, startsAt: Date.parse(anchoredAt), openedAt: at }),
        );
        await saveRounds(trx, campaign, [plan]);
        await setRoundState(trx, { campaign, round, state: 'open' });
        await addOpeningNotices(trx, { campaign, round, at: new Date(Date.parse(plan.opensAt)).toISOString() });
        await append(trx, { campaign, at: new Date(at).toISOString(), by: 'system', act: 'open-round', round });
      });
      const opened = await stored({ campaign, round });
      const openings = await dueOpenings(db, { campaign, round });
      return opening(
        opened,
        calendar,
        (await runningTasks(db, campaign)).length,
        new Set(openings.map(({ desk }) => desk)).size,
      );
    },

    /** The 35 openings leave as one list: nothing forces a turn of each desk before the first letter leaves. */
    async sendOpenings({ campaign, round }: OfRound): Promise<{ letters: number }> {
      await claimOpenings(deps, { campaign, round });
      return { letters: await sendUnsent(deps, { campaign, round, kind: 'opening' }) };
    },

    async openTasks({ campaign, round }: OfRound): Promise<void> {
      const calendar = await calendarFor(campaign);
      const { answerBy, closesAt, ladder } = await stored({ campaign, round });
      const open: api.OpenTask = {
        round,
        answerBy: Date.parse(answerBy),
        closesAt: Date.parse(closesAt),
        steps: lifeSteps(ladder, answerBy, calendar),
        lateAfterMs: lateAfterMs(calendar),
      };
      await lettersFirst({ campaign, round });
      await signalTasks(campaign, (task) => task.signal(api.openSignal, open));
    },

    /** Who has not answered, with numbers to ring, goes to the coordinators' desk. */
    listCalls: ({ campaign, round, at }: OfRound & { readonly at: number }) =>
      draftCalls(deps, { campaign, round, at }),

    async closeTasks({ campaign, round }: OfRound): Promise<void> {
      await setRoundState(db, { campaign, round, state: 'closing' });
      await signalTasks(campaign, (task) => task.signal(api.closeSignal, { round }));
    },

    /** Ends once the record shows no task of the round open. */
    async settleRound({ campaign, round, at }: OfRound & { readonly at: number }): Promise<void> {
      while ((await countOpenTasks(db, { campaign, round })) > 0) {
        heartbeat();
        await wait(200);
      }
      await db.transaction().execute(async (trx) => {
        await setRoundState(trx, { campaign, round, state: 'closed' });
        await append(trx, { campaign, at: new Date(at).toISOString(), by: 'system', act: 'close-round', round });
      });
      await draftReport(deps, { campaign, round, at });
    },

    async shiftRound(of: OfRound & { readonly pausedAt: number; readonly resumedAt: number }) {
      const calendar = await calendarFor(of.campaign);
      const shifted = shiftByPause(await stored(of), of, calendar);
      await movePlan(db, of, shifted);
      return { callsAt: callsAtOf(shifted), closesAt: Date.parse(shifted.closesAt) };
    },
  };

  /** The turns of 106 tasks would hold up the letters; a relay that is down holds up the tasks two seconds at most. */
  async function lettersFirst(of: OfRound): Promise<void> {
    for (let looks = 40; looks > 0 && (await countUnsentOpenings(db, of)) > 0; looks -= 1) {
      heartbeat();
      await wait(50);
    }
  }

  async function stored(of: OfRound): Promise<RoundRecord> {
    const record = await readRound(db, of);
    if (!record) throw ApplicationFailure.nonRetryable(`行动${of.campaign}没有调度期${of.round}。`, 'NoRound');
    return record;
  }

  async function signalTasks(
    campaign: string,
    signal: (task: ReturnType<typeof handle>) => Promise<void>,
  ): Promise<void> {
    const tasks = await runningTasks(db, campaign);
    await forEachOf(tasks, 32, (number) => ifRunning(() => signal(handle(campaign, number))));
  }

  function handle(campaign: string, number: number) {
    return deps.client.workflow.getHandle(api.ids.task(campaign, number));
  }
}

function opening(plan: RoundRecord, calendar: CampaignCalendar, tasks: number, letters: number): RoundOpening {
  const local = (at: string | number) => chineseInstant(instantIn(calendar.zone, at));
  const callsAt = callsAtOf(plan);
  return {
    callsAt,
    closesAt: Date.parse(plan.closesAt),
    callsLabel: `电话清单：${local(callsAt)}`,
    closesLabel: `关闭：${local(plan.closesAt)}`,
    tasks,
    letters,
    details: [
      `**${plan.round}期**：${tasks}项任务，数据截至${plan.cutoff}`,
      `开启 ${local(plan.opensAt)}　报送截止 ${local(plan.answerBy)}　关闭 ${local(plan.closesAt)}`,
    ].join('\n\n'),
    lateAfterMs: lateAfterMs(calendar),
  };
}

/** A ladder without calls has them at closing, which comes first. */
function callsAtOf({ ladder, closesAt }: Pick<RoundRecord, 'ladder' | 'closesAt'>): number {
  return Date.parse(ladder.find(({ kind }) => kind === 'calls')?.at ?? closesAt);
}

function refusingLate<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (error instanceof LateRoundRefused) throw ApplicationFailure.nonRetryable(error.message, 'LateRoundRefused');
    throw error;
  }
}
