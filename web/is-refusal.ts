/** The office refused for a reason that the person can mend (record/refusal.ts); the message is theirs to read. */
export function isRefusal(problem: unknown): problem is Error {
  return problem instanceof Error && problem.name === 'Refusal';
}
