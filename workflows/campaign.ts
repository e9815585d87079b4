import {
  condition,
  executeChild,
  ParentClosePolicy,
  isCancellation,
  setCurrentDetails,
  setHandler,
  WorkflowIdReusePolicy,
  workflowInfo,
  ChildWorkflowFailure,
} from '@temporalio/workflow';
import { atTheOffice } from './activity-proxies.js';
import * as api from './api.js';
import { refuse } from './refuse.js';
import { round } from './round.js';

/** The clock of one campaign's year: holds the timer to the next opening, starts the round, and waits for its end. */
export async function campaign(input: api.CampaignInput): Promise<void> {
  const { campaign: code } = input;
  let state: api.CampaignProgress['state'] = 'starting';
  let openRound: string | null = null;
  let next: Awaited<ReturnType<typeof atTheOffice.planNext>> = null;
  let pausedAt: number | undefined;
  let orderedRound: string | undefined;
  let planChanged = false;

  setHandler(api.campaignQuery, () => ({
    state,
    openRound,
    nextRound: next?.round ?? null,
    nextOpening: next ? new Date(next.opensAt).toISOString() : null,
  }));
  setHandler(
    api.openRoundUpdate,
    async (order) => {
      orderedRound = order.round;
      await note('open-round', order.by, order.why, order.round);
    },
    {
      validator: (order) => {
        if (state !== 'running') refuse(({ notOpened, states }) => notOpened(states[state]));
        const open = openRound;
        if (open) refuse(({ stillOpen }) => stillOpen(open, order.round));
        if (order.round !== next?.round) refuse(({ otherNext }) => otherNext(next?.round, order.round));
      },
    },
  );
  setHandler(
    api.pauseUpdate,
    async ({ by, why }) => {
      state = 'paused';
      pausedAt = Date.now();
      await atTheOffice.pauseParts({ campaign: code, at: pausedAt });
      await note('pause', by, why);
    },
    {
      validator: (_order: api.Order) =>
        state === 'running' ? undefined : refuse(({ notPaused, states }) => notPaused(states[state])),
    },
  );
  setHandler(
    api.resumeUpdate,
    async ({ by, why }) => {
      const since = pausedAt ?? Date.now();
      await atTheOffice.resumeParts({ campaign: code, pausedAt: since, at: Date.now() });
      state = 'running';
      pausedAt = undefined;
      planChanged = true;
      await note('resume', by, why);
    },
    {
      validator: (_order: api.Order) =>
        state === 'paused' ? undefined : refuse(({ notResumed, states }) => notResumed(states[state])),
    },
  );
  setHandler(api.addUpdate, async ({ by, why }) => {
    await atTheOffice.startParts({ campaign: code });
    await note('add', by, why);
  });
  setHandler(
    api.closeUpdate,
    async ({ by, why }) => {
      state = 'closed';
      await note('close', by, why);
    },
    {
      validator: (_order: api.Order) => {
        const open = openRound;
        if (open) refuse(({ openAtEnd }) => openAtEnd(open));
        if (state === 'closed') refuse(({ hasEnded }) => hasEnded);
      },
    },
  );

  setCurrentDetails('**正在启动**：任务与文书');
  await atTheOffice.startParts.executeWithOptions({ summary: '启动各任务与文书' }, [{ campaign: code }]);
  state = 'running';
  while (!isClosed()) {
    next = await atTheOffice.planNext.executeWithOptions({ summary: '按今日日历排期' }, [
      { campaign: code, at: Date.now() },
    ]);
    planChanged = false;
    setCurrentDetails(next?.details ?? '**本年各期已毕**：等待结束行动（shuangyue close）。');
    await condition(() => state !== 'paused');
    if (await opening()) await hold(orderedRound ?? next?.round);
  }
  await atTheOffice.endParts.executeWithOptions({ summary: '导出历史并结束各任务' }, [
    { campaign: code, at: Date.now() },
  ]);
  setCurrentDetails('**行动已结束**，历史已导出。');

  /** True when a round is to open: its time has come or a coordinator ordered it. */
  async function opening(): Promise<boolean> {
    const interrupted = () => state !== 'running' || orderedRound !== undefined || planChanged;
    if (!next) await condition(interrupted);
    else if (Date.now() < next.opensAt)
      await condition(interrupted, next.opensAt - Date.now(), { summary: next.label });
    return state === 'running' && next !== null && (orderedRound !== undefined || Date.now() >= next.opensAt);
  }

  async function hold(id: string | undefined): Promise<void> {
    orderedRound = undefined;
    if (!id) return;
    openRound = id;
    try {
      await executeChild(round, {
        workflowId: api.ids.round(code, id),
        args: [{ campaign: code, round: id }],
        parentClosePolicy: ParentClosePolicy.ABANDON,
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        typedSearchAttributes: [
          { key: api.searchAttributes.campaign, value: code },
          { key: api.searchAttributes.round, value: id },
        ],
        staticSummary: `${id}期调度`,
        workflowTaskTimeout: workflowInfo().taskTimeoutMs,
      });
    } catch (failure) {
      if (isCancellation(failure) || !(failure instanceof ChildWorkflowFailure)) throw failure;
      await atTheOffice.skipRound({
        campaign: code,
        round: id,
        at: Date.now(),
        why: failure.cause?.message ?? failure.message,
      });
    } finally {
      openRound = null;
    }
  }

  function isClosed(): boolean {
    return state === 'closed';
  }

  async function note(act: string, by: string, why?: string, opened?: string): Promise<void> {
    await atTheOffice.note({
      campaign: code,
      by,
      act,
      at: Date.now(),
      ...(why !== undefined && { why }),
      ...(opened && { round: opened }),
    });
  }
}
