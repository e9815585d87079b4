/** `ENOENT`, or PostgreSQL's SQLSTATE. Not by `instanceof`: the drivers' errors may be of another realm or copy. */
export const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

export const hasCode = (error: unknown, code: string): boolean => codeOf(error) === code;
