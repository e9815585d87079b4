import { chineseDay, chineseInstant } from '../domain/chinese-date.js';
import { planYear } from '../domain/round-plan.js';
import { instantIn } from '../domain/zone-time.js';
import * as api from '../workflows/api.js';
import { moveAnchor } from '../record/campaign-anchor.js';
import { setCampaignState } from '../record/campaigns.js';
import { append } from '../record/journal.js';
import { campaignRow, partyRows, taskRows } from '../record/office-facts.js';
import { readRounds, type RoundRecord, saveRounds, setRoundState } from '../record/rounds.js';
import { forEachOf } from './bulk.js';
import { calendarOf } from './campaign-calendar.js';
import { catchUp } from './catch-up.js';
import type { Deps } from './deps.js';
import { exportHistories } from './export-histories.js';
import { ifRunning } from './if-running.js';
import { startParts } from './start-parts.js';
import { skipBygone } from './skip-bygone.js';
import { tellCoordinators } from './tell-coordinators.js';

interface Noted {
  readonly campaign: string;
  readonly by: string;
  readonly act: string;
  readonly at: number;
  readonly why?: string;
  readonly round?: string;
  readonly party?: string;
}

export interface NextRound {
  readonly round: string;
  readonly opensAt: number;
  readonly label: string;
  /** The year's plan as Markdown, for the campaign's current details. */
  readonly details: string;
}

export function createCampaignActivities(deps: Deps) {
  return {
    startParts: ({ campaign }: { readonly campaign: string }) => startParts(deps, campaign),

    /** Plans the rounds not yet opened on today's calendar; null when the year's rounds are over. */
    async planNext({ campaign, at }: { readonly campaign: string; readonly at: number }): Promise<NextRound | null> {
      const row = await catchUp(deps.db, await campaignRow(deps.db, campaign), at);
      const calendar = calendarOf(row, deps.holidays);
      const startsAt = Date.parse(row.anchored_at);
      await saveRounds(deps.db, campaign, planYear({ ...calendar, year: row.year, startsAt }));
      await skipBygone(deps.db, { ...calendar, campaign, year: row.year, startsAt, at });
      const rounds = await readRounds(deps.db, campaign);
      const next = rounds.find(({ state }) => state === 'planned');
      if (!next) return null;
      const opensAt = Date.parse(next.opensAt);
      const label = `${next.round}期开启：${chineseInstant(instantIn(calendar.zone, next.opensAt))}`;
      return { round: next.round, opensAt, label, details: planAsMarkdown(rounds, calendar.zone, next.round) };
    },

    /** A round that can no longer be held is left out, and the coordinators are told why. */
    async skipRound({
      campaign,
      round,
      at,
      why,
    }: {
      campaign: string;
      round: string;
      at: number;
      why: string;
    }): Promise<void> {
      await deps.db.transaction().execute(async (trx) => {
        await setRoundState(trx, { campaign, round, state: 'skipped' });
        await append(trx, { campaign, at: iso(at), by: 'system', act: 'skip-round', round, why });
      });
      await tellCoordinators(deps, {
        campaign,
        about: `skip/${campaign}/${round}`,
        text: `${round}期未能开启：${why}`,
      });
    },

    async note({ at, ...entry }: Noted): Promise<void> {
      await deps.db.transaction().execute((trx) => append(trx, { ...entry, at: iso(at) }));
    },

    async pauseParts({ campaign, at }: { readonly campaign: string; readonly at: number }): Promise<void> {
      await setCampaignState(deps.db, { campaign, state: 'paused' });
      await signalParts(deps, campaign, (id) => deps.client.workflow.getHandle(id).signal(api.pauseSignal, { at }));
    },

    async resumeParts({ campaign, pausedAt, at }: { campaign: string; pausedAt: number; at: number }): Promise<void> {
      await setCampaignState(deps.db, { campaign, state: 'running' });
      const { cadence, anchored_at: anchoredAt } = await campaignRow(deps.db, campaign);
      if (cadence.kind === 'brisk') await moveAnchor(deps.db, campaign, iso(Date.parse(anchoredAt) + at - pausedAt));
      await signalParts(deps, campaign, (id) =>
        deps.client.workflow.getHandle(id).signal(api.resumeSignal, { pausedAt, at }),
      );
    },

    /** Histories to files first, then the workflows end. */
    async endParts({ campaign, at }: { readonly campaign: string; readonly at: number }): Promise<void> {
      const bulletins = (await readRounds(deps.db, campaign)).map(({ round }) => api.ids.bulletin(campaign, round));
      const parts = await partIds(deps, campaign);
      await exportHistories(deps, campaign, parts);
      await forEachOf([...parts, ...bulletins], 32, (id) =>
        ifRunning(() => deps.client.workflow.getHandle(id).signal(api.endSignal)),
      );
      await setCampaignState(deps.db, { campaign, state: 'closed' });
      await deps.db.transaction().execute((trx) => append(trx, { campaign, at: iso(at), by: 'system', act: 'ended' }));
    },
  };
}

async function partIds({ db }: Deps, campaign: string): Promise<readonly string[]> {
  const tasks = await taskRows(db, campaign);
  const leads = new Set(tasks.map(({ lead }) => lead));
  const parties = (await partyRows(db, campaign)).filter(({ code }) => leads.has(code));
  const desks = [...parties.map(({ code }) => code), api.officeDesk, api.coordinatorsDesk];
  return [
    ...desks.map((desk) => api.ids.desk(campaign, desk)),
    ...tasks
      .filter(({ standing }) => standing !== 'accepted' && standing !== 'withdrawn')
      .map(({ number }) => api.ids.task(campaign, number)),
  ];
}

async function signalParts(deps: Deps, campaign: string, signal: (id: string) => Promise<void>): Promise<void> {
  const open = (await readRounds(deps.db, campaign)).filter(({ state }) => state === 'open' || state === 'closing');
  const ids = [...open.map(({ round }) => api.ids.round(campaign, round)), ...(await partIds(deps, campaign))];
  await forEachOf(ids, 32, (id) => ifRunning(() => signal(id)));
}

function planAsMarkdown(rounds: readonly RoundRecord[], zone: string, next: string): string {
  const states = { planned: '待开启', open: '进行中', closing: '关闭中', closed: '已关闭', skipped: '未开启' };
  const rows = rounds.map(
    ({ round, cutoff, opensAt, answerBy, closesAt, state, provisional }) =>
      `| ${round === next ? `**${round}**` : round}${provisional ? '（暂定）' : ''} | ${chineseDay(cutoff)} | ${[
        opensAt,
        answerBy,
        closesAt,
      ]
        .map((at) => chineseInstant(instantIn(zone, at)))
        .join(' | ')} | ${states[state]} |`,
  );
  return ['| 调度期 | 数据截至 | 开启 | 报送截止 | 关闭 | 状态 |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
