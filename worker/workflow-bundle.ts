import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../config/project-root.js';
import { sharedModules, writeBundle } from './write-bundle.js';

/**
 * The workflows as one script. Bundling takes seconds, so the script is kept under the hash of its sources and used by
 * every worker, test and rehearsal until they change.
 */
export async function workflowBundle(cacheFolder: string): Promise<{ codePath: string }> {
  const entry = entryPoint();
  const sources = await sourceHash([dirname(entry), join(dirname(entry), '..', 'domain')]);
  const codePath = join(cacheFolder, 'workflow-bundles', `${sources}.js`);
  if (!existsSync(codePath)) await bundleApart(entry, codePath);
  return { codePath };
}

/** In a process of its own where there is a compiled one: the bundler's memory goes when it ends. */
async function bundleApart(entry: string, codePath: string): Promise<void> {
  const script = fileURLToPath(new URL('./bundle-process.js', import.meta.url));
  if (!existsSync(script)) return writeBundle(entry, codePath);
  const [code, signal] = await once(fork(script, [entry, codePath]), 'exit');
  if (code !== 0) throw new Error(`bundling the workflows of ${entry} ended with ${String(code ?? signal)}`);
}

/** Compiled beside this file when built, the source itself under the test runner. */
function entryPoint(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = join(here, '..', 'workflows', 'index.js');
  return existsSync(compiled) ? compiled : join(here, '..', 'workflows', 'index.ts');
}

async function sourceHash(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(projectRoot(), 'package-lock.json')));
  hash.update(sharedModules.join());
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[jt]s$/.test(name));
    for (const name of names.toSorted()) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 32);
}
