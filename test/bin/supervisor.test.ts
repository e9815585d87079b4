import { afterEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepAlive, type Part } from '../../bin/keep-alive.js';
import { runOffice, type OfficePlan, type RunningOffice } from '../../bin/supervisor.js';
import { wordsIn } from '../../client/words.js';
import { readSettings } from '../../config/settings.js';
import { takeInstanceLock } from '../../worker/local/instance-lock.js';
import { isRefusal } from '../../worker/local/refusal.js';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'shuangyue-bin-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

/** A worker that says what happens to it, and dies when its home holds a file `die`. */
const worker = `
import { appendFileSync, existsSync, rmSync } from 'node:fs';
const home = process.argv[2];
const note = (what) => appendFileSync(home + '/events', what + '\\n');
if (process.env.FAIL) { process.send({ failed: { zh: '库打不开', en: 'no record', name: 'Refusal' } }); process.exit(1); }
note('worker up ' + process.env.TEMPORAL_ADDRESS + ' ' + process.env.WEB_PORT);
process.on('SIGTERM', () => { note('worker stopped'); process.exit(0); });
process.on('disconnect', () => process.exit(0));
setInterval(() => {
  if (!existsSync(home + '/die')) return;
  rmSync(home + '/die');
  process.kill(process.pid, 'SIGKILL');
}, 5);
process.send({ ready: { web: 'http://localhost:' + process.env.WEB_PORT, webPort: Number(process.env.WEB_PORT), intakePort: 1 } });
`;

const anyPorts = { WEB_PORT: '0', INTAKE_SMTP_PORT: '0', POST_OFFICE_SMTP_PORT: '0' };
const settingsFor = (home: string, more: Record<string, string> = {}) =>
  readSettings({ ...anyPorts, SHUANGYUE_HOME: home, ...more }, home);

const events = (home: string): readonly string[] =>
  existsSync(join(home, 'events')) ? readFileSync(join(home, 'events'), 'utf8').trim().split('\n') : [];

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};

const office = (home: string, live: OfficePlan['live'], more: Partial<OfficePlan> = {}): OfficePlan => {
  const workerScript = join(home, 'worker.mjs');
  writeFileSync(workerScript, worker);
  return {
    home,
    settings: () => Promise.resolve(settingsFor(home)),
    tell: () => undefined,
    words: wordsIn('zh'),
    live,
    workerScript,
    openEngine: () =>
      Promise.resolve({
        address: '127.0.0.1:7777',
        stop: async () => writeFileSync(join(home, 'events'), 'engine stopped\n', { flag: 'a' }),
        kill: () => undefined,
      }),
    ...more,
  };
};

describe('the supervisor', () => {
  it('stops the worker before the engine', async () => {
    const home = folder();
    let seen: RunningOffice | undefined;
    await runOffice(
      office(home, async (running) => {
        seen = running;
      }),
    );
    expect(seen?.ready.webPort).toBeGreaterThan(0);
    expect(events(home)).toEqual([
      `worker up 127.0.0.1:7777 ${seen?.ready.webPort}`,
      'worker stopped',
      'engine stopped',
    ]);
    expect(existsSync(join(home, 'instance.lock'))).toBe(false);
    expect(existsSync(join(home, 'worker.pid'))).toBe(false);
  });

  it('starts a dead worker again on the same ports', async () => {
    const home = folder();
    const told: string[] = [];
    await runOffice(
      office(
        home,
        async () => {
          writeFileSync(join(home, 'die'), '');
          await until(() => events(home).length === 2);
        },
        { tell: (line) => void told.push(line) },
      ),
    );
    const [first, again] = events(home);
    expect(again).toBe(first);
    expect(told).toContain('工作进程意外停止（信号 SIGKILL），0.5 秒后重新启动。');
  });

  it('stops when it is asked by a signal', async () => {
    const home = folder();
    let lives = false;
    const live = async (_office: unknown, stopping: AbortSignal) => {
      lives = true;
      await once(stopping, 'abort');
    };
    const running = runOffice(office(home, live));
    await until(() => lives);
    process.emit('SIGTERM');
    await running;
    expect(events(home).slice(1)).toEqual(['worker stopped', 'engine stopped']);
  });

  it('takes everything down when what it lives for fails', async () => {
    const home = folder();
    const failing = runOffice(office(home, () => Promise.reject(new Error('no such luck'))));
    await expect(failing).rejects.toThrow('no such luck');
    expect(events(home).slice(1)).toEqual(['worker stopped', 'engine stopped']);
  });

  it('tells why a worker cannot start', async () => {
    const home = folder();
    process.env['FAIL'] = 'yes';
    try {
      const failed = runOffice(office(home, () => Promise.resolve()));
      await expect(failed).rejects.toMatchObject({ message: '库打不开', name: 'Refusal' });
    } finally {
      delete process.env['FAIL'];
    }
    expect(events(home)).toEqual(['engine stopped']);
  });

  it('refuses a folder in which another one runs', async () => {
    const home = folder();
    const lock = takeInstanceLock(home);
    const second = runOffice(office(home, () => Promise.resolve())).catch((error: unknown) => error);
    expect(isRefusal(await second)).toBe(true);
    expect(events(home)).toEqual([]);
    lock.release();
  });

  it('refuses a taken port before anything is started', async () => {
    const home = folder();
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const settings = () => Promise.resolve(settingsFor(home, { WEB_PORT: String(port) }));
    const refused = await runOffice(office(home, () => Promise.resolve(), { settings })).catch(
      (error: unknown) => error,
    );
    expect(isRefusal(refused)).toBe(true);
    expect(String(refused)).toContain(String(port));
    expect(events(home)).toEqual([]);
    other.close();
  });
});

interface Fallible extends Part {
  readonly fall: (how: string) => void;
}

const part = (): Fallible => {
  const ending = new EventEmitter();
  const exited = once(ending, 'end').then(([how]) => String(how));
  const fall = (how: string) => void ending.emit('end', how);
  return { exited, fall, stop: async () => fall('asked'), kill: () => fall('killed') };
};

describe('a part that is kept alive', () => {
  it('is started again more slowly each time', async () => {
    const waits: number[] = [];
    const first = part();
    const last = part();
    const parts = [part(), part(), last];
    const started: Part[] = [];
    const kept = keepAlive<Fallible>({
      first,
      startAgain: async () => {
        const next = parts.shift() ?? last;
        started.push(next);
        if (next !== last) next.fall('again');
        return next;
      },
      fell: (_how, ms) => void waits.push(ms),
      shortestMs: 1,
      longestMs: 3,
    });
    first.fall('once');
    await until(() => started.includes(last));
    await kept.stop();
    expect(waits).toEqual([1, 2, 3]);
  });

  it('is tried again when it cannot be started', async () => {
    const first = part();
    const second = part();
    let tries = 0;
    const kept = keepAlive<Fallible>({
      first,
      startAgain: () => ((tries += 1) < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve(second)),
      fell: () => undefined,
      shortestMs: 1,
    });
    first.fall('once');
    await until(() => tries === 3);
    await kept.stop();
    expect(await second.exited).toBe('asked');
  });

  it('stays down once it was stopped', async () => {
    let again = 0;
    const kept = keepAlive<Fallible>({
      first: part(),
      startAgain: async () => ((again += 1), part()),
      fell: () => undefined,
    });
    await kept.stop();
    expect(again).toBe(0);
  });
});
