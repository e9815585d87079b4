import { CommanderError, type Command } from 'commander';
import { createClientProgram } from './program.js';
import { saidIn } from '../domain/sentence.js';
import { explainUsage } from './explain-usage.js';
import { isMistake } from './mistake.js';
import { openClient, type ClientDeps } from './client-deps.js';

/** 0 done, 1 the user's mistake, 2 ours. */
export type ExitCode = 0 | 1 | 2;

/** Runs the words after the program's name and tells what went wrong, in one line unless `--debug` asks for the stack. */
export async function runProgram(
  argv: readonly string[],
  deps: ClientDeps = openClient(),
  program: Command = createClientProgram(deps),
): Promise<ExitCode> {
  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    return tell(error, deps, argv.includes('--debug'));
  }
}

function tell(error: unknown, { terminal, words }: ClientDeps, debug: boolean): ExitCode {
  const trace = (): void => {
    if (debug && error instanceof Error) terminal.warn(stackOf(error));
  };
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const message = explainUsage(error, words);
    if (message !== undefined) terminal.warn(message);
    trace();
    return 1;
  }
  if (isMistake(error)) {
    terminal.warn(saidIn(words.language, error));
    trace();
    return 1;
  }
  terminal.warn(words.ours(saidIn(words.language, error), debug));
  trace();
  return 2;
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\ncause: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
