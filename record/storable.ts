/**
 * What PostgreSQL cannot hold, NUL and lone surrogates, arrives in hostile or broken mail; it becomes U+FFFD here so
 * that a mail is never lost over one character. The original bytes lie in the file store.
 */
export const storableText = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, '\uFFFD');

/** For jsonb columns. */
export function storableJson(value: object): string {
  const json = JSON.stringify(value);
  // How JSON spells them; asked of every part only where one may be there, for that takes five times as long.
  if (!/\\u(?:0000|d[89a-f])/.test(json)) return json;
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));
}
