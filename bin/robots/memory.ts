import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { errorSaying, inBoth } from '../../domain/sentence.js';
import { errorCode } from '../../config/error-code.js';
import { demoWords } from '../words/demo.js';

/** What the robots have done, over restarts: each deed at most once. */
export interface Memory {
  readonly has: (deed: string) => boolean;
  /** Resolves once it is on disk. */
  readonly add: (...deeds: readonly string[]) => Promise<void>;
}

const fileSchema = z.object({ done: z.array(z.string()) });

export async function openMemory(path: string): Promise<Memory> {
  const done = new Set(await readDone(path));
  let writing = Promise.resolve();
  return {
    has: (deed) => done.has(deed),
    add: (...deeds) => {
      for (const deed of deeds) done.add(deed);
      // One after the other: the draft's name is one.
      writing = writing.then(() => write(path, [...done]));
      return writing;
    },
  };
}

/** For a year that is played in one go. */
export function memoryOnly(): Memory {
  const done = new Set<string>();
  return {
    has: (deed) => done.has(deed),
    add: async (...deeds) => {
      for (const deed of deeds) done.add(deed);
    },
  };
}

async function readDone(path: string): Promise<readonly string[]> {
  try {
    return fileSchema.parse(JSON.parse(await readFile(path, 'utf8'))).done;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    const said = inBoth(demoWords, ({ memoryBroken }) => memoryBroken(path));
    throw errorSaying(said, 'Error', error);
  }
}

async function write(path: string, done: readonly string[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.draft`, `${JSON.stringify({ done }, null, 1)}\n`);
  await rename(`${path}.draft`, path);
}
