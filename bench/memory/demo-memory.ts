import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from '../line.js';
import { kilobytes, readProc } from './resident.js';
import { projectRoot } from '../../config/project-root.js';

export interface DemoMemory {
  /** Megabytes at the peak. */
  readonly ours: number;
  /** The median of looks every half second. */
  readonly usual: number;
  readonly runs: number;
  readonly seconds: number;
}

/** The demo until its first bulletin, as `npm start` runs it, on free ports and in a home of its own. */
export async function demoMemory(): Promise<DemoMemory> {
  const home = mkdtempSync(join(tmpdir(), 'shuangyue-bench-'));
  const ports = ['TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'WEB_PORT', 'INTAKE_SMTP_PORT', 'POST_OFFICE_SMTP_PORT'];
  const began = Date.now();
  const script = join(projectRoot(), 'dist', 'bin', 'shuangyue.js');
  const demo = spawn(process.execPath, [script, 'demo', '--rounds', '1'], {
    env: { ...process.env, SHUANGYUE_HOME: home, ...Object.fromEntries(ports.map((name) => [name, '0'])) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  demo.stdout.resume();
  const ended = once(demo, 'exit');
  try {
    const { peak, usual } = await watch(home, ended);
    return {
      ours: Math.round(peak / 1024),
      usual: Math.round(usual / 1024),
      runs: 1,
      seconds: Math.round((Date.now() - began) / 1000),
    };
  } finally {
    demo.kill('SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

const atMostMs = 8 * 60_000;

/** Kilobytes; the kernel keeps the peak itself, so looking now and then is enough. */
async function watch(home: string, ended: Promise<unknown>): Promise<{ peak: number; usual: number }> {
  let over = false;
  void ended.then(() => (over = true));
  let peak = 0;
  const looks: number[] = [];
  for (const deadline = Date.now() + atMostMs; !over && Date.now() < deadline; await wait(500)) {
    for (const pid of workersOf(home)) {
      peak = Math.max(peak, kilobytes(pid, 'VmHWM'));
      looks.push(kilobytes(pid, 'VmRSS'));
    }
  }
  if (peak === 0) throw new Error(`no worker of the demo in ${home} was seen; run npm start to see why`);
  return { peak, usual: median(looks) };
}

function workersOf(home: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    const command = /^\d+$/.test(pid) ? readProc(pid, 'cmdline') : '';
    return command.includes(join('worker', 'main.js')) && command.includes(home);
  });
}
