import { join } from 'node:path';
import { projectRoot } from '../config/project-root.js';
import { readRegisterFile } from '../config/register/read-register-file.js';
import { briskCadence } from '../domain/cadence.js';
import type { CampaignFile } from '../client/read-campaign-file.js';

export const demoCampaign = 'demo';

/** The year for which the holidays are known. */
const year = 2026;

/** The sample register as the demo's campaign: six rounds of two minutes. */
export async function sampleCampaign(): Promise<CampaignFile> {
  const file = join(projectRoot(), 'config', 'samples', 'liaoning-quality.yaml');
  const { register, quietDays, problems } = await readRegisterFile(file);
  if (register === undefined) {
    const [first] = problems;
    throw new Error(`示例台账 ${file} 第 ${first?.line ?? 1} 行有误：${first?.message ?? ''}；请恢复原文件再启动。`);
  }
  return { id: demoCampaign, year, register, cadence: briskCadence, quietDays };
}
