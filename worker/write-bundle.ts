import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Bundles the workflows behind `entry` into one script; whole or not at all. */
export async function writeBundle(entry: string, codePath: string): Promise<void> {
  const { code } = await bundleWorkflowCode({ workflowsPath: entry, logger: quiet });
  await mkdir(dirname(codePath), { recursive: true });
  const draft = `${codePath}.${process.pid}`;
  await writeFile(draft, code);
  await rename(draft, codePath);
}

const nothing = () => undefined;
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing };
