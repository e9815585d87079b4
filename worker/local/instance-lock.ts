import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { inBoth } from '../../domain/sentence.js';
import { startWords } from '../start-words.js';
import { hasCode } from './error-code.js';
import { identifyProcess } from './process-identity.js';
import { refusal } from './refusal.js';

export type Holder = { readonly pid: number; readonly host: string; readonly startedAt: string };

export type InstanceLock = { readonly release: () => void };

/** One start per folder: refuses while another living start holds `home`, takes over from a dead one. */
export function takeInstanceLock(home: string): InstanceLock {
  mkdirSync(home, { recursive: true });
  const path = join(resolve(home), 'instance.lock');
  const text = [process.pid, hostname(), identifyProcess(process.pid)?.startedAt].join('\n');
  while (!place(path, text)) {
    const found = read(path);
    const holder = found === undefined ? undefined : parse(found);
    if (holder !== undefined && isAlive(holder)) throw inUse(home, path, holder);
    if (found !== undefined) setAside(path, found);
  }
  const release = (): void => {
    process.off('exit', release);
    if (read(path) === text) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { release };
}

/** Whoever runs in `home` now, as far as can be known. */
export function runningIn(home: string): Holder | undefined {
  const found = read(join(resolve(home), 'instance.lock'));
  const holder = found === undefined ? undefined : parse(found);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

/** Hard links are made or refused in one step, and a reader never sees a lock that is half written. */
function place(path: string, text: string): boolean {
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
}

/** Another start may have taken over between our reading and our moving: then its lock is put back. */
function setAside(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readFileSync(aside, 'utf8');
  if (moved === stale) rmSync(aside);
  else renameSync(aside, path);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function parse(text: string): Holder | undefined {
  const [pid, host, startedAt] = text.split('\n');
  return host === undefined || startedAt === undefined ? undefined : { pid: Number(pid), host, startedAt };
}

/** Of another machine's processes (a shared or mounted folder) nothing can be known: they count as alive. */
const isAlive = ({ pid, host, startedAt }: Holder): boolean =>
  host !== hostname() || identifyProcess(pid)?.startedAt === startedAt;

const inUse = (home: string, path: string, { pid, host }: Holder): Error =>
  refusal(
    inBoth(startWords, ({ runsHere, runsElsewhere }) =>
      host === hostname() ? runsHere(pid, resolve(home)) : runsElsewhere(pid, host, resolve(home), path),
    ),
  );
