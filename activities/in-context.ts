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

/** Which attempt of an activity this is, from 1; 1 outside of one. */
export function attemptNumber(): number {
  return inContext() ? Context.current().info.attempt : 1;
}
