import { readRegisterFile } from '../config/register/read-register-file.js';
import { briskCadence, type Cadence, type QuietDays } from '../domain/cadence.js';
import type { Register } from '../domain/register.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import { registerReport, registerReportText } from './register-check.js';

export interface CampaignFile {
  /** `<register id>-<year>`. */
  readonly id: string;
  readonly year: number;
  readonly register: Register;
  readonly cadence: Cadence;
  readonly quietDays: readonly QuietDays[];
}

export interface CampaignFileOptions {
  readonly year: string;
  readonly brisk?: boolean;
}

/** The campaign that a register file makes in a year; a file with problems is refused with all of them. */
export async function readCampaignFile(
  { words, terminal, settings }: ClientDeps,
  file: string,
  { year, brisk = false }: CampaignFileOptions,
): Promise<CampaignFile> {
  if (!/^20\d\d$/.test(year)) throw mistake(words.badYear(year));
  const reading = await readRegisterFile(file, settings);
  const { register, cadence, quietDays } = reading;
  if (register === undefined) {
    terminal.warn(registerReportText(registerReport(reading), words));
    throw mistake(words.registerBroken(file, reading.problems.length));
  }
  const id = `${register.campaign.id}-${year}`;
  return { id, year: Number(year), register, cadence: brisk ? briskCadence : cadence, quietDays };
}
