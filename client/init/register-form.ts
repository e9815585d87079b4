import { exportRegister } from '../../config/register/export-register.js';
import { readRegister } from '../../config/register/read-register.js';
import type { OfficeAnswers } from './office-answers.js';
import { registerText } from './register-text.js';

/** The register to begin with as a workbook: what its text says, with lists to choose from. */
export async function registerForm(answers: OfficeAnswers): Promise<Uint8Array> {
  const { register, cadence, quietDays, problems } = readRegister(registerText(answers), 'init');
  if (register === undefined) throw new Error(`the register to begin with does not hold: ${problems[0]?.message}`);
  const { bytes, lost } = await exportRegister({ ...register, cadence, quietDays }, 'xlsx');
  if (lost.length > 0) throw new Error(`the workbook to begin with lost ${lost.map(({ what }) => what).join(', ')}`);
  return bytes;
}
