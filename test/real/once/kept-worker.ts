import { join } from 'node:path';
import { workerEnvironment } from '../../../bin/worker-environment.js';
import { startWorkerProcess, type WorkerProcess } from '../../../bin/worker-process.js';
import { projectRoot } from '../../../config/project-root.js';
import { readSettings } from '../../../config/settings.js';
import { freePort } from '../../../worker/local/free-port.js';
import { openLines, type Servers } from './lines.js';
import type { Strikes } from './strikes.js';

export interface KeptWorker {
  readonly webPort: number;
  readonly isUp: () => boolean;
  /** How long each start took. */
  readonly bootMs: readonly number[];
  /** How a worker ended that nobody had killed. */
  readonly endings: readonly string[];
  readonly close: () => Promise<void>;
}

interface Place {
  readonly home: string;
  readonly servers: Servers;
  readonly common: Readonly<Record<string, string>>;
  readonly strikes: Strikes;
}

/** A worker behind lines that are watched; as soon as it is dead, another one is started in its place. */
export async function keepWorker({ home, servers, common, strikes }: Place): Promise<KeptWorker> {
  let pid = 0;
  let running: WorkerProcess | undefined;
  let isOver = false;
  const bootMs: number[] = [];
  const endings: string[] = [];
  const lines = await openLines(servers, () => {
    const own = pid;
    return (passing) => strikes.watch(passing, own);
  });
  const settings = readSettings(
    {
      ...common,
      TEMPORAL_ADDRESS: lines.engine,
      DATABASE_URL: lines.record,
      SMTP_URL: `smtp://127.0.0.1:${lines.relayPort}`,
      IMAP_URL: lines.mailbox,
    },
    home,
  );
  const ports = { web: await freePort(), intake: await freePort() };
  const plan = {
    script: join(projectRoot(), 'dist', 'worker', 'main.js'),
    env: workerEnvironment(settings, ports, lines.engine, { ...process.env, NODE_OPTIONS: '' }),
    home,
    logFile: join(home, 'log', 'worker.err'),
    language: 'zh' as const,
    spawned: (child: number) => (pid = child),
  };
  const boot = async (): Promise<WorkerProcess> => {
    for (;;) {
      const begunAt = Date.now();
      try {
        const worker = await startWorkerProcess(plan);
        bootMs.push(Date.now() - begunAt);
        return worker;
      } catch (error) {
        // It may be struck before it is up.
        if (isOver || !strikes.hasKilled(pid)) throw error;
      }
    }
  };
  running = await boot();
  const keeping = (async () => {
    while (running) {
      const how = await running.exited;
      if (!isOver && !strikes.hasKilled(pid)) endings.push(how);
      running = undefined;
      if (!isOver) running = await boot();
    }
  })();
  return {
    webPort: ports.web,
    isUp: () => running !== undefined,
    bootMs,
    endings,
    close: async () => {
      isOver = true;
      running?.kill();
      await keeping;
      await lines.close();
    },
  };
}
