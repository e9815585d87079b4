import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takeInstanceLock } from '../../../worker/local/instance-lock.js';
import { identifyProcess } from '../../../worker/local/process-identity.js';
import { isRefusal } from '../../../worker/local/refusal.js';

let home: string;
const lockFile = (): string => join(home, 'instance.lock');
const ownStart = identifyProcess(process.pid)?.startedAt;

const refusalOf = (): Error => {
  try {
    takeInstanceLock(home);
  } catch (error) {
    if (isRefusal(error)) return error;
    throw error;
  }
  throw new Error('the folder was given twice');
};

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'shuangyue-home-'));
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('one start per folder', () => {
  it('a second start is refused with who and where', () => {
    const { release } = takeInstanceLock(home);
    expect(refusalOf().message).toContain(`进程 ${process.pid}`);
    expect(refusalOf().message).toContain(home);
    release();
  });

  it('a folder is free again after a clean stop', () => {
    takeInstanceLock(home).release();
    expect(existsSync(lockFile())).toBe(false);
    takeInstanceLock(home).release();
  });

  it('a lock on another machine is not touched', () => {
    writeFileSync(lockFile(), `1\n${hostname()}-other\nsome time`);
    expect(refusalOf().message).toContain(lockFile());
  });

  it.each([
    ['a dead process', () => `${spawnSync('true').pid}\n${hostname()}\n${ownStart}`],
    ['an earlier process of the same pid', () => `${process.pid}\n${hostname()}\nlong ago`],
    ['a process that was killed while writing', () => ''],
  ])('the lock of %s is taken over', (_, text) => {
    writeFileSync(lockFile(), text());
    const { release } = takeInstanceLock(home);
    expect(refusalOf().message).toContain(`进程 ${process.pid}`);
    release();
  });

  it('a lock that changed hands is left to its new owner', () => {
    const { release } = takeInstanceLock(home);
    writeFileSync(lockFile(), `1\n${hostname()}\nsome time`);
    release();
    expect(existsSync(lockFile())).toBe(true);
  });
});
