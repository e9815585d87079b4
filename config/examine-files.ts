import { createPrivateKey, X509Certificate } from 'node:crypto';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { saidIn } from '../domain/sentence.js';
import { settingsWords } from './words/settings.js';
import { errorCode } from './error-code.js';
import { whyUnread } from './why-unread.js';
import type { GivenVariables } from './given-variables.js';
import type { Examine } from './examine-settings.js';
import { readHolidays } from './holidays.js';
import type { Variables } from './settings-schema.js';

type FileVariable =
  'TEMPORAL_CLI' | 'TEMPORAL_TEST_SERVER' | 'HOLIDAYS_FILE' | 'DKIM_KEY_FILE' | 'MAIL_CA_FILE' | 'SHUANGYUE_HOME';

/** What is wrong with the file at an absolute path, from the path on; undefined when nothing is. */
type Trouble = (path: string, language: Language) => string | undefined;
type Language = GivenVariables['language'];

const troubles: Readonly<Record<FileVariable & keyof Variables, Trouble>> = {
  TEMPORAL_CLI: program,
  TEMPORAL_TEST_SERVER: program,
  HOLIDAYS_FILE: holidays,
  DKIM_KEY_FILE: (path, language) => content(path, 'dkim', language, (bytes) => createPrivateKey(bytes)),
  MAIL_CA_FILE: (path, language) => content(path, 'certificate', language, (bytes) => new X509Certificate(bytes)),
  SHUANGYUE_HOME: folder,
};

/** The files that the settings name are there and hold what they should. */
export const files: Examine = (read, { placeOf, folderOf, language }) =>
  (Object.keys(troubles) as FileVariable[]).flatMap((name) => {
    const given = read[name];
    if (given === undefined) return [];
    const path = resolve(folderOf(name), given);
    const trouble = troubles[name](path, language);
    return trouble === undefined
      ? []
      : [{ problem: settingsWords[language].fileTrouble(placeOf(name), path, trouble) }];
  });

function program(path: string, language: Language): string | undefined {
  try {
    accessSync(path, constants.X_OK);
    if (statSync(path).isFile()) return undefined;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
  }
  return settingsWords[language].noProgram;
}

/** Read in its own words, which begin with the file's path. */
function holidays(path: string, language: Language): string | undefined {
  try {
    readHolidays(path);
    return undefined;
  } catch (error) {
    return settingsWords[language].unusable(saidIn(language, error));
  }
}

function content(
  path: string,
  kind: keyof (typeof settingsWords)['zh']['contents'],
  language: Language,
  read: (bytes: Buffer) => unknown,
): string | undefined {
  const { contents, contentUnread, contentWrong } = settingsWords[language];
  const what = contents[kind];
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return contentUnread(whyUnread(error, settingsWords[language]), what);
  }
  try {
    read(bytes);
    return undefined;
  } catch {
    return contentWrong(what);
  }
}

/** It is made at the first start where it is missing. */
function folder(path: string, language: Language): string | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return settingsWords[language].noFolder;
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return settingsWords[language].folderForbidden;
  }
}
