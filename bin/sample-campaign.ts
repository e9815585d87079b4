import { join } from 'node:path';
import { errorSaying, inBoth } from '../domain/sentence.js';
import { projectRoot } from '../config/project-root.js';
import { readRegisterFile } from '../config/register/read-register-file.js';
import { briskCadence } from '../domain/cadence.js';
import type { CampaignFile } from '../client/read-campaign-file.js';
import { demoWords } from './words/demo.js';

export const demoCampaign = 'demo';

/** The year for which the holidays are known. */
const year = 2026;

/** The sample register as the demo's campaign: six rounds of two minutes. */
export async function sampleCampaign(): Promise<CampaignFile> {
  const file = join(projectRoot(), 'config', 'samples', 'liaoning-quality.yaml');
  const { register, quietDays, problems } = await readRegisterFile(file);
  if (register === undefined) {
    const [first] = problems;
    const said = inBoth(demoWords, (words) => words.sampleBroken(file, first?.line ?? 1, first?.message ?? ''));
    throw errorSaying(said, 'Error');
  }
  return { id: demoCampaign, year, register, cadence: briskCadence, quietDays };
}
