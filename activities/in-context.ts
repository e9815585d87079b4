import { Context } from '@temporalio/activity';

/** False where the same code runs outside an activity: deliveries at start, tests. */
export function inContext(): boolean {
  try {
    Context.current();
    return true;
  } catch {
    return false;
  }
}

/** For where it can be heard: not outside an activity, and not in a local one, which its turn keeps alive. */
export function sayAlive(): void {
  if (inContext() && !Context.current().info.isLocal) Context.current().heartbeat();
}

/** Which attempt of an activity this is, from 1; 1 outside of one. */
export function attemptNumber(): number {
  return inContext() ? Context.current().info.attempt : 1;
}
