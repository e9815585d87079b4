import { writeWorkbook } from '../../sheets/write-workbook.js';
import { indexParties } from './party-index.js';
import type { RegisterContent } from './register-hash.js';
import { drawParties } from './workbook/draw-parties.js';
import { drawCadence, drawCampaign, drawQuietDays } from './workbook/draw-settings.js';
import { drawTasks, namer } from './workbook/draw-tasks.js';

/** A register as an Excel workbook that an office goes on filling; `readRegisterWorkbook` reads it back. */
export function registerWorkbook(content: RegisterContent): Promise<Uint8Array> {
  const { codeOf } = indexParties(content.parties);
  const nameOf = namer(content.parties, codeOf);
  return writeWorkbook([
    drawCampaign(content),
    drawTasks(content, nameOf),
    drawParties(content.parties),
    drawCadence(content),
    drawQuietDays(content, nameOf),
  ]);
}
