import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { syncPath } from './durable-file-system.js';
import { startEmbedded } from './start-embedded.js';

/** Written aside and renamed when it is complete and on disk: a start that dies half-way is simply begun again. */
export const layDown = async (data: string, backup?: Blob): Promise<void> => {
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  const lite = await startEmbedded(draft, backup);
  await lite.close();
  for (const entry of readdirSync(draft, { recursive: true, encoding: 'utf8' })) syncPath(join(draft, entry));
  syncPath(draft);
  renameSync(draft, data);
  syncPath(dirname(data));
};

/**
 * In a process of its own: making a database takes some 350 MB, of which a thread leaves much behind. A restore is no
 * start of every day and stays here, as does all of it where the sources run uncompiled, as in the tests.
 */
export const layDownApart = async (data: string, backup?: Blob): Promise<void> => {
  const script = fileURLToPath(new URL('./lay-down-process.js', import.meta.url));
  if (backup !== undefined || !existsSync(script)) return layDown(data, backup);
  const [code, signal] = await once(fork(script, [data]), 'exit');
  if (code !== 0)
    throw new Error(`laying down ${data} ended with ${String(code ?? signal)}; see the error output above`);
};
