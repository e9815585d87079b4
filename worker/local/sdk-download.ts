import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Offline this fails in a second; behind a firewall that swallows packets, it is the longest it may delay a start. */
const stallMs = 8_000;

/** The SDK downloads only on the way to starting a server, and would install its Runtime here before the worker can. */
const script = `
const [testing, verb, downloadDir] = process.argv.slice(1);
const executable = { type: 'cached-download', downloadDir, ttl: '3650d' };
require(testing).TestWorkflowEnvironment[verb]({ server: { executable } })
  .then((env) => env.teardown())
  .catch((error) => { console.error(error.message); process.exit(1); });
`;

/** Returns the path of the program that the SDK's own download left in `dir`. */
export async function downloadBySdk(verb: 'createLocal' | 'createTimeSkipping', dir: string): Promise<string> {
  const testing = createRequire(import.meta.url).resolve('@temporalio/testing');
  const child = spawn(process.execPath, ['-e', script, testing, verb, dir], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const stalled = await endWhenStalled(child, dir);
  const file = (await readdir(dir)).find((name) => !name.endsWith('.downloading'));
  if (file !== undefined) return join(dir, file);
  throw new Error(stalled ? `no bytes for ${stallMs / 1000} s` : said.trim());
}

async function endWhenStalled(child: ChildProcess, dir: string): Promise<boolean> {
  let stalled = false;
  let seen = { bytes: 0, at: Date.now() };
  const watch = setInterval(() => {
    void bytesIn(dir).then((bytes) => {
      if (bytes !== seen.bytes) seen = { bytes, at: Date.now() };
      stalled ||= Date.now() - seen.at > stallMs;
      if (stalled) child.kill('SIGKILL');
    });
  }, 250);
  await once(child, 'close').finally(() => clearInterval(watch));
  return stalled;
}

async function bytesIn(dir: string): Promise<number> {
  const names = await readdir(dir).catch(() => []);
  const sizes = names.map((name) =>
    stat(join(dir, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
