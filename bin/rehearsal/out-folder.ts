import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { forEachOf } from '../../activities/bulk.js';
import { mistake } from '../../client/mistake.js';
import type { Words } from '../../client/words.js';
import { errorCode } from '../../config/error-code.js';

const mark = 'summary.json';
const writtenAtOnce = 16;

/** Refuses a folder with anything in it but an earlier rehearsal of ours, which `force` takes away. */
export async function refuseTakenFolder(folder: string, force: boolean, { running }: Words): Promise<void> {
  const names = await namesIn(folder).catch((error: unknown) => {
    throw errorCode(error) === 'ENOTDIR' ? mistake(running.outIsNoFolder(folder), error) : error;
  });
  if (names.length === 0) return;
  if (!(await isRehearsal(folder))) {
    throw mistake(running.outHasOthers(folder, names.slice(0, 3)));
  }
  if (!force) throw mistake(running.outHasRehearsal(folder));
}

export interface OutFile {
  /** Within the folder. */
  readonly path: string;
  readonly content: string | Buffer;
}

/** What an earlier rehearsal left goes first; the mark comes last, so that a write that was cut off can be told. */
export async function fillFolder(folder: string, files: readonly OutFile[]): Promise<void> {
  for (const name of await namesIn(folder)) await rm(join(folder, name), { recursive: true });
  for (const inside of new Set(files.map(({ path }) => dirname(path))))
    await mkdir(join(folder, inside), { recursive: true });
  const write = ({ path, content }: OutFile) => writeFile(join(folder, path), content);
  await forEachOf(
    files.filter(({ path }) => path !== mark),
    writtenAtOnce,
    write,
  );
  for (const last of files.filter(({ path }) => path === mark)) await write(last);
}

async function isRehearsal(folder: string): Promise<boolean> {
  try {
    const summary: unknown = JSON.parse(await readFile(join(folder, mark), 'utf8'));
    return (
      typeof summary === 'object' && summary !== null && 'what' in summary && summary.what === 'shuangyue-rehearsal'
    );
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return false;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
