/** What a command's help teaches beside its options. */
export interface Lesson {
  /** When one uses it. */
  readonly when: string;
  /** Without the program's name. */
  readonly examples: readonly string[];
  /** What happens then. */
  readonly next: string;
  /** The office's rule that limits it. */
  readonly rule?: string;
}

export const lesson = (when: string, examples: readonly string[], next: string, rule?: string): Lesson => ({
  when,
  examples,
  next,
  ...(rule !== undefined && { rule }),
});

/** By the words of the command: `mail release`. */
export type Lessons = Readonly<Record<string, Lesson>>;

/** A matter that several commands share. */
export interface Topic {
  readonly names: readonly string[];
  readonly title: string;
  readonly text: string;
}
