import {
  condition,
  ParentClosePolicy,
  setCurrentDetails,
  setHandler,
  startChild,
  WorkflowIdReusePolicy,
  workflowInfo,
} from '@temporalio/workflow';
import { atTheMailroom, atTheOffice } from './activity-proxies.js';
import * as api from './api.js';
import { refuse } from './refuse.js';
import { bulletin } from './bulletin.js';

/** One bimonthly call: planned on today's calendar, opened with one list of letters, closed, and rolled up. */
export async function round(input: api.RoundInput): Promise<void> {
  const { campaign, round: id } = input;
  let closing = false;
  let paused = false;
  let callsListed = false;

  const plan = await atTheOffice.openRound({ campaign, round: id, at: Date.now() });
  let { callsAt, closesAt } = plan;

  setHandler(
    api.closeRoundUpdate,
    async ({ by, why }) => {
      closing = true;
      await atTheOffice.note({
        campaign,
        round: id,
        by,
        act: 'close-round',
        at: Date.now(),
        ...(why !== undefined && { why }),
      });
    },
    {
      validator: (_order: api.Order) => {
        if (closing) refuse(({ roundClosing }) => roundClosing(id));
      },
    },
  );
  setHandler(api.pauseSignal, () => {
    paused = true;
  });
  setHandler(api.resumeSignal, async ({ pausedAt, at }) => {
    const shifted = await atTheOffice.shiftRound({ campaign, round: id, pausedAt, resumedAt: at });
    ({ callsAt, closesAt } = shifted);
    paused = false;
  });

  setCurrentDetails(plan.details);
  await Promise.all([
    atTheMailroom.sendOpenings.executeWithOptions({ summary: `调度通知：${plan.letters}封` }, [
      { campaign, round: id },
    ]),
    atTheOffice.openTasks.executeWithOptions({ summary: `开启${plan.tasks}项任务` }, [{ campaign, round: id }]),
  ]);

  while (!closing) {
    const instant = callsListed ? closesAt : Math.min(callsAt, closesAt);
    const summary = callsListed ? plan.closesLabel : plan.callsLabel;
    const moved = () => closing || paused || instant !== (callsListed ? closesAt : Math.min(callsAt, closesAt));
    if (paused) await condition(() => !paused || closing);
    else if (!(await condition(moved, Math.max(1, instant - Date.now()), { summary }))) await reach(instant);
  }

  setCurrentDetails(`**${id}期正在关闭**`);
  await atTheOffice.closeTasks.executeWithOptions({ summary: '关闭调度期：未报计入未报' }, [{ campaign, round: id }]);
  await atTheOffice.settleRound({ campaign, round: id, at: Date.now() });
  await startChild(bulletin, {
    workflowId: api.ids.bulletin(campaign, id),
    args: [{ campaign, round: id }],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE,
    typedSearchAttributes: [
      { key: api.searchAttributes.campaign, value: campaign },
      { key: api.searchAttributes.round, value: id },
    ],
    staticSummary: `${id}期简报`,
    workflowTaskTimeout: workflowInfo().taskTimeoutMs,
  });
  setCurrentDetails(`**${id}期已关闭**，简报另行编发。`);

  /** The calls, and then the closing. Calls that an outage held up past the deadline are not made any more. */
  async function reach(instant: number): Promise<void> {
    if (instant === closesAt) closing = true;
    else {
      callsListed = true;
      if (Date.now() - callsAt <= plan.lateAfterMs)
        await atTheOffice.listCalls.executeWithOptions({ summary: '电话清单' }, [{ campaign, round: id, at: callsAt }]);
    }
  }
}
