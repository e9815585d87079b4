import { existsSync } from 'node:fs';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DoctorWords } from './words/doctor-words.js';
import { broken, good, hint, type Check, type Finding } from './check.js';

const gib = 1024 ** 3;
const least = { broken: 0.2 * gib, hint: 2 * gib } as const;
const writes = 20;

/** The folder that everything is kept in: writable, with space, and on a disk that keeps its word. */
export const folderCheck: Check = {
  name: 'folder',
  seconds: 20,
  examine: async ({ settings: { home }, words }) => {
    const isNew = !existsSync(home);
    const folder = isNew ? nearestFolder(home) : home;
    const made = good(isNew ? words.folderNew(home) : home);
    return [made, await space(folder, words), await durableWrites(folder, words)];
  },
};

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

async function space(folder: string, words: DoctorWords): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const said = words.space((free / gib).toFixed(1));
  if (free > least.hint) return good(said);
  return (free < least.broken ? broken : hint)(said, words.spaceTodo);
}

/** What is acknowledged has been written through: an answer takes a few of these. */
async function durableWrites(folder: string, words: DoctorWords): Promise<Finding> {
  const trial = join(folder, `.doctor-${process.pid}`);
  try {
    await mkdir(trial);
    const file = await open(join(trial, 'trial'), 'w');
    const start = performance.now();
    for (let written = 0; written < writes; written += 1) {
      await file.write(Buffer.alloc(4096, written));
      await file.sync();
    }
    const ms = (performance.now() - start) / writes;
    await file.close();
    const said = words.writable(ms.toFixed(1));
    return ms < 50 ? good(said) : hint(said, words.slowDisk);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return broken(words.notWritable(reason), words.notWritableTodo);
  } finally {
    await rm(trial, { recursive: true, force: true });
  }
}
