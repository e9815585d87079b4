import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import type { Language } from '../domain/sentence.js';
import { givenByEnvironment, givenToOffice, type Environment, type GivenVariables } from './given-variables.js';
import { examine, type Findings } from './examine-settings.js';
import { type MailSettings, mailSettingsOf } from './mail-settings.js';
import { environmentSchema, type Variables } from './settings-schema.js';
import { sentences } from './value-problems.js';

/** What an office sets, in its settings file or in the environment; read by this file alone. */
export interface Settings {
  /** What holds and should be looked at all the same, one sentence each. */
  readonly warnings: readonly string[];
  /** Absolute folder of everything that is kept: record, files, engine, secrets. */
  readonly home: string;
  /** Absolute folder of downloaded programs; one for the user, not for a clone. */
  readonly cacheFolder: string;
  readonly language: Language;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly temporal: {
    /** `host:port` of an engine run elsewhere; absent means the embedded one. */
    readonly address?: string;
    readonly namespace: string;
    readonly cli?: string;
    readonly testServer?: string;
    /** Ports of the embedded engine; here and below 0 means any free port. */
    readonly port: number;
    readonly uiPort: number;
  };
  readonly web: { readonly port: number; readonly publicUrl?: string };
  readonly mail: MailSettings;
  /** A PostgreSQL server for the record; absent means the embedded one, in `home`. */
  readonly database?: DatabaseSettings;
  /** Secrets that were set; `keepSecrets` supplies the others. */
  readonly apiKey?: string;
  readonly signingSecret?: string;
  readonly holidaysFile?: string;
}

export interface DatabaseSettings {
  /** With its password: never printed. */
  readonly url: string;
  /** Connections of one worker process, at most. */
  readonly poolSize: number;
}

export type { Environment };

/** All that is wrong with the settings, one sentence each, in the language that they ask for. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(
    readonly problems: readonly string[],
    readonly language: Language = 'zh',
  ) {
    super(problems.join('\n'));
  }
}

/** What came of reading: settings or problems, and what should be looked at in either case. */
export interface SettingsReading {
  /** Absent where there are problems. */
  readonly settings?: Settings;
  /** The settings file that was read, absolute. */
  readonly file?: string;
  readonly language: Language;
  /** One sentence each, as the warnings, in that language. */
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** The settings of one environment, whatever files lie about; throws a SettingsError that names every problem at once. */
export function readSettings(environment: Environment = process.env, folder: string = process.cwd()): Settings {
  return settled(weigh(givenByEnvironment(environment, folder)));
}

/** What these variables would come to in a settings file of the folder. */
export function weighSettings(variables: Environment, folder: string, language: Language): SettingsReading {
  return weigh({ ...givenByEnvironment(variables, folder, language), placeOf: (name) => name });
}

/** The settings of the office whose folder a command runs in: its settings file, under its environment. Throws as above. */
export const readOfficeSettings = (): Settings => settled(weighOfficeSettings());

/** The same with everything that was found, for whoever tells of it. */
export function weighOfficeSettings(
  environment: Environment = process.env,
  folder: string = process.cwd(),
  language?: Language,
): SettingsReading {
  return weigh(givenToOffice(environment, folder, language));
}

function settled({ settings, problems, language }: SettingsReading): Settings {
  if (settings === undefined) throw new SettingsError(problems, language);
  return settings;
}

function weigh(given: GivenVariables): SettingsReading {
  const read = environmentSchema.safeParse(given.values);
  const found = read.success ? examine(read.data, given) : examineRest(read.error.issues, given);
  const problems = [...given.problems, ...found.problems];
  const warnings = [...given.warnings, ...found.warnings];
  return {
    language: given.language,
    problems,
    warnings,
    ...(given.file !== undefined && { file: given.file }),
    ...(read.success && problems.length === 0 && { settings: settingsOf(read.data, given, warnings) }),
  };
}

/** What is wrong beside the values that do not hold: as if those were not set, and without a word about them. */
function examineRest(issues: readonly z.core.$ZodIssue[], given: GivenVariables): Findings {
  const broken = issues.map(({ path }) => String(path[0]));
  const values = Object.fromEntries(Object.entries(given.values).filter(([name]) => !broken.includes(name)));
  const rest = environmentSchema.safeParse(values);
  const { problems, warnings } = rest.success
    ? examine(rest.data, { ...given, values })
    : { problems: [], warnings: [] };
  const isOfOthers = (sentence: string): boolean => !broken.some((name) => sentence.includes(name));
  return { problems: [...sentences(issues, given), ...problems.filter(isOfOthers)], warnings };
}

/** The address people reach the web pages at; `bound` is the port in use where any free one was asked for. */
export function publicUrlOf(web: Settings['web'], bound: number = web.port): string {
  return web.publicUrl ?? `http://localhost:${bound}`;
}

/** Where outgoing mail goes; `bound` is the post office's port in use where any free one was asked for. */
export function smtpUrlOf(mail: MailSettings, bound: number = mail.postOfficePort): string {
  return mail.smtpUrl ?? `smtp://127.0.0.1:${bound}`;
}

function settingsOf(read: Variables, { folderOf, language }: GivenVariables, warnings: readonly string[]): Settings {
  return {
    warnings,
    home: resolve(folderOf('SHUANGYUE_HOME'), read.SHUANGYUE_HOME),
    cacheFolder: join(read.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'shuangyue'),
    language,
    logLevel: read.LOG_LEVEL,
    temporal: {
      namespace: read.TEMPORAL_NAMESPACE,
      port: read.TEMPORAL_PORT,
      uiPort: read.TEMPORAL_UI_PORT,
      ...(read.TEMPORAL_ADDRESS === undefined ? {} : { address: read.TEMPORAL_ADDRESS }),
      ...(read.TEMPORAL_CLI === undefined ? {} : { cli: resolve(folderOf('TEMPORAL_CLI'), read.TEMPORAL_CLI) }),
      ...(read.TEMPORAL_TEST_SERVER === undefined
        ? {}
        : { testServer: resolve(folderOf('TEMPORAL_TEST_SERVER'), read.TEMPORAL_TEST_SERVER) }),
    },
    web: {
      port: read.WEB_PORT,
      ...(read.WEB_PUBLIC_URL === undefined ? {} : { publicUrl: read.WEB_PUBLIC_URL.replace(/\/+$/, '') }),
    },
    mail: mailSettingsOf(read, folderOf),
    ...(read.DATABASE_URL === undefined ? {} : { database: { url: read.DATABASE_URL, poolSize: read.DATABASE_POOL } }),
    ...(read.API_KEY === undefined ? {} : { apiKey: read.API_KEY }),
    ...(read.SIGNING_SECRET === undefined ? {} : { signingSecret: read.SIGNING_SECRET }),
    ...(read.HOLIDAYS_FILE === undefined
      ? {}
      : { holidaysFile: resolve(folderOf('HOLIDAYS_FILE'), read.HOLIDAYS_FILE) }),
  };
}
