import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { refusal } from '../refusal.js';
import { layDownApart } from './lay-down.js';
import { startEmbedded } from './start-embedded.js';

/** The folder must be locked by the caller. A `backup` is laid down first, into a folder that holds no record yet. */
export const openEmbedded = async (folder: string, backup?: Blob): Promise<PGlite> => {
  const data = join(folder, 'data');
  if (!existsSync(data)) await layDownApart(data, backup);
  else if (backup !== undefined) throw refusal(`文件夹 ${folder} 里已有记录库，备份只能恢复到空文件夹。`);
  return startEmbedded(data);
};
