import type { Command } from 'commander';
import type { ClientDeps } from '../client/client-deps.js';
import type { RehearseOptions } from './rehearse-register.js';
import { wholeNumber } from './whole-number.js';

/** `rehearse FILE --year Y`: the whole year before it is started, into a folder; no mail leaves. */
export function addRehearse(program: Command, deps: ClientDeps): void {
  const { help, running } = deps.words;
  program
    .command('rehearse')
    .description(running.rehearse)
    .argument('<file>', help.file)
    .requiredOption('--year <year>', running.rehearseYear)
    .requiredOption('--out <folder>', running.rehearseOut)
    .option('--seed <n>', running.rehearseSeed, wholeNumber('--seed', 0, deps.words), 1)
    .option('--many-tasks <n>', running.rehearseManyTasks, wholeNumber('--many-tasks', 1, deps.words), 12)
    .option('--all-silent', running.rehearseAllSilent)
    .option('--all-answer', running.rehearseAllAnswer)
    .option('--force', running.rehearseForce)
    .option('--json', help.json)
    .action(async (file: string, options: RehearseOptions) =>
      (await import('./rehearse-register.js')).rehearseRegister(deps, file, options),
    );
}
