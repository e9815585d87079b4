/**
 * What PostgreSQL cannot hold, NUL and lone surrogates, arrives in hostile or broken mail; it becomes U+FFFD here so
 * that a mail is never lost over one character. The original bytes lie in the file store.
 */
export const storableText = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');

/** For jsonb columns. */
export const storableJson = (value: object): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
