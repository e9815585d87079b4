import { createHash } from 'node:crypto';
import { close, existsSync, fsync, open, readFile, writeFile } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { insertRows } from './insert-rows.js';
import type { Db } from './schema.js';

/** Bytes by their sha256, in hex; whatever was put is there for ever, and the same bytes are one file. */
export interface FileStore {
  /** Resolves when the bytes are on disk. */
  readonly put: (bytes: Uint8Array) => Promise<string>;
  readonly get: (hash: string) => Promise<Uint8Array>;
  readonly has: (hash: string) => Promise<boolean>;
}

export interface NewFile {
  readonly bytes: Uint8Array;
  readonly media: string;
  readonly at: string;
}

/** Puts the bytes into the store and their name into the record; what refers to the hash comes after. */
export async function keepFile(db: Db, files: FileStore, { bytes, media, at }: NewFile): Promise<string> {
  const hash = await files.put(bytes);
  await registerFile(db, { hash, bytes: bytes.length, media, at });
  return hash;
}

/** Many at once wait for the disk together; hashes in the order given. */
export async function keepFiles(db: Db, files: FileStore, added: readonly NewFile[]): Promise<readonly string[]> {
  const stored = await Promise.all(
    added.map(async ({ bytes, media, at }) => ({ hash: await files.put(bytes), bytes: bytes.length, media, at })),
  );
  await registerFiles(db, stored);
  return stored.map(({ hash }) => hash);
}

export interface StoredFile {
  readonly hash: string;
  readonly bytes: number;
  readonly media: string;
  readonly at: string;
}

export async function registerFile(db: Db, file: StoredFile): Promise<void> {
  await registerFiles(db, [file]);
}

export async function registerFiles(db: Db, files: readonly StoredFile[]): Promise<void> {
  if (files.length === 0) return;
  const rows = files.map(({ hash, bytes, media, at }) => ({ hash, bytes, media, stored_at: at }));
  await insertRows(db, 'file', rows)
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
}

export function folderStore(folder: string): FileStore {
  const pathOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`“${hash}” is no file's hash: expected 64 hex digits (sha256)`);
    return join(folder, hash.slice(0, 2), hash);
  };
  return {
    put: async (bytes) => {
      const hash = hashOf(bytes);
      const path = pathOf(hash);
      if (!existsSync(path)) await writeWhole(path, bytes);
      await syncFolder(dirname(path));
      return hash;
    },
    get: async (hash) => {
      const bytes = await disk.readFile(pathOf(hash));
      if (hashOf(bytes) !== hash) throw new Error(`${pathOf(hash)} was changed on disk: restore it from a backup`);
      return bytes;
    },
    has: async (hash) => existsSync(pathOf(hash)),
  };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

let drafts = 0;

/** Never half written under its name, whatever happens meanwhile. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  if (!existsSync(dirname(path))) await makeFolder(dirname(path));
  drafts += 1;
  const draft = `${path}.${process.pid}.${drafts}`;
  try {
    await opened(draft, 'wx', async (file) => {
      await disk.writeFile(file, bytes);
      await disk.sync(file);
    });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await syncFolder(dirname(made));
}

function syncFolder(folder: string): Promise<void> {
  return opened(folder, 'r', disk.sync);
}

/** With plain descriptors: a file handle of `node:fs/promises` costs twice the processor time, for every mail that comes. */
const disk = {
  open: promisify(open),
  readFile: promisify(readFile),
  writeFile: promisify(writeFile),
  sync: promisify(fsync),
  close: promisify(close),
} as const;

async function opened(path: string, flags: string, work: (descriptor: number) => Promise<void>): Promise<void> {
  const descriptor = await disk.open(path, flags);
  try {
    await work(descriptor);
  } finally {
    await disk.close(descriptor);
  }
}
