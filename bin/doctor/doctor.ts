import type { Command } from 'commander';
import type { ClientDeps } from '../../client/client-deps.js';
import { weighOfficeSettings, type SettingsReading } from '../../config/settings.js';
import { wholeNumber } from '../whole-number.js';
import { doctorWords } from './words/doctor-words.js';
import type { DoctorOptions } from './look-over.js';

/** `doctor`: what is wrong with this office and what to do, before and while it runs. */
export function addDoctor(
  program: Command,
  deps: ClientDeps,
  read: () => SettingsReading = () => weighOfficeSettings(),
): void {
  const said = doctorWords[deps.words.language].trial;
  program
    .command('doctor')
    .description(deps.words.running.doctor)
    .option('--json', deps.words.help.json)
    .option(`--send-test [${said.address}]`, said.option)
    .option('--wait <n>', said.wait, wholeNumber('--wait', 1, deps.words), 60)
    .action(async (options: DoctorOptions) => (await import('./look-over.js')).lookOver(deps, read(), options));
}
