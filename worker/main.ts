import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { pino } from 'pino';
import { saidIn, type Sentence } from '../domain/sentence.js';
import { readSettings } from '../config/settings.js';
import { openOffice } from './office.js';

/** One worker process: wires the office by the settings, runs until it is told to stop. */
async function main(): Promise<void> {
  const settings = readSettings();
  const folder = join(settings.home, 'log');
  mkdirSync(folder, { recursive: true });
  const log = pino({ level: settings.logLevel }, pino.destination(join(folder, 'worker.log')));
  Runtime.install({
    logger: new DefaultLogger(settings.logLevel === 'debug' ? 'DEBUG' : 'INFO', ({ level, message, meta }) => {
      log[pinoLevel(level)](meta ?? {}, message);
    }),
    shutdownSignals: [],
  });
  const address = settings.temporal.address ?? `127.0.0.1:${settings.temporal.port}`;
  const office = await openOffice(settings, address, log, (waiting) => {
    log.warn(waiting.zh);
    process.send?.({ waiting });
  });
  const stop = () => void office.close().then(() => process.exit(0), fail);
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  process.once('disconnect', stop);
  process.send?.({ ready: office.ready });
  await office.stopped;
}

function pinoLevel(level: string): 'trace' | 'debug' | 'info' | 'warn' | 'error' {
  switch (level) {
    case 'TRACE':
      return 'trace';
    case 'DEBUG':
      return 'debug';
    case 'WARN':
      return 'warn';
    case 'ERROR':
      return 'error';
    default:
      return 'info';
  }
}

function fail(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const said: Sentence = { zh: saidIn('zh', error), en: saidIn('en', error) };
  const failed = { ...said, name: error instanceof Error ? error.name : 'Error' };
  process.send?.({ failed });
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

main().catch(fail);
