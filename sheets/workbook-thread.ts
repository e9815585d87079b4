import { parentPort, workerData } from 'node:worker_threads';
import { decodeWorkbook } from './decode-workbook.js';
import { SheetRefused, type RefusalCode } from './sheet-refused.js';
import type { Workbook } from './workbook.js';

/** What the thread says when it is done. */
export type ThreadWord =
  { readonly workbook: Workbook } | { readonly refused: { readonly code: RefusalCode; readonly message: string } };

parentPort?.postMessage(await word(workerData as Uint8Array), []);

async function word(bytes: Uint8Array): Promise<ThreadWord> {
  try {
    return { workbook: await decodeWorkbook(bytes) };
  } catch (error) {
    if (error instanceof SheetRefused) return { refused: { code: error.code, message: error.message } };
    throw error;
  }
}
