import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../config/error-code.js';
import { endLeftoverServer } from '../worker/local/leftover-server.js';
import { refusal } from '../worker/local/refusal.js';
import { endLeftoverWorker } from './leftover-worker.js';

/** What a demo goes on with when it is started again. */
export interface DemoNote {
  readonly seed: number;
}

const noteSchema = z.object({ what: z.literal('shuangyue-demo'), seed: z.int() });
const standardSeed = 1;

const noteFile = (home: string): string => join(home, 'demo.json');

/** Makes the demo's folder ready: anew, or as it was left. The folder is locked by the caller. */
export async function prepareDemoHome(
  home: string,
  { fresh, seed }: { readonly fresh: boolean; readonly seed?: number },
): Promise<DemoNote> {
  if (fresh) await clear(home);
  const kept = await readNote(home);
  if (kept === undefined) return begin(home, seed ?? standardSeed);
  if (seed !== undefined && seed !== kept.seed) {
    throw refusal(`示例已按种子 ${kept.seed} 开始，不能中途改用 ${seed}：请去掉 --seed 继续，或加 --fresh 重新开始。`);
  }
  return kept;
}

/** Only what a demo of ours left there is removed, and what still runs on it is ended first. */
async function clear(home: string): Promise<void> {
  const names = await namesIn(home);
  if (names.length === 0) return;
  if ((await readNote(home)) === undefined) {
    throw refusal(
      `文件夹 ${home} 里没有示例的标记 demo.json，不敢清空：请自行核对并移走其中的文件，再加 --fresh 启动。`,
    );
  }
  await endLeftoverWorker(home);
  const engine = join(home, 'temporal');
  if (existsSync(engine)) await endLeftoverServer(engine, join(engine, 'temporal.db'));
  // The mark goes last: a removal that was interrupted can be repeated.
  const order = [...names.filter((name) => name !== 'demo.json'), 'demo.json'];
  for (const name of order) await rm(join(home, name), { recursive: true, force: true });
}

async function begin(home: string, seed: number): Promise<DemoNote> {
  const names = await namesIn(home);
  if (names.length > 0) {
    throw refusal(
      `文件夹 ${home} 里已有别的文件（${names.slice(0, 3).join('、')}），不是示例的文件夹：请移走它们再启动。`,
    );
  }
  await mkdir(home, { recursive: true });
  await writeFile(noteFile(home), `${JSON.stringify({ what: 'shuangyue-demo', seed })}\n`);
  return { seed };
}

async function readNote(home: string): Promise<DemoNote | undefined> {
  try {
    const { seed } = noteSchema.parse(JSON.parse(await readFile(noteFile(home), 'utf8')));
    return { seed };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw refusal(`${noteFile(home)} 读不出来，不能确定这是示例的文件夹：请核对后移走文件夹 ${home} 再启动。`, error);
  }
}

/** The lock is ours and stays. */
async function namesIn(home: string): Promise<readonly string[]> {
  try {
    return (await readdir(home)).filter((name) => !name.startsWith('instance.lock'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}
