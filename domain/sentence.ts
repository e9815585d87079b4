/** The languages that people at a terminal read. */
export type Language = 'zh' | 'en';

/** One sentence in both languages, for whoever will read it where it is not known yet who does. */
export type Sentence = Readonly<Record<Language, string>>;

/** A catalogue: the same entries in both languages. */
export type Catalogue<Words> = Readonly<Record<Language, Words>>;

/** Says one thing out of a catalogue in both of its languages. */
export function inBoth<Words>({ zh, en }: Catalogue<Words>, say: (words: Words) => string): Sentence {
  return { zh: say(zh), en: say(en) };
}

interface Told extends Error {
  readonly english?: string;
}

/** An error for people: its message, for logs too, is the Chinese; `saidIn` finds the English. */
export function errorSaying({ zh, en }: Sentence, name: string, cause?: unknown): Error {
  return Object.assign(new Error(zh, { cause }), { name, english: en } satisfies Partial<Told>);
}

/** What an error says in a language; errors of others say what they say. */
export function saidIn(language: Language, error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { english, message }: Told = error;
  return language === 'en' ? (english ?? message) : message;
}

/** “1 task”, “2 tasks”: how English counts. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
