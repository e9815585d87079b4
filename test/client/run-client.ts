import { afterEach } from '@jest/globals';
import { openBoard } from '../../client/board.js';
import type { ClientDeps } from '../../client/client-deps.js';
import { runProgram, type ExitCode } from '../../client/run-program.js';
import { wordsIn } from '../../client/words.js';
import { readSettings } from '../../config/settings.js';
import { fakeOffice, type FakeOffice, type OfficeScript } from './fake-office.js';
import { apiKey, startFakeServer, type FakeServer, type ServerScript } from './fake-server.js';

export interface Bench {
  readonly server?: ServerScript;
  readonly office?: OfficeScript;
  /** Where the client thinks the server is; the fake one when absent. */
  readonly url?: string;
  readonly apiKey?: string;
  readonly language?: 'zh' | 'en';
  /** What the person at the terminal says; absent where none sits there. */
  readonly says?: boolean;
  readonly now?: string;
  /** Cells of the terminal's lines; a pipe has none. */
  readonly columns?: number;
  /** Whether a terminal shows how work goes on. */
  readonly watches?: boolean;
  /** How often a person looks at what is watched; absent where no terminal is. */
  readonly looks?: number;
  readonly settings?: ClientDeps['settings'];
}

export interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  readonly office: FakeOffice;
  readonly server: FakeServer;
  readonly questions: readonly string[];
  /** What was shown while work went on, and how that ended. */
  readonly progress: readonly string[];
}

const servers: FakeServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** One command line from beginning to end, against a fake server and a fake office. */
export async function run(argv: readonly string[], bench: Bench = {}): Promise<Run> {
  const server = await startFakeServer(bench.server);
  servers.push(server);
  const office = fakeOffice(bench.office);
  const out: string[] = [];
  const err: string[] = [];
  const questions: string[] = [];
  const progress: string[] = [];
  const show = async (what: string) => (end: 'done' | 'failed') => void progress.push(`${what}:${end}`);
  let looks = bench.looks ?? 0;
  const words = wordsIn(bench.language ?? 'zh');
  const ask = async (question: string) => {
    questions.push(question);
    return bench.says === true;
  };
  const code = await runProgram(argv, {
    words,
    settings: bench.settings ?? (() => readSettings({}, '/nowhere')),
    now: () => new Date(bench.now ?? '2026-04-28T01:00:00Z'),
    board: async () => openBoard({ url: bench.url ?? server.url, apiKey: bench.apiKey ?? apiKey, words }),
    withOffice: (work) => work(office),
    terminal: {
      print: (text) => void out.push(text),
      warn: (text) => void err.push(text),
      paint: (_, text) => text,
      ...(bench.says === undefined ? {} : { ask }),
      ...(bench.watches === true ? { progress: show } : {}),
      ...(bench.columns === undefined ? {} : { columns: bench.columns }),
      ...(bench.looks === undefined ? {} : { redraw: (text) => void out.push(text), pause: async () => --looks > 0 }),
    },
  });
  return { code, out: out.join('\n'), err: err.join('\n'), office, server, questions, progress };
}
