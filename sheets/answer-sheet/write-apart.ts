import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AnswerSheet } from './answer-sheet.js';
import type { ToWrite, Written } from './answer-sheet-thread.js';
import { writeAnswerSheet } from './write-answer-sheet.js';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (reason: unknown) => void;
}

interface Scribe {
  readonly thread: Worker;
  readonly waiting: Map<number, Waiting>;
}

const script = new URL('./answer-sheet-thread.js', import.meta.url);
let scribe: Scribe | undefined;
let count = 0;

/**
 * The same bytes from a thread of its own: the sheets of an opening are written while its letters are composed. The
 * thread stays for the next opening and keeps nobody from ending; where the sources run uncompiled there is none.
 */
export function writeAnswerSheetApart(sheet: AnswerSheet): Promise<Uint8Array> {
  if (!existsSync(fileURLToPath(script))) return writeAnswerSheet(sheet);
  scribe ??= hire();
  const { thread, waiting } = scribe;
  count += 1;
  const order: ToWrite = { place: count, sheet };
  return new Promise((resolve, reject) => {
    waiting.set(order.place, { resolve, reject });
    thread.ref();
    thread.postMessage(order, []);
  });
}

function hire(): Scribe {
  const thread = new Worker(script, { execArgv: [], env: {} });
  const waiting = new Map<number, Waiting>();
  thread.on('message', (written: Written) => {
    const asked = waiting.get(written.place);
    waiting.delete(written.place);
    if (waiting.size === 0) thread.unref();
    if ('bytes' in written) asked?.resolve(written.bytes);
    else asked?.reject(written.failed);
  });
  const leave = (reason: unknown) => {
    if (scribe?.thread === thread) scribe = undefined;
    for (const { reject } of waiting.values()) reject(reason);
  };
  thread.once('error', leave);
  thread.once('exit', (code) => leave(new Error(`the thread that writes sheets ended with ${code}`)));
  return { thread, waiting };
}
