import type { Command } from 'commander';
import { readRegisterFile } from '../../config/register/read-register-file.js';
import type { ClientDeps } from '../client-deps.js';
import { mistake } from '../mistake.js';
import { registerReport, registerReportText } from '../register-check.js';
import { report } from '../report.js';

/** `register check FILE`: all that is wrong with a register, before anything is started. */
export function addRegister(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  const register = program.command('register').description(words.help.register);
  register
    .command('check')
    .description(words.help.registerCheck)
    .argument('<file>', words.help.file)
    .option('--json', words.help.json)
    .action(async (file: string, options: { readonly json?: boolean }) => {
      const checked = registerReport(await readRegisterFile(file, deps.settings));
      report(deps, options, checked, () => registerReportText(checked));
      if (!checked.ok) throw mistake(words.registerBroken(file, checked.problems.length));
    });
}
