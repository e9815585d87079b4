/** Every sentence of a catalogue, functions asked with the same thing for whatever they want; each with where it stands. */
export function everySentence(catalogue: unknown, given = anything, at = ''): readonly (readonly [string, string])[] {
  if (typeof catalogue === 'string') return [[at, catalogue]];
  if (isSentence(catalogue)) return everySentence(asked(catalogue, given), given, at);
  if (typeof catalogue !== 'object' || catalogue === null) return [];
  return Object.entries(catalogue).flatMap(([name, entry]) => everySentence(entry, given, `${at}.${name}`));
}

/** Answers as a string, a number, a list or an object would, as far as sentences ask. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_, name) => {
    if (name === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 2 : 'X');
    return name === Symbol.iterator ? () => ['X', 'Y'].values() : anything;
  },
  apply: () => anything,
});

type Sentence = (...all: readonly unknown[]) => unknown;

function isSentence(entry: unknown): entry is Sentence {
  return typeof entry === 'function';
}

/** A number does not do for a sentence that wants a list or an object: that one has nothing to say. */
function asked(sentence: Sentence, given: unknown): unknown {
  try {
    return sentence(...Array<unknown>(6).fill(given));
  } catch (error) {
    if (given === anything) throw error;
    return undefined;
  }
}
