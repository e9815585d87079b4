import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { parseEnv } from 'node:util';
import type { SettingsWords } from './words/settings.js';
import { errorCode } from './error-code.js';
import { whyUnread } from './why-unread.js';

/** The settings file as it is written: what each line says, and what no line may say. */
export interface EnvFile {
  /** Absolute. */
  readonly path: string;
  /** As its sentences name it: shorter where it lies below the folder the command runs in. */
  readonly name: string;
  /** Absolute; paths that the file gives start here. */
  readonly folder: string;
  readonly lines: ReadonlyMap<string, EnvLine>;
  /** One sentence each. */
  readonly problems: readonly string[];
  readonly isOpenToOthers: boolean;
}

export interface EnvLine {
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

const assignment = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/;

/** Reads a settings file (`NAME=value` a line, `#` comments, quotes where wanted); undefined where there is none. */
export function readEnvFile(path: string, folder: string, words: SettingsWords): EnvFile | undefined {
  const inside = relative(folder, path);
  const name = inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  const file = { path, name, folder: dirname(path), lines: new Map<string, EnvLine>(), isOpenToOthers: false };
  try {
    const text = textOf(readFileSync(path));
    if (text === undefined) return { ...file, problems: [words.fileNoText(name)] };
    return { ...file, ...readLines(text, name, words), isOpenToOthers: isOpenToOthers(path) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    return { ...file, problems: [words.fileUnread(name, whyUnread(error, words))] };
  }
}

function readLines(text: string, name: string, words: SettingsWords): Pick<EnvFile, 'lines' | 'problems'> {
  const lines = new Map<string, EnvLine>();
  const problems: string[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(#|$)/.test(raw)) continue;
    const line = index + 1;
    const [, variable, written] = assignment.exec(raw) ?? [];
    const wrong = problemOf(variable, written, lines, words);
    if (wrong !== undefined) problems.push(words.lineWrong(name, line, variable, wrong));
    if (variable !== undefined) lines.set(variable, { line, value: parseEnv(raw)[variable] ?? '' });
  }
  return { lines, problems };
}

function problemOf(
  variable: string | undefined,
  written = '',
  before: ReadonlyMap<string, EnvLine>,
  words: SettingsWords,
): string | undefined {
  if (variable === undefined) return words.noAssignment;
  const earlier = before.get(variable);
  if (earlier !== undefined) return words.writtenTwice(earlier.line);
  const quote = /^["'`]/.exec(written)?.[0];
  if (quote !== undefined && !written.includes(quote, 1)) return words.quoteOpen(quote);
  return quote === undefined && /\S#/.test(written) ? words.hashInValue : undefined;
}

/** Windows editors put a mark before UTF-8, or save as UTF-16 or GBK: the mark is left out, the others are refused. */
function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

/** On Windows the mode says nothing about who may read. */
function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}
