import { workerData } from 'node:worker_threads';
import { layDown } from './lay-down.js';

interface Order {
  readonly data: string;
  readonly backup?: ArrayBuffer;
}

const { data, backup } = workerData as Order;
await layDown(data, backup === undefined ? undefined : new Blob([backup]));
// PGlite leaves handles behind that would keep the thread, and its memory, for ever.
process.exit(0);
