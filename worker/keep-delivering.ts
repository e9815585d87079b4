import { redeliver } from '../activities/intake/redeliver.js';
import type { Deps } from '../activities/deps.js';

/** Where a worker's own troubles go. */
export interface Log {
  readonly warn: (detail: object, message: string) => void;
}

const everyMs = 15_000;

/**
 * What is stored but not yet accounted is delivered again, at start and every quarter of a minute: mail that arrived
 * while the engine was away, answers whose delivery was cut off. Delivering twice changes nothing.
 */
export async function keepDelivering(deps: Deps, log: Log): Promise<{ close: () => Promise<void> }> {
  let before: readonly string[] | undefined;
  const deliver = async () => {
    try {
      before = await redeliver(deps, before);
    } catch (error) {
      log.warn({ err: error }, 'What is stored could not be delivered yet; tried again shortly');
    }
  };
  let delivering = deliver();
  await delivering;
  const rounds = setInterval(() => {
    delivering = delivering.then(deliver);
  }, everyMs);
  return {
    close: async () => {
      clearInterval(rounds);
      await delivering;
    },
  };
}
