import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { parseEnv } from 'node:util';
import { errorCode } from './error-code.js';

/** The settings file as it is written: what each line says, and what no line may say. */
export interface EnvFile {
  /** Absolute. */
  readonly path: string;
  /** As its sentences name it: shorter where it lies below the folder the command runs in. */
  readonly name: string;
  /** Absolute; paths that the file gives start here. */
  readonly folder: string;
  readonly lines: ReadonlyMap<string, EnvLine>;
  /** One Chinese sentence each. */
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
export function readEnvFile(path: string, folder: string): EnvFile | undefined {
  const inside = relative(folder, path);
  const name = inside.startsWith('..') || isAbsolute(inside) ? path : inside;
  const file = { path, name, folder: dirname(path), lines: new Map<string, EnvLine>(), isOpenToOthers: false };
  try {
    const text = textOf(readFileSync(path));
    if (text === undefined) return { ...file, problems: [notText(name)] };
    return { ...file, ...readLines(text, name), isOpenToOthers: isOpenToOthers(path) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    return { ...file, problems: [notReadable(name, error)] };
  }
}

function readLines(text: string, name: string): Pick<EnvFile, 'lines' | 'problems'> {
  const lines = new Map<string, EnvLine>();
  const problems: string[] = [];
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(#|$)/.test(raw)) continue;
    const line = index + 1;
    const [, variable, written] = assignment.exec(raw) ?? [];
    const wrong = problemOf(variable, written, lines);
    if (wrong !== undefined)
      problems.push(`${name} 第 ${line} 行${variable === undefined ? '' : ` ${variable} `}${wrong}`);
    if (variable !== undefined) lines.set(variable, { line, value: parseEnv(raw)[variable] ?? '' });
  }
  return { lines, problems };
}

function problemOf(
  variable: string | undefined,
  written = '',
  before: ReadonlyMap<string, EnvLine>,
): string | undefined {
  if (variable === undefined) {
    return '不是设置：应写作“变量=值”，变量用半角字母，等号用半角；不要的行请在行首加 #。';
  }
  const earlier = before.get(variable);
  if (earlier !== undefined) return `在第 ${earlier.line} 行已经写过：同一变量只写一次；请删去其中一行。`;
  const quote = /^["'`]/.exec(written)?.[0];
  if (quote !== undefined && !written.includes(quote, 1)) {
    return `的引号没有在本行配对：每个值写在一行内；请补上 ${quote}。`;
  }
  if (quote === undefined && /\S#/.test(written)) {
    return '的值里有 #，其后会被当作注释而丢掉：含 # 的值请加引号（网址里的口令请写 %23）。';
  }
  return undefined;
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

const notText = (name: string): string => `${name} 不是 UTF-8 文本，读不出来：请用编辑器另存为 UTF-8。`;

const notReadable = (name: string, error: unknown): string =>
  `${name} 读不出来（${errorCode(error) ?? String(error)}）：应为本用户可读的文本文件；请核对路径和权限。`;

/** On Windows the mode says nothing about who may read. */
function isOpenToOthers(path: string): boolean {
  return process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;
}
