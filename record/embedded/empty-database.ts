import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { hasCode } from '../error-code.js';
import { migrate, migrationHashes } from '../migrate.js';
import { queriesOver } from '../open-pool.js';
import { poolOver } from './pool-over.js';

/**
 * A record of the newest schema without a row, as one file, not packed: it is read faster than it is unpacked. Making
 * one takes eight seconds: it is kept until the engine or a migration changes.
 */
export async function emptyDatabase(cacheFolder: string): Promise<Blob> {
  const path = join(cacheFolder, 'empty-databases', `${await contentsHash()}.tar`);
  const kept = await readIfThere(path);
  return new Blob([kept ?? (await keep(path))]);
}

async function contentsHash(): Promise<string> {
  const hash = createHash('sha256').update(await engineVersion());
  for (const each of migrationHashes()) hash.update(each);
  return hash.digest('hex').slice(0, 32);
}

async function engineVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version }: { version: string } = JSON.parse(
    await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'),
  );
  return version;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Written aside and renamed: whoever reads it finds all of it or nothing. */
async function keep(path: string): Promise<Buffer> {
  const dump = await dumpMigrated();
  const draft = `${path}.${process.pid}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(draft, dump);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return dump;
}

async function dumpMigrated(): Promise<Buffer> {
  const lite = await PGlite.create();
  const db = queriesOver(poolOver(lite, 30_000));
  try {
    await migrate(db, new Date().toISOString());
    return Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer());
  } finally {
    await db.destroy();
    await lite.close();
  }
}
