import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
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
 * In a thread of its own: making a database takes some 350 MB that only the end of its thread gives back. Where the
 * sources run uncompiled, as in the tests, there is no file for a thread to run.
 */
export const layDownApart = async (data: string, backup?: Blob): Promise<void> => {
  const script = new URL('./lay-down-thread.js', import.meta.url);
  if (!existsSync(fileURLToPath(script))) return layDown(data, backup);
  const thread = new Worker(script, { workerData: { data, backup: await backup?.arrayBuffer() } });
  return new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`laying down ${data} ended with code ${code}`)),
    );
  });
};
