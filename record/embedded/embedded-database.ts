import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { inBoth } from '../../domain/sentence.js';
import { refusal } from '../refusal.js';
import { refusalWords } from '../refusal-words.js';
import { layDownApart } from './lay-down.js';
import { startEmbedded } from './start-embedded.js';

/** The folder must be locked by the caller. A `backup` is laid down first, into a folder that holds no record yet. */
export const openEmbedded = async (folder: string, backup?: Blob): Promise<PGlite> => {
  const data = join(folder, 'data');
  if (!existsSync(data)) await layDownApart(data, backup);
  else if (backup !== undefined) throw refusal(inBoth(refusalWords, ({ folderTaken }) => folderTaken(folder)));
  return startEmbedded(data);
};
