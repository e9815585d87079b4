import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type History, historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { projectRoot } from '../../config/project-root.js';
import type { Recorded } from '../real/histories.js';

const folder = join(projectRoot(), 'test', 'fixtures', 'histories');

/**
 * Lays histories down for the replay test. Done with `RECORD_HISTORIES=1`, after a change of the workflows that running
 * campaigns need not survive; otherwise what is recorded stays, for it is what runs at offices.
 */
export function recordHistories(histories: readonly Recorded[]): void {
  if (!process.env['RECORD_HISTORIES']) return;
  mkdirSync(folder, { recursive: true });
  for (const { workflowId, history } of histories)
    writeFileSync(join(folder, `${workflowId.replaceAll('/', '-')}.json`), `${historyToJSON(history as History)}\n`);
}

export function recordedHistories(): readonly Recorded[] {
  return readdirSync(folder).map((name) => {
    const history = historyFromJSON(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return { workflowId: name.replace('.json', ''), history };
  });
}
