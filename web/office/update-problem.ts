import {
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { refusal } from '../../record/refusal.js';
import { refused } from './refuse.js';

type Sentence = Parameters<typeof refused>[0];

/**
 * What went wrong with an Update as a refusal in words: its workflow's own, or that it has ended, or that nobody knows
 * yet whether it was done. Anything else stays as it is.
 */
export function updateProblem(
  problem: unknown,
  said?: { readonly ended: Sentence; readonly unknown: Sentence },
): unknown {
  if (problem instanceof WorkflowUpdateFailedError) return refusal(innermost(problem).message, problem);
  if (said && problem instanceof WorkflowNotFoundError) return refused(said.ended, problem);
  if (said && problem instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return refused(said.unknown, problem);
  return problem;
}

/** Our own sentence lies under the SDK's wrappings. */
function innermost(problem: Error): Error {
  return problem.cause instanceof Error ? innermost(problem.cause) : problem;
}
