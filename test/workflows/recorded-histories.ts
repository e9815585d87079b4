import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { projectRoot } from '../../config/project-root.js';
import type { Recorded } from '../real/histories.js';

const folder = join(projectRoot(), 'test', 'fixtures', 'histories');

/**
 * Lays histories down for the replay test. Done by `RECORD_HISTORIES=1`, after a change of the workflows that running
 * campaigns need not survive; otherwise what is recorded stays, for it is what runs at offices.
 */
export async function recordHistories({ workflow }: Client, ids: readonly string[]): Promise<void> {
  if (!process.env['RECORD_HISTORIES']) return;
  mkdirSync(folder, { recursive: true });
  for (const id of ids) {
    const history = historyToJSON(await workflow.getHandle(id).fetchHistory());
    writeFileSync(join(folder, `${id.replaceAll('/', '-')}.json`), `${JSON.stringify(history)}\n`);
  }
}

export function recordedHistories(): readonly Recorded[] {
  return readdirSync(folder).map((name) => ({
    workflowId: name.replace('.json', ''),
    history: JSON.parse(readFileSync(join(folder, name), 'utf8')) as object,
  }));
}
