import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { atTheMailroom, atTheOffice } from './activity-proxies.js';
import * as api from './api.js';

/** One addressee's outbox: what becomes due at one instant leaves as one letter, after the time it takes to settle. */
export async function desk(input: api.DeskInput): Promise<void> {
  const { campaign, desk: code, name, settleMs } = input;
  const due = new Set(input.due);
  let paused = false;
  let ended = false;
  let stoppedUntil = 0;
  let last = '尚未发文';

  setHandler(api.dueSignal, ({ at }) => {
    due.add(at);
  });
  setHandler(api.pauseSignal, () => {
    paused = true;
  });
  setHandler(api.resumeSignal, () => {
    paused = false;
  });
  setHandler(api.endSignal, () => {
    ended = true;
  });
  setHandler(api.signUpdate, async ({ by, letter }) => {
    const outcome = await atTheMailroom.signLetter.executeWithOptions({ summary: `签发督办函：${name}` }, [
      { campaign, letter, by, at: Date.now() },
    ]);
    if (outcome.retryAt) due.add(outcome.retryAt);
    return outcome.outcome;
  });
  setHandler(api.stopUpdate, async ({ by, why, until }) => {
    stoppedUntil = Date.parse(until);
    await atTheOffice.note({
      campaign,
      by,
      act: 'stop',
      party: code,
      at: Date.now(),
      ...(why !== undefined && { why }),
    });
  });
  setHandler(api.changeContactUpdate, async ({ by, why, post, change }) => {
    await atTheOffice.changeContact({
      campaign,
      desk: code,
      post,
      change,
      by,
      at: Date.now(),
      ...(why !== undefined && { why }),
    });
  });

  describe();
  while (!isEnded()) {
    const instant = soonest();
    const moved = () => ended || soonest() !== instant;
    const leavesAt = Math.max((instant ?? 0) + settleMs, stoppedUntil);
    if (workflowInfo().continueAsNewSuggested) await renew();
    if (instant === undefined) await condition(moved);
    else if (leavesAt <= Date.now() || !(await condition(moved, leavesAt - Date.now(), { summary: `发文：${name}` })))
      await dispatch(instant);
  }
  await condition(allHandlersFinished);

  async function dispatch(instant: number): Promise<void> {
    due.delete(instant);
    const outcome = await atTheMailroom.dispatchLetters.executeWithOptions({ summary: `发文：${name}` }, [
      { campaign, desk: code, at: instant },
    ]);
    if (outcome.retryAt) due.add(outcome.retryAt);
    last = outcome.summary;
    describe();
  }

  function isEnded(): boolean {
    return ended;
  }

  function soonest(): number | undefined {
    return paused || due.size === 0 ? undefined : Math.min(...due);
  }

  function describe(): void {
    setCurrentDetails(`**${name}**\n\n${paused ? '已暂停发文。' : `最近：${last}`}`);
  }

  async function renew(): Promise<void> {
    do {
      await condition(allHandlersFinished);
      await sleep('1 second');
    } while (!allHandlersFinished());
    await continueAsNew<typeof desk>({ ...input, due: [...due] });
  }
}
