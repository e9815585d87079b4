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
