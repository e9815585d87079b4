import { ApplicationFailure } from '@temporalio/common';

/** A coordinator's order that cannot be carried out: refused to the caller's face, and not tried again. */
export function refused(message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, 'Refused');
}
