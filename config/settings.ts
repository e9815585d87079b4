import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { zhCN } from 'zod/locales';
import { type MailSettings, mailProblems, mailSettingsOf } from './mail-settings.js';
import { environmentSchema, expectations, secretVariables, type Variables } from './settings-schema.js';

/** What an office sets in the environment; read once at start, by this file alone. */
export interface Settings {
  /** Absolute folder of everything that is kept: record, files, engine, secrets. */
  readonly home: string;
  /** Absolute folder of downloaded programs; one for the user, not for a clone. */
  readonly cacheFolder: string;
  readonly language: 'zh' | 'en';
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

export type Environment = Readonly<Record<string, string | undefined>>;

/** All that is wrong with the settings, one Chinese sentence each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

/** The settings of this process; throws a SettingsError that names every problem at once. Touches no file. */
export function readSettings(environment: Environment = process.env, folder: string = process.cwd()): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => (value ?? '').trim() !== ''));
  const read = environmentSchema.safeParse(given, { error: zhCN().localeError });
  const problems = read.success
    ? [...portClashes(read.data), ...mailProblems(read.data)]
    : sentences(read.error.issues, given);
  if (!read.success || problems.length > 0) throw new SettingsError(problems);
  return settingsOf(read.data, folder);
}

/** The address people reach the web pages at; `bound` is the port in use where any free one was asked for. */
export function publicUrlOf(web: Settings['web'], bound: number = web.port): string {
  return web.publicUrl ?? `http://localhost:${bound}`;
}

/** Where outgoing mail goes; `bound` is the post office's port in use where any free one was asked for. */
export function smtpUrlOf(mail: MailSettings, bound: number = mail.postOfficePort): string {
  return mail.smtpUrl ?? `smtp://127.0.0.1:${bound}`;
}

function settingsOf(read: Variables, folder: string): Settings {
  return {
    home: resolve(folder, read.SHUANGYUE_HOME),
    cacheFolder: join(read.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'shuangyue'),
    language: languageOf(read),
    logLevel: read.LOG_LEVEL,
    temporal: {
      namespace: read.TEMPORAL_NAMESPACE,
      port: read.TEMPORAL_PORT,
      uiPort: read.TEMPORAL_UI_PORT,
      ...(read.TEMPORAL_ADDRESS === undefined ? {} : { address: read.TEMPORAL_ADDRESS }),
      ...(read.TEMPORAL_CLI === undefined ? {} : { cli: resolve(folder, read.TEMPORAL_CLI) }),
      ...(read.TEMPORAL_TEST_SERVER === undefined ? {} : { testServer: resolve(folder, read.TEMPORAL_TEST_SERVER) }),
    },
    web: {
      port: read.WEB_PORT,
      ...(read.WEB_PUBLIC_URL === undefined ? {} : { publicUrl: read.WEB_PUBLIC_URL.replace(/\/+$/, '') }),
    },
    mail: mailSettingsOf(read, folder),
    ...(read.DATABASE_URL === undefined ? {} : { database: { url: read.DATABASE_URL, poolSize: read.DATABASE_POOL } }),
    ...(read.API_KEY === undefined ? {} : { apiKey: read.API_KEY }),
    ...(read.SIGNING_SECRET === undefined ? {} : { signingSecret: read.SIGNING_SECRET }),
    ...(read.HOLIDAYS_FILE === undefined ? {} : { holidaysFile: resolve(folder, read.HOLIDAYS_FILE) }),
  };
}

/** LANG=en_US.UTF-8 is what most machines say, whoever sits before them: only a bare `en` asks for English. */
function languageOf(read: Variables): Settings['language'] {
  return read.SHUANGYUE_LANG ?? (read.LANG === 'en' ? 'en' : 'zh');
}

function sentences(issues: readonly z.core.$ZodIssue[], given: Environment): string[] {
  const names = new Set(issues.map((issue) => String(issue.path[0])));
  return [...names].map((name) => {
    const shown = secretVariables.has(name) ? '（内容不显示）' : `“${given[name] ?? ''}”`;
    const expected = expectations[name] ?? issues.find((issue) => issue.path[0] === name)?.message;
    return `环境变量 ${name} 的值${shown}不对：应为${expected}；请改正，或删去后使用默认值。`;
  });
}

function portClashes(read: Variables): string[] {
  const embedded = read.TEMPORAL_ADDRESS === undefined ? (['TEMPORAL_PORT', 'TEMPORAL_UI_PORT'] as const) : [];
  const ports = [...embedded, 'WEB_PORT', 'INTAKE_SMTP_PORT', 'POST_OFFICE_SMTP_PORT'] as const;
  const owners = new Map<number, string>();
  return ports.flatMap((name) => {
    const owner = owners.get(read[name]);
    owners.set(read[name], owner ?? name);
    if (read[name] === 0 || owner === undefined) return [];
    return [
      `环境变量 ${name} 与 ${owner} 用了同一端口 ${read[name]}：各端口应不相同；请改其中一个，或设为 0 任选空闲端口。`,
    ];
  });
}
