/** By `code` and not by class: errors of Node, gRPC and a test's own realm do not share one `Error`. */
export const hasCode = (error: unknown, ...codes: readonly unknown[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(error.code);
