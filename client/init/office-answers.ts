import { environmentSchema, secretVariables } from '../../config/settings-schema.js';
import { expectationWords } from '../../config/words/expectations.js';
import { settingsWords } from '../../config/words/settings.js';
import type { Language } from '../../domain/sentence.js';

export interface Coordinator {
  readonly name: string;
  readonly email: string;
}

export type RegisterForm = 'xlsx' | 'yaml';

/** What an office says of itself when it begins. */
export interface OfficeAnswers {
  readonly office: string;
  readonly coordinators: readonly Coordinator[];
  /** The form of the register. */
  readonly form: RegisterForm;
  /** Variables that are set, by name. */
  readonly variables: Readonly<Record<string, string>>;
}

export type Variable = keyof typeof environmentSchema.shape;

/** What is wrong with a value, in a sentence; undefined when nothing is. A secret is not repeated. */
export function problemOf(name: Variable, value: string, language: Language): string | undefined {
  if (environmentSchema.shape[name].safeParse(value).success) return undefined;
  const { answerWrong, anotherWay } = settingsWords[language];
  const shown = secretVariables.has(name) ? undefined : value;
  return answerWrong(name, shown, expectationWords[language][name] ?? anotherWay);
}

/** `张三 <zhang@ln.example>`; undefined for anything else. */
export function readCoordinator(text: string): Coordinator | undefined {
  const [, name = '', email = ''] = /^\s*([^<>"]*?)\s*<([^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)>\s*$/.exec(text) ?? [];
  return name === '' ? undefined : { name, email };
}
