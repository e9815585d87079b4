import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../config/project-root.js';
import { sharedModules, type WantedBundle, writeBundle } from './write-bundle.js';

/**
 * The workflows as one script, with the modules of interceptors that are to run among them. Bundling takes seconds, so
 * the script is kept under the hash of its sources and used by every worker, test and rehearsal until they change.
 */
export async function workflowBundle(
  cacheFolder: string,
  interceptors: readonly string[] = [],
): Promise<{ codePath: string }> {
  const entry = entryPoint();
  const folders = [dirname(entry), join(dirname(entry), '..', 'domain'), ...interceptors.map((path) => dirname(path))];
  const codePath = join(cacheFolder, 'workflow-bundles', `${await sourceHash([...new Set(folders)])}.js`);
  if (!existsSync(codePath)) await bundleApart({ entry, codePath, interceptors });
  return { codePath };
}

/** In a process of its own where there is a compiled one: the bundler's memory goes when it ends. */
async function bundleApart({ entry, codePath, interceptors }: WantedBundle): Promise<void> {
  const script = fileURLToPath(new URL('./bundle-process.js', import.meta.url));
  if (!existsSync(script)) return writeBundle({ entry, codePath, interceptors });
  const [code, signal] = await once(fork(script, [entry, codePath, ...interceptors]), 'exit');
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
