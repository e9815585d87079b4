import { resolve } from 'node:path';
import { readEnvFile, type EnvFile } from './env-file.js';
import { secretVariables } from './settings-schema.js';
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
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** The environment alone; a variable set to nothing counts as not set. */
export function givenByEnvironment(environment: Environment, folder: string): GivenVariables {
  const values = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value = '']) => (value.trim() === '' ? [] : [[name, value]])),
  );
  return {
    values,
    placeOf: (name) => `环境变量 ${name}`,
    folderOf: () => folder,
    problems: [],
    warnings: strangeNames(Object.keys(values)).flatMap(({ name, meant, isTypo }) =>
      isTypo ? [`环境变量 ${name} 不是双月的设置，不起作用：是否指 ${meant}？`] : [],
    ),
  };
}

/**
 * The environment, and below it the settings file: `.env` in the folder, or the one that SHUANGYUE_ENV names (`off`
 * reads none). A variable of the environment wins, even one set to nothing: so a value of the file can be switched off.
 */
export function givenToOffice(environment: Environment, folder: string): GivenVariables {
  const outside = givenByEnvironment(environment, folder);
  const named = outside.values['SHUANGYUE_ENV'];
  if (named === 'off') return outside;
  const file = readEnvFile(resolve(folder, named ?? '.env'), folder);
  if (file !== undefined) return withFile(outside, file, environment);
  return named === undefined ? outside : { ...outside, problems: [noFile(resolve(folder, named))] };
}

function withFile(outside: GivenVariables, file: EnvFile, environment: Environment): GivenVariables {
  const inFile = [...file.lines].filter(([name, { value }]) => environment[name] === undefined && value.trim() !== '');
  const names = new Set(inFile.map(([name]) => name));
  const placeOf = (name: string): string => `${file.name} 第 ${file.lines.get(name)?.line ?? 0} 行 ${name}`;
  const strange = strangeNames([...file.lines.keys()]);
  return {
    values: { ...Object.fromEntries(inFile.map(([name, { value }]) => [name, value])), ...outside.values },
    placeOf: (name) => (names.has(name) ? placeOf(name) : outside.placeOf(name)),
    folderOf: (name) => (names.has(name) ? file.folder : outside.folderOf(name)),
    file: file.path,
    problems: [
      ...file.problems,
      ...strange.flatMap(({ name, meant, isTypo }) =>
        isTypo ? [`${placeOf(name)} 不是双月的设置：是否指 ${meant}？请改正或删去这一行。`] : [],
      ),
    ],
    warnings: [
      ...outside.warnings,
      ...strange.flatMap(({ name, meant, isTypo }) => (isTypo ? [] : [withoutEffect(placeOf(name), meant)])),
      ...openSecrets(file),
    ],
  };
}

const withoutEffect = (place: string, meant?: string): string =>
  `${place} 不是双月的设置，不起作用${meant === undefined ? '' : `（是否指 ${meant}？）`}；请改正或删去。`;

function openSecrets({ name, lines, isOpenToOthers }: EnvFile): readonly string[] {
  const secrets = [...lines].filter(([variable, { value }]) => secretVariables.has(variable) && value !== '');
  if (!isOpenToOthers || secrets.length === 0) return [];
  const named = secrets.map(([variable]) => variable).join('、');
  return [`${name} 里有口令或密钥（${named}），别的用户也读得到：请执行 chmod 600 ${name}。`];
}

const noFile = (path: string): string =>
  `环境变量 SHUANGYUE_ENV 所指的设置文件 ${path} 不存在：请核对路径，或删去这个变量，用当前文件夹的 .env。`;
