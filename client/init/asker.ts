/** How the guide speaks with the person at the terminal. Every question throws when that person has had enough. */
export interface Asker {
  /** `check` says what is wrong with an answer. */
  readonly text: (question: string, options?: TextOptions) => Promise<string>;
  readonly secret: (question: string) => Promise<string>;
  readonly yes: (question: string, initial?: boolean) => Promise<boolean>;
  readonly choose: <Choice extends string>(
    question: string,
    choices: Readonly<Record<Choice, string>>,
  ) => Promise<Choice>;
  readonly say: (text: string) => void;
  readonly whileWaiting: <Result>(text: string, work: () => Promise<Result>) => Promise<Result>;
}

export interface TextOptions {
  readonly initial?: string;
  readonly placeholder?: string;
  readonly check?: (given: string) => string | undefined;
}
