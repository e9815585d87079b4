import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { refusal } from '../refusal.js';
import { DurableFileSystem, syncPath } from './durable-file-system.js';

/** Without `-F` (fsync off), with the one sync method that Emscripten passes on, and small enough for a laptop. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
  '-c',
  'shared_buffers=16MB',
];

/** The folder must be locked by the caller. A `backup` is laid down first, into a folder that holds no record yet. */
export const openEmbedded = async (folder: string, backup?: Blob): Promise<PGlite> => {
  const data = join(folder, 'data');
  if (!existsSync(data)) await layDown(data, backup);
  else if (backup !== undefined) throw refusal(`文件夹 ${folder} 里已有记录库，备份只能恢复到空文件夹。`);
  return start(data);
};

/** Written aside and renamed when it is complete and on disk: a start that dies half-way is simply begun again. */
const layDown = async (data: string, backup: Blob | undefined): Promise<void> => {
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  const lite = await start(draft, backup);
  await lite.close();
  for (const entry of readdirSync(draft, { recursive: true, encoding: 'utf8' })) syncPath(join(draft, entry));
  syncPath(draft);
  renameSync(draft, data);
  syncPath(dirname(data));
};

const start = (data: string, backup?: Blob): Promise<PGlite> =>
  PGlite.create({
    fs: new DurableFileSystem(data),
    startParams,
    ...(backup === undefined ? {} : { loadDataDir: backup }),
  });
