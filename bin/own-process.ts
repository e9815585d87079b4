import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const leanSandbox = new URL('../worker/in-time/lean-sandbox.js', import.meta.url);
/** Fewer and larger collections of garbage, and a sandbox without what a rehearsal has no use for. */
const flags = ['--max-semi-space-size=64', '--import', leanSandbox.href] as const;

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Whether this command line is one that wants a process of its own. */
export const rehearses = (argv: readonly string[]): boolean => argv.slice(2).find(isNoFlag) === 'rehearse';

const isNoFlag = (argument: string): boolean => !argument.startsWith('-');

/** Also where the sources run uncompiled, as in the tests: there is nothing to start there. */
export const isOwnProcess = (): boolean =>
  process.execArgv.includes(flags[0]) || !existsSync(fileURLToPath(leanSandbox));

/** Runs this process's command line once more, in one whose engine is set for a rehearsal; gives its exit code. */
export async function inOwnProcess(): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, ...flags, ...process.argv.slice(1)], {
    stdio: 'inherit',
  });
  const passOn = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of passedOn) process.on(signal, passOn);
  try {
    return await new Promise((ended, failed) => {
      child.once('error', failed);
      child.once('exit', (code) => ended(code ?? 1));
    });
  } finally {
    for (const signal of passedOn) process.off(signal, passOn);
  }
}
