/** The system's code of an error, e.g. `ENOENT`. Not by `instanceof`: errors of another realm are no `Error` of ours. */
export function errorCode(error: unknown): string | undefined {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : undefined;
}
