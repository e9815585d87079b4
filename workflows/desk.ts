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
import { refuse } from './refuse.js';

/** One addressee's outbox: what becomes due at one instant leaves as one letter, after the time it takes to settle. */
export async function desk(input: api.DeskInput): Promise<void> {
  const { campaign, desk: code, name, settleMs } = input;
  const due = new Set(input.carried?.due);
  let paused = input.carried?.paused ?? false;
  let ended = false;
  let stoppedUntil = input.carried?.stoppedUntil ?? 0;
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
  setHandler(
    api.signUpdate,
    async ({ by, letter }) => {
      const outcome = await atTheMailroom.signLetter.executeWithOptions({ summary: `签发督办函：${name}` }, [
        { campaign, letter, by, at: Date.now() },
      ]);
      if (outcome.retryAt) due.add(outcome.retryAt);
      return outcome.outcome;
    },
    {
      validator: ({ letter }) => (isId(letter) ? undefined : refuse(({ noLetter }) => noLetter(letter))),
    },
  );
  setHandler(
    api.stopUpdate,
    async ({ by, why, until }) => {
      stoppedUntil = Date.parse(until);
      await atTheOffice.note({
        campaign,
        by,
        act: 'stop',
        party: code,
        at: Date.now(),
        ...(why !== undefined && { why }),
      });
    },
    {
      validator: ({ until }) =>
        Date.parse(until) > Date.now() ? undefined : refuse(({ stopPast }) => stopPast(until)),
    },
  );
  setHandler(
    api.changeContactUpdate,
    async ({ by, why, post, change }) => {
      await atTheOffice.changeContact({
        campaign,
        desk: code,
        post,
        change,
        by,
        at: Date.now(),
        ...(why !== undefined && { why }),
      });
    },
    {
      validator: ({ change }) => (isId(change) ? undefined : refuse(({ noChange }) => noChange(change))),
    },
  );
  setHandler(api.askContactsUpdate, async ({ by, why }) => {
    await atTheOffice.askContacts({ campaign, desk: code, by, at: Date.now(), ...(why !== undefined && { why }) });
  });

  describe();
  while (!isEnded()) {
    const instant = soonest();
    const leaves = leavesAt();
    const moved = () => ended || leavesAt() !== leaves;
    if (workflowInfo().continueAsNewSuggested) await renew();
    if (instant === undefined || leaves === undefined) await condition(moved);
    else if (leaves <= Date.now() || !(await condition(moved, leaves - Date.now(), { summary: `发文：${name}` })))
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

  /** After the time it takes to settle, and not before a stop ends. */
  function leavesAt(): number | undefined {
    const instant = soonest();
    return instant === undefined ? undefined : Math.max(instant + settleMs, stoppedUntil);
  }

  function describe(): void {
    setCurrentDetails(`**${name}**\n\n${paused ? '已暂停发文。' : `最近：${last}`}`);
  }

  async function renew(): Promise<void> {
    do {
      await condition(allHandlersFinished);
      await sleep('1 second');
    } while (!allHandlersFinished());
    await continueAsNew<typeof desk>({ ...input, carried: { due: [...due], paused, stoppedUntil } });
  }
}

function isId(id: number): boolean {
  return Number.isInteger(id) && id > 0;
}
