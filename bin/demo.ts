import type { Command } from 'commander';
import type { ClientDeps } from '../client/client-deps.js';
import type { DemoOptions } from './play-demo.js';
import { wholeNumber } from './whole-number.js';

/** `demo`: the sample campaign in a folder of its own, played by simulated departments and a simulated coordinator. */
export function addDemo(program: Command, deps: ClientDeps): void {
  const { running } = deps.words;
  program
    .command('demo')
    .description(running.demo)
    .option('--fresh', running.demoFresh)
    .option('--no-robots', running.demoNoRobots)
    .option('--rounds <n>', running.demoRounds, wholeNumber('--rounds', 1, deps.words))
    .option('--seed <n>', running.demoSeed, wholeNumber('--seed', 0, deps.words))
    .action(async (options: DemoOptions) => (await import('./play-demo.js')).playDemo(deps, options));
}
