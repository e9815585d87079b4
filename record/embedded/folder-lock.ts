import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { inBoth } from '../../domain/sentence.js';
import { hasCode } from '../error-code.js';
import { refusal } from '../refusal.js';
import { refusalWords } from '../refusal-words.js';
import { processStart } from './process-start.js';

export interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly start: string;
}

export interface FolderLock {
  readonly release: () => void;
}

/** One process owns the record: PGlite takes no lock itself, and two of them silently destroy each other's writes. */
export const lockFolder = (folder: string): FolderLock => {
  mkdirSync(folder, { recursive: true });
  const path = join(resolve(folder), 'owner.lock');
  const mine = JSON.stringify({ pid: process.pid, host: hostname(), start: processStart(process.pid) ?? '' });
  while (!place(path, mine)) {
    const found = readLock(path);
    if (found === undefined) continue;
    const owner = parseOwner(found);
    if (owner !== undefined && isAlive(owner)) throw inUse(folder, path, owner);
    setAside(path, found);
  }
  const release = (): void => {
    process.off('exit', release);
    if (readLock(path) === mine) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { release };
};

/** Whoever has the record of this folder open now, as far as can be known. */
export const ownerOf = (folder: string): Owner | undefined => {
  const found = readLock(join(resolve(folder), 'owner.lock'));
  const owner = found === undefined ? undefined : parseOwner(found);
  return owner !== undefined && isAlive(owner) ? owner : undefined;
};

/** A hard link is made or refused in one step, so a lock is never seen half written. */
const place = (path: string, text: string): boolean => {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

const readLock = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
};

/** A lock that a power failure emptied has no living owner. */
const parseOwner = (text: string): Owner | undefined => {
  try {
    const owner: Owner = JSON.parse(text);
    return owner;
  } catch {
    return undefined;
  }
};

/** Another process may have taken over between our reading and our moving; then its lock is put back. */
const setAside = (path: string, stale: string): void => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') === stale) rmSync(aside);
  else renameSync(aside, path);
};

/** Of another machine's processes nothing can be known (a shared or mounted folder): they count as alive. */
const isAlive = ({ pid, host, start }: Owner): boolean => host !== hostname() || processStart(pid) === start;

const inUse = (folder: string, path: string, { pid, host }: Owner): Error => {
  const where = resolve(folder);
  return refusal(
    inBoth(refusalWords, ({ openElsewhere, openHere, openByOther }) => {
      if (host !== hostname()) return openElsewhere(where, host, pid, path);
      return pid === process.pid ? openHere(where, pid) : openByOther(where, pid);
    }),
  );
};
