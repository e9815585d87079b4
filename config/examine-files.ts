import { createPrivateKey, X509Certificate } from 'node:crypto';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from './error-code.js';
import type { Examine } from './examine-settings.js';
import { readHolidays } from './holidays.js';
import type { Variables } from './settings-schema.js';

type FileVariable =
  'TEMPORAL_CLI' | 'TEMPORAL_TEST_SERVER' | 'HOLIDAYS_FILE' | 'DKIM_KEY_FILE' | 'MAIL_CA_FILE' | 'SHUANGYUE_HOME';

/** What is wrong with the file at an absolute path, from the path on; undefined when nothing is. */
type Trouble = (path: string) => string | undefined;

const troubles: Readonly<Record<FileVariable & keyof Variables, Trouble>> = {
  TEMPORAL_CLI: program,
  TEMPORAL_TEST_SERVER: program,
  HOLIDAYS_FILE: holidays,
  DKIM_KEY_FILE: (path) => content(path, 'DKIM 私钥（PEM，无口令）', (bytes) => createPrivateKey(bytes)),
  MAIL_CA_FILE: (path) => content(path, '证书（PEM）', (bytes) => new X509Certificate(bytes)),
  SHUANGYUE_HOME: folder,
};

/** The files that the settings name are there and hold what they should. */
export const files: Examine = (read, { placeOf, folderOf }) =>
  (Object.keys(troubles) as FileVariable[]).flatMap((name) => {
    const given = read[name];
    if (given === undefined) return [];
    const path = resolve(folderOf(name), given);
    const trouble = troubles[name](path);
    return trouble === undefined ? [] : [{ problem: `${placeOf(name)} 所指的 ${path} ${trouble}` }];
  });

function program(path: string): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    if (statSync(path).isFile()) return undefined;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
  return '不存在或不能运行：请核对路径和权限，或删去这项设置。';
}

/** Read in its own words, which begin with the file's path. */
function holidays(path: string): string | undefined {
  try {
    readHolidays(path);
    return undefined;
  } catch (error) {
    return `不能用：${error instanceof Error ? error.message : String(error)}`;
  }
}

function content(path: string, what: string, read: (bytes: Buffer) => unknown): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return `读不出来（${errorCode(error) ?? String(error)}）：应为${what}文件，且本用户可读；请核对路径和权限。`;
  }
  try {
    read(bytes);
    return undefined;
  } catch {
    return `不是${what}：请换成正确的文件。`;
  }
}

/** It is made at the first start where it is missing. */
function folder(path: string): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return '不是文件夹：应为存放数据的文件夹；请改名或换一个。';
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return '不许本用户读写：请核对它的主人和权限，或换一个文件夹。';
  }
}
