import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { projectRoot } from '../config/project-root.js';

/**
 * The workflows as one script. Bundling takes seconds, so the script is kept under the hash of its sources and used by
 * every worker, test and rehearsal until they change.
 */
export async function workflowBundle(cacheFolder: string): Promise<{ codePath: string }> {
  const entry = entryPoint();
  const sources = await sourceHash([dirname(entry), join(dirname(entry), '..', 'domain')]);
  const codePath = join(cacheFolder, 'workflow-bundles', `${sources}.js`);
  if (!existsSync(codePath)) {
    const { code } = await bundleWorkflowCode({ workflowsPath: entry, logger: quiet });
    await mkdir(dirname(codePath), { recursive: true });
    const draft = `${codePath}.${process.pid}`;
    await writeFile(draft, code);
    await rename(draft, codePath);
  }
  return { codePath };
}

/** Compiled beside this file when built, the source itself under the test runner. */
function entryPoint(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const compiled = join(here, '..', 'workflows', 'index.js');
  return existsSync(compiled) ? compiled : join(here, '..', 'workflows', 'index.ts');
}

async function sourceHash(folders: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(projectRoot(), 'package-lock.json')));
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true })).filter((name) => /\.[jt]s$/.test(name));
    for (const name of names.toSorted()) hash.update(name).update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 32);
}

const nothing = () => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
