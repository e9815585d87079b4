import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
    writeFileSync(join(folder, `${workflowId.replaceAll('/', '-')}.json`), `${JSON.stringify(plain(history))}\n`);
}

export function recordedHistories(): readonly Recorded[] {
  return readdirSync(folder).map((name) => {
    const history = JSON.parse(readFileSync(join(folder, name), 'utf8'), bytesAgain) as object;
    return { workflowId: name.replace('.json', ''), history };
  });
}

/** The SDK's own historyToJSON fails where npm has laid several copies of protobufjs. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('toNumber' in value && typeof value.toNumber === 'function') return Number(value.toNumber());
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
}

function bytesAgain(_key: string, value: unknown): unknown {
  const isBytes = typeof value === 'object' && value !== null && 'base64' in value;
  return isBytes ? Uint8Array.from(Buffer.from(String(value.base64), 'base64')) : value;
}
