import { writeFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { exportRegister } from '../config/register/export-register.js';
import { readRegisterFile } from '../config/register/read-register-file.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import { writeNewFile } from './new-file.js';
import { registerReport, registerReportText } from './register-check.js';
import { report } from './report.js';

export interface ExportOptions {
  readonly to: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `register export FILE --to OUT`: the same register as the other kind of file; refused where anything would be lost. */
export async function saveRegister(deps: ClientDeps, file: string, options: ExportOptions): Promise<void> {
  const { words, terminal } = deps;
  const form = formOf(options.to);
  if (form === undefined) throw mistake(words.badRegisterFile(options.to));
  const reading = await readRegisterFile(file, deps.settings);
  const { register, cadence, quietDays } = reading;
  if (register === undefined) {
    terminal.warn(registerReportText(registerReport(reading), words));
    throw mistake(words.registerBroken(file, reading.problems.length));
  }
  const { bytes, lost } = await exportRegister({ ...register, cadence, quietDays }, form);
  if (lost.length > 0)
    throw mistake(
      words.exportLoses(
        options.to,
        lost.map(({ what }) => what),
      ),
    );
  const path = await write(deps, options, Buffer.from(bytes));
  const counts = { tasks: register.tasks.length, parties: register.parties.length };
  report(deps, options, { path, ...counts }, () => words.registerExported(path, counts.tasks, counts.parties));
}

function formOf(file: string): 'xlsx' | 'yaml' | undefined {
  switch (extname(file).toLowerCase()) {
    case '.xlsx':
      return 'xlsx';
    case '.yaml':
    case '.yml':
      return 'yaml';
    default:
      return undefined;
  }
}

async function write({ words }: ClientDeps, { to, force = false }: ExportOptions, content: Buffer): Promise<string> {
  if (!force) return writeNewFile(to, content, words);
  try {
    await writeFile(to, content);
  } catch (cause) {
    throw mistake(words.cannotWrite(to), cause);
  }
  return resolve(to);
}
