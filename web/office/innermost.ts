/** Our own sentence lies under the SDK's wrappings. */
export function innermost(problem: Error): Error {
  return problem.cause instanceof Error ? innermost(problem.cause) : problem;
}
