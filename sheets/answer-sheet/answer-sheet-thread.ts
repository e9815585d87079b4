import { parentPort } from 'node:worker_threads';
import type { AnswerSheet } from './answer-sheet.js';
import { DeflateAtOnce } from './deflate-at-once.js';
import { writeAnswerSheet } from './write-answer-sheet.js';

export interface ToWrite {
  readonly place: number;
  readonly sheet: AnswerSheet;
}

export type Written =
  { readonly place: number; readonly bytes: Uint8Array } | { readonly place: number; readonly failed: unknown };

Object.assign(globalThis, { CompressionStream: DeflateAtOnce });

parentPort?.on('message', ({ place, sheet }: ToWrite) => {
  writeAnswerSheet(sheet).then(
    (bytes) => parentPort?.postMessage({ place, bytes } satisfies Written, []),
    (failed: unknown) => parentPort?.postMessage({ place, failed } satisfies Written, []),
  );
});
