import type { Command } from 'commander';
import { readRegisterFile } from '../../config/register/read-register-file.js';
import type { ClientDeps } from '../client-deps.js';
import { saveRegister, type ExportOptions } from '../export-register.js';
import { mistake } from '../mistake.js';
import { registerReport, registerReportText } from '../register-check.js';
import { report } from '../report.js';

/** `register check FILE`: all that is wrong with a register; `register export FILE --to OUT`: as another kind of file. */
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
      report(deps, options, checked, () => registerReportText(checked, words));
      if (!checked.ok) throw mistake(words.registerBroken(file, checked.problems.length));
    });
  register
    .command('export')
    .description(words.help.registerExport)
    .argument('<file>', words.help.file)
    .requiredOption('--to <file>', words.help.registerTo)
    .option('--force', words.help.registerForce)
    .option('--json', words.help.json)
    .action((file: string, options: ExportOptions) => saveRegister(deps, file, options));
}
