import {
  allHandlersFinished,
  condition,
  continueAsNew,
  setCurrentDetails,
  setHandler,
  sleep,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow';
import { describeLife } from '../domain/task-life/describe.js';
import { hasEnded, isOpen, type LifeEvent, type LifeStep, newLife, type TaskLife } from '../domain/task-life/life.js';
import { reduce } from '../domain/task-life/reduce.js';
import { refusal, type TaskOrder } from '../domain/task-life/refusal.js';
import { atOnce } from './activity-proxies.js';
import * as api from './api.js';
import { refuse } from './refuse.js';

/**
 * One task for one campaign's year: opened by each round, it walks the ladder while its lead is silent, takes answers
 * whenever they come, and ends when it is accepted or withdrawn. Every change is decided by the reducer in the handler
 * that brings it, and written before the handler ends.
 */
export async function task(input: api.TaskInput): Promise<void> {
  const { campaign, number } = input;
  let life: TaskLife = input.carried ?? newLife(input.lead);
  let ended = false;

  async function happen(event: LifeEvent): Promise<void> {
    const before = life;
    const decision = reduce(life, event);
    life = decision.life;
    show(before, life);
    if (decision.transition) {
      const summary = describeLife(life).headline;
      await atOnce.recordTransition.executeWithOptions({ summary }, [
        { campaign, task: number, ...decision.transition },
      ]);
    }
  }

  async function answer(stored: api.StoredAnswer): Promise<api.Accounted> {
    // Mail may overtake the order that opens the round.
    await condition(() => hasReached(life, stored.round), '1 minute');
    await happen({ kind: 'answer', at: Date.now(), ...stored, receivedAt: Date.parse(stored.receivedAt) });
    const heard = life.round?.answers.find(({ id }) => id === stored.answerId);
    return { standing: life.standing, outcome: heard?.outcome ?? 'held' };
  }

  function checkAllowed(order: TaskOrder, round?: string): void {
    const reason = refusal(life, order, round);
    if (reason) refuse((words) => words.task(number, reason[words.language]));
  }
  const refuseWhen = (order: TaskOrder) => ({
    validator: ({ round }: api.Order & { readonly round?: string }) => checkAllowed(order, round),
  });
  const isSilent = () => isOpen(life) && ['asked', 'overdue', 'escalated', 'returned'].includes(life.standing);
  setHandler(api.openSignal, ({ round, ...times }) =>
    happen({ kind: 'open', at: Date.now(), round: { id: round, ...times } }),
  );
  setHandler(api.answerSignal, async (stored) => void (await answer(stored)));
  setHandler(api.answerUpdate, answer);
  setHandler(api.escalatedSignal, ({ round, at }) => happen({ kind: 'escalated', at, round }));
  setHandler(api.unfoundedSignal, ({ round, at }) => happen({ kind: 'unfounded', at, round }));
  setHandler(api.closeSignal, ({ round }) => happen({ kind: 'close', at: Date.now(), round }));
  setHandler(api.pauseSignal, ({ at }) => happen({ kind: 'pause', at }));
  setHandler(api.resumeSignal, async ({ pausedAt, at }) => {
    if (!isOpen(life)) return happen({ kind: 'replan', at, answerBy: 0, closesAt: 0, steps: [] });
    const replanned = await atOnce.shiftByPause({ campaign, ...life.round, pausedAt, resumedAt: at });
    await happen({ kind: 'replan', at, ...replanned });
  });
  setHandler(api.endSignal, () => {
    ended = true;
  });
  setHandler(
    api.extendUpdate,
    async ({ by, why, round, until }) => {
      const extension = await atOnce.planExtension({ campaign, round, until, at: Date.now() });
      checkAllowed('extend', round); // an answer may have overtaken it
      await happen({ kind: 'extend', at: Date.now(), round, ...extension, ...ordered(by, why) });
      return { answerBy: new Date(extension.until).toISOString() };
    },
    refuseWhen('extend'),
  );
  setHandler(
    api.excuseUpdate,
    ({ by, why, round }) => happen({ kind: 'excuse', at: Date.now(), round, ...ordered(by, why) }),
    refuseWhen('excuse'),
  );
  setHandler(
    api.returnUpdate,
    async ({ by, why, round }) => {
      const mending = await atOnce.planReturn({ campaign, round, at: Date.now() });
      checkAllowed('return', round);
      await happen({ kind: 'return', at: Date.now(), round, ...mending, ...ordered(by, why) });
      return { until: new Date(mending.until).toISOString() };
    },
    refuseWhen('return'),
  );
  setHandler(
    api.acceptUpdate,
    ({ by, why, round, rating }) =>
      happen({ kind: 'accept', at: Date.now(), round, ...ordered(by, why), ...(rating && { rating }) }),
    refuseWhen('accept'),
  );
  setHandler(
    api.reassignUpdate,
    async ({ by, why, to }) => {
      const anew =
        isSilent() && life.round
          ? await atOnce.planReassignment({ campaign, round: life.round.id, at: Date.now() })
          : undefined;
      await happen({ kind: 'reassign', at: Date.now(), to, ...(anew && isSilent() && { anew }), ...ordered(by, why) });
    },
    refuseWhen('reassign'),
  );
  setHandler(
    api.withdrawUpdate,
    ({ by, why }) => happen({ kind: 'withdraw', at: Date.now(), ...ordered(by, why) }),
    refuseWhen('withdraw'),
  );
  setHandler(api.standingQuery, () => standingOf(life));

  show(undefined, life);
  while (!isOver()) {
    const step = nextStep(life);
    const moved = () => isOver() || nextStep(life) !== step;
    if (workflowInfo().continueAsNewSuggested) await renew();
    if (!step) await condition(moved);
    else if (!(await condition(moved, Math.max(1, step.at - Date.now()), { summary: step.label }))) await take(step);
  }
  await condition(allHandlersFinished);

  function isOver(): boolean {
    return ended || hasEnded(life);
  }

  /** A step long past its time was held up by an outage: the rest of the ladder is planned anew, once for all tasks. */
  async function take(step: LifeStep): Promise<void> {
    const { round } = life;
    if (!round || Date.now() - step.at <= round.lateAfterMs) return happen({ kind: 'step', at: Date.now(), step });
    const replanned = await atOnce.replanAfterOutage({ campaign, ...round, at: Date.now() });
    await happen({ kind: 'replan', at: Date.now(), ...replanned });
    const first = nextStep(life);
    const kept = first?.kind === step.kind && first.at === step.at;
    if (kept) await happen({ kind: 'step', at: Date.now(), step: first });
  }

  /** Never in the same turn that completed an update (server issue 6375). */
  async function renew(): Promise<void> {
    do {
      await condition(allHandlersFinished);
      await sleep('1 second');
    } while (!allHandlersFinished());
    await continueAsNew<typeof task>({ ...input, carried: life });
  }
}

function ordered(by: string, why: string | undefined): { by: string; why?: string } {
  return why === undefined ? { by } : { by, why };
}

function nextStep(life: TaskLife): LifeStep | undefined {
  return isOpen(life) && !life.paused ? life.round.steps[0] : undefined;
}

/** Round ids of one campaign sort by time: `2026-3` after `2026-2`. */
function hasReached(life: TaskLife, round: string): boolean {
  return hasEnded(life) || (life.round !== undefined && life.round.id >= round);
}

function show(before: TaskLife | undefined, life: TaskLife): void {
  setCurrentDetails(describeLife(life).details);
  const { standing, round, lead } = life;
  const changed = before?.standing !== standing || before.round?.answerBy !== round?.answerBy || before.lead !== lead;
  if (!before || !changed) return;
  upsertSearchAttributes([
    { key: api.searchAttributes.standing, value: standing },
    { key: api.searchAttributes.party, value: lead },
    ...(round
      ? [
          { key: api.searchAttributes.round, value: round.id },
          { key: api.searchAttributes.dueAt, value: new Date(round.answerBy) },
        ]
      : []),
  ]);
}

function standingOf(life: TaskLife): api.TaskStanding {
  const next = nextStep(life);
  return {
    standing: life.standing,
    lead: life.lead,
    round: life.round?.id ?? null,
    answerBy: life.round ? new Date(life.round.answerBy).toISOString() : null,
    next: next ? { kind: next.kind, at: new Date(next.at).toISOString() } : null,
  };
}
