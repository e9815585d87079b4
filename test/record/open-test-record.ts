import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecord, type RecordDb } from '../../record/database.js';
import { type FileStore, folderStore } from '../../record/files.js';
import { createTestDatabase, migrationsHash } from './test-database.js';

export interface TestRecord extends RecordDb {
  readonly files: FileStore;
  readonly folder: string;
}

const now = '2026-01-05T01:00:00.000Z';

/**
 * A real record of the test's own that goes with `close`: on PostgreSQL where the test runs for it, embedded otherwise,
 * durable and locked. A statement that waits for its own transaction fails after five seconds.
 */
export function openTestRecord(): Promise<TestRecord> {
  return process.env['TEST_RECORD'] === 'postgres' ? openOnPostgres() : openEmbedded();
}

async function openOnPostgres(): Promise<TestRecord> {
  const home = temporaryFolder();
  const database = await createTestDatabase();
  const record = await openRecord({ connectionString: database.url }, { now, waitMs: 5000 });
  const close = async (): Promise<void> => {
    await record.close();
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...record, folder: join(home, 'record'), files: folderStore(join(home, 'files')), close };
}

async function openEmbedded(): Promise<TestRecord> {
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
