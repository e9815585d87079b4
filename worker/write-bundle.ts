import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/**
 * Modules without state of their own: loaded once for all cached workflows instead of once for each, which is a quarter
 * of a task's heap.
 */
export const sharedModules = [
  'workflows/api',
  'domain/task-life/reduce',
  'domain/task-life/describe',
  'domain/task-life/refusal',
  'workflows/refusal-words',
] as const;

export interface WantedBundle {
  readonly entry: string;
  /** Paths of modules with interceptors that run among the workflows. */
  readonly interceptors: readonly string[];
  readonly codePath: string;
}

/** Bundles the workflows behind `entry` into one script; whole or not at all. */
export async function writeBundle({ entry, interceptors, codePath }: WantedBundle): Promise<void> {
  const root = join(dirname(entry), '..');
  const preloadModules = sharedModules.map((name) => join(root, `${name}${extname(entry)}`));
  const { code } = await bundleWorkflowCode({
    workflowsPath: entry,
    workflowInterceptorModules: [...interceptors],
    preloadModules,
    logger: quiet,
  });
  await mkdir(dirname(codePath), { recursive: true });
  const draft = `${codePath}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, codePath);
}

const nothing = () => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
