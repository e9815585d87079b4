import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { hasCode } from '../error-code.js';

/** A database without tables, as one file. Making one takes seven seconds: it is kept until the engine changes. */
export async function emptyDatabase(cacheFolder: string): Promise<Blob> {
  const path = join(cacheFolder, 'empty-databases', `${await engineVersion()}.tar.gz`);
  const kept = await readIfThere(path);
  return new Blob([new Uint8Array(kept ?? (await keep(path)))]);
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
  const lite = await PGlite.create();
  const dump = Buffer.from(await (await lite.dumpDataDir('gzip')).arrayBuffer());
  await lite.close();
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
