/** Runs inside the workflows' sandbox: the same workflows, told the time of the rehearsed year. */
import { defaultPayloadConverter } from '@temporalio/common';
import type { WorkflowInterceptors } from '@temporalio/workflow';
import { clockHeader } from './clock-header.js';
import { toRehearsed, toServer } from './server-time.js';

const ServerDate = globalThis.Date;

/** What a workflow knows as time. */
class RehearsedDate extends ServerDate {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [RehearsedDate.now()] : given) as [number]));
  }

  static override now(): number {
    return toRehearsed(ServerDate.now());
  }

  /** The engine's own constructor returns dates of the kind below it. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof ServerDate;
  }
}

/** Timers end at the very instant they were meant for, however late in its minute a workflow set them. */
export const interceptors = (): WorkflowInterceptors => {
  globalThis.Date = RehearsedDate as DateConstructor;
  return {
    outbound: [
      {
        startTimer: (input, next) => {
          const until = toServer(Date.now() + input.durationMs);
          return next({ ...input, durationMs: Math.max(1, until - ServerDate.now()) });
        },
        scheduleActivity: (input, next) => next(stamped(input)),
        scheduleLocalActivity: (input, next) => next(stamped(input)),
      },
    ],
  };
};

function stamped<Input extends { readonly headers: object }>(input: Input): Input {
  const stamp = defaultPayloadConverter.toPayload(Date.now());
  return { ...input, headers: { ...input.headers, [clockHeader]: stamp } };
}
