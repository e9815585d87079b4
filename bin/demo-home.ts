import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { inBoth } from '../domain/sentence.js';
import { errorCode } from '../config/error-code.js';
import { endLeftoverServer } from '../worker/local/leftover-server.js';
import { refusal } from '../worker/local/refusal.js';
import { demoWords } from './words/demo.js';
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
    throw refusal(inBoth(demoWords, ({ otherSeed }) => otherSeed(kept.seed, seed)));
  }
  return kept;
}

/** Only what a demo of ours left there is removed, and what still runs on it is ended first. */
async function clear(home: string): Promise<void> {
  const names = await namesIn(home);
  if (names.length === 0) return;
  if ((await readNote(home)) === undefined) {
    throw refusal(inBoth(demoWords, ({ notMarked }) => notMarked(home)));
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
    throw refusal(inBoth(demoWords, ({ otherFiles }) => otherFiles(home, names.slice(0, 3))));
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
    throw refusal(
      inBoth(demoWords, ({ noteBroken }) => noteBroken(noteFile(home), home)),
      error,
    );
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
