import { PGlite } from '@electric-sql/pglite';
import { DurableFileSystem } from './durable-file-system.js';

/** Without `-F` (fsync off), with the one sync method that Emscripten passes on, and small enough for a laptop. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=16MB',
];

export const startEmbedded = (data: string, backup?: Blob): Promise<PGlite> =>
  PGlite.create({
    fs: new DurableFileSystem(data),
    startParams,
    ...(backup === undefined ? {} : { loadDataDir: backup }),
  });
