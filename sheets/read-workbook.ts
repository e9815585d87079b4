import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { refused, SheetRefused } from './sheet-refused.js';
import type { ThreadWord } from './workbook-thread.js';
import type { Workbook } from './workbook.js';

export interface ReadLimits {
  readonly timeMs: number;
  readonly memoryMb: number;
}

/** A province's register takes a third of a second and 60 MB. */
const usual: ReadLimits = { timeMs: 15_000, memoryMb: 256 };

/**
 * Guards and reads a workbook in a thread of its own, which is stopped when it takes too long or too much memory; throws
 * SheetRefused with the sentence for whoever sent the file.
 */
export async function readWorkbook(bytes: Uint8Array, limits: ReadLimits = usual): Promise<Workbook> {
  const thread = new Worker(threadScript(), {
    // Copied: a buffer of Node's pool may not be handed over.
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    execArgv: [],
    env: {},
  });
  try {
    const word = await wordOf(thread, limits.timeMs);
    if ('workbook' in word) return word.workbook;
    throw new SheetRefused(word.refused.code, word.refused.message);
  } finally {
    await thread.terminate();
  }
}

function wordOf(thread: Worker, timeMs: number): Promise<ThreadWord> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(refused('too-slow', `文件读了 ${timeMs / 1000} 秒还没有读完`)), timeMs);
    const settled = (settle: () => void) => () => {
      clearTimeout(timer);
      settle();
    };
    thread.once('message', (word: ThreadWord) => settled(() => resolve(word))());
    thread.once('error', (error) => settled(() => reject(threadFailure(error)))());
    thread.once(
      'exit',
      settled(() => reject(new Error('the thread that reads workbooks ended without a word'))),
    );
  });
}

function threadFailure(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const isMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isMemory ? refused('bomb', '文件展开后占用内存过多') : error;
}

/** Compiled beside this file, or in dist/ where the sources run uncompiled, as in the tests. */
function threadScript(): URL {
  const scripts = ['./workbook-thread.js', '../dist/sheets/workbook-thread.js'].map(
    (script) => new URL(script, import.meta.url),
  );
  const script = scripts.find((each) => existsSync(fileURLToPath(each)));
  if (script === undefined)
    throw new Error(`${fileURLToPath(scripts[1] ?? import.meta.url)} is missing: npm run build`);
  return script;
}
