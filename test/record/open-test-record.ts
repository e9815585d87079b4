import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecord, type RecordDb } from '../../record/database.js';
import { type FileStore, folderStore } from '../../record/files.js';
import { migrationsFolder } from '../../record/migrations-folder.js';

export interface TestRecord extends RecordDb {
  readonly files: FileStore;
  readonly folder: string;
}

const now = '2026-01-05T01:00:00.000Z';

/**
 * The real embedded record, durable and locked, in a folder of its own that goes with `close`. A statement that waits
 * for its own transaction fails after five seconds.
 */
export async function openTestRecord(): Promise<TestRecord> {
  const home = temporaryFolder();
  const folder = await layRecordInto(home);
  const record = await openRecord({ folder }, { now, waitMs: 5000 });
  const close = async (): Promise<void> => {
    await record.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...record, folder, files: folderStore(join(home, 'files')), close };
}

/** A migrated record without rows that nobody has opened yet. */
export async function layRecordInto(home: string): Promise<string> {
  const folder = join(home, 'record');
  cpSync(await migratedRecord(), folder, { recursive: true });
  return folder;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'shuangyue-test-'));
}

/** Making an empty database takes seconds, copying one a fraction; it is made once for each state of the migrations. */
async function migratedRecord(): Promise<string> {
  const template = join(tmpdir(), `shuangyue-test-record-${migrationsHash()}`);
  if (existsSync(template)) return template;
  const draft = temporaryFolder();
  const record = await openRecord({ folder: draft }, { now });
  await record.close();
  try {
    renameSync(draft, template);
  } catch {
    // Another worker was first.
    rmSync(draft, { recursive: true, force: true });
  }
  return template;
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  const folder = migrationsFolder();
  for (const file of readdirSync(folder).toSorted()) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
