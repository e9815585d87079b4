import { resolve } from 'node:path';
import type { Language } from '../domain/sentence.js';
import { readEnvFile, type EnvFile } from './env-file.js';
import { secretVariables } from './settings-schema.js';
import { settingsWords, type SettingsWords } from './words/settings.js';
import { strangeNames } from './strange-names.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables that are set, wherever they are set. */
export interface GivenVariables {
  readonly values: Readonly<Record<string, string>>;
  /** How a sentence about a variable begins: where it is written, and its name. */
  readonly placeOf: (name: string) => string;
  /** Absolute folder that a path in this variable starts from. */
  readonly folderOf: (name: string) => string;
  /** The settings file that was read, absolute. */
  readonly file?: string;
  /** What is said of the settings is said in this language. */
  readonly language: Language;
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** The environment alone; a variable set to nothing counts as not set. */
export function givenByEnvironment(environment: Environment, folder: string, asked?: Language): GivenVariables {
  const values = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value = '']) => (value.trim() === '' ? [] : [[name, value]])),
  );
  const language = asked ?? languageAsked(values);
  const words = settingsWords[language];
  return {
    values,
    language,
    placeOf: words.inEnvironment,
    folderOf: () => folder,
    problems: [],
    warnings: strangeNames(Object.keys(values)).flatMap(({ name, meant, isTypo }) =>
      isTypo ? [words.typo(words.inEnvironment(name), meant ?? '')] : [],
    ),
  };
}

/**
 * The environment, and below it the settings file: `.env` in the folder, or the one that SHUANGYUE_ENV names (`off`
 * reads none). A variable of the environment wins, even one set to nothing: so a value of the file can be switched off.
 */
export function givenToOffice(environment: Environment, folder: string, asked?: Language): GivenVariables {
  const outside = givenByEnvironment(environment, folder, asked);
  const named = outside.values['SHUANGYUE_ENV'];
  if (named === 'off') return outside;
  const path = resolve(folder, named ?? '.env');
  const read = (language: Language) => readEnvFile(path, folder, settingsWords[language]);
  const file = read(outside.language);
  if (file === undefined)
    return named === undefined
      ? outside
      : { ...outside, problems: [settingsWords[outside.language].fileMissing(path)] };
  const language = asked ?? languageAsked({ ...valuesOf(file), ...outside.values });
  if (language === outside.language) return withFile(outside, file, environment);
  return withFile(givenByEnvironment(environment, folder, language), read(language) ?? file, environment);
}

/** LANG=en_US.UTF-8 is what most machines say, whoever sits before them: only a bare `en` asks for English. */
export function languageAsked({ SHUANGYUE_LANG: ours, LANG: everybody }: Environment): Language {
  return ours === 'zh' || ours === 'en' ? ours : everybody === 'en' ? 'en' : 'zh';
}

function valuesOf({ lines }: EnvFile): Environment {
  return Object.fromEntries([...lines].map(([name, { value }]) => [name, value]));
}

function withFile(outside: GivenVariables, file: EnvFile, environment: Environment): GivenVariables {
  const inFile = [...file.lines].filter(([name, { value }]) => environment[name] === undefined && value.trim() !== '');
  const names = new Set(inFile.map(([name]) => name));
  const words = settingsWords[outside.language];
  const placeOf = (name: string): string => words.inFile(file.name, file.lines.get(name)?.line ?? 0, name);
  const strange = strangeNames([...file.lines.keys()]);
  return {
    values: { ...Object.fromEntries(inFile.map(([name, { value }]) => [name, value])), ...outside.values },
    placeOf: (name) => (names.has(name) ? placeOf(name) : outside.placeOf(name)),
    folderOf: (name) => (names.has(name) ? file.folder : outside.folderOf(name)),
    language: outside.language,
    file: file.path,
    problems: [
      ...file.problems,
      ...strange.flatMap(({ name, meant, isTypo }) => (isTypo ? [words.typoInFile(placeOf(name), meant ?? '')] : [])),
    ],
    warnings: [
      ...outside.warnings,
      ...strange.flatMap(({ name, meant, isTypo }) => (isTypo ? [] : [words.withoutEffect(placeOf(name), meant)])),
      ...openSecrets(file, words),
    ],
  };
}

function openSecrets({ name, lines, isOpenToOthers }: EnvFile, words: SettingsWords): readonly string[] {
  const secrets = [...lines].filter(([variable, { value }]) => secretVariables.has(variable) && value !== '');
  if (!isOpenToOthers || secrets.length === 0) return [];
  const named = secrets.map(([variable]) => variable);
  return [words.openSecrets(name, named)];
}
