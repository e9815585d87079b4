import { decodeWorkbook } from '../../sheets/decode-workbook.js';
import { differences, type Difference } from './difference.js';
import { readRegister } from './read-register.js';
import { readRegisterWorkbook } from './read-register-workbook.js';
import type { RegisterContent } from './register-hash.js';
import type { RegisterReading } from './register-reading.js';
import { registerWorkbook } from './register-workbook.js';
import { registerYaml } from './register-yaml.js';

/** A register as a file's bytes, and what they would say otherwise than it: nothing, or the export is no copy. */
export interface ExportedRegister {
  readonly bytes: Uint8Array;
  readonly lost: readonly Difference[];
}

/** Writes a register and reads it back at once: a cell holds less than a text, and nothing may be lost unseen. */
export async function exportRegister(content: RegisterContent, form: 'xlsx' | 'yaml'): Promise<ExportedRegister> {
  const bytes = form === 'xlsx' ? await registerWorkbook(content) : new TextEncoder().encode(registerYaml(content));
  const reading =
    form === 'xlsx'
      ? readRegisterWorkbook(await decodeWorkbook(bytes), 'export')
      : readRegister(new TextDecoder().decode(bytes), 'export');
  return { bytes, lost: lostIn(content, reading) };
}

function lostIn(content: RegisterContent, reading: RegisterReading): readonly Difference[] {
  const { register, cadence, quietDays, partial, problems } = reading;
  if (register !== undefined) return differences(content, { ...register, cadence, quietDays });
  const campaign = partial.campaign ?? content.campaign;
  const changed = differences(content, { ...partial, campaign, cadence, quietDays });
  const told = problems.slice(0, 3).map(({ message }) => message);
  return changed.length > 0 ? changed : [{ what: told.join(''), where: 'campaign', command: '' }];
}
