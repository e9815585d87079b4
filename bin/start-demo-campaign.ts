import { setTimeout as pause } from 'node:timers/promises';
import type { Board } from '../client/board.js';
import type { Office } from '../client/office.js';
import type { CampaignFile } from '../client/read-campaign-file.js';
import { isMistake } from '../client/mistake.js';
import { startCampaign } from '../client/start-campaign.js';
import { refusal } from '../worker/local/refusal.js';

export interface DemoStart {
  readonly campaign: CampaignFile;
  readonly board: Board;
  readonly orders: <Result>(work: (office: Office) => Promise<Result>) => Promise<Result>;
  readonly tell: (line: string) => void;
  readonly now: () => Date;
}

/** Starts the demo's campaign or finds it running: nothing is started twice. */
export async function startDemoCampaign({ campaign, board, orders, tell, now }: DemoStart): Promise<void> {
  const by = campaign.register.campaign.coordinators[0]?.code ?? '';
  const request = { ...campaign, by, anchoredAt: now().toISOString() };
  const { outcome } = await patiently(() => orders((office) => startCampaign(board, office, request)));
  const { tasks, campaign: setup } = campaign.register;
  switch (outcome) {
    case 'started':
    case 'finished':
      return tell(
        `行动 ${campaign.id} 开始：${setup.title}，${campaign.year} 年（有节假日数据的年份），${tasks.length} 项任务，六期各约两分钟。`,
      );
    case 'running':
      return tell(`行动 ${campaign.id} 接着上次继续。`);
    case 'ended':
      return tell(`行动 ${campaign.id} 已结束；网页和邮局仍可查看，加 --fresh 重新开始。`);
    case 'differs':
      throw refusal('示例台账自上次启动后有改动，不能接着继续：请恢复原文件，或加 --fresh 重新开始。');
  }
}

const tries = 6;

/** After an outage a hundred tasks wake up at once, and an order may find the office busy; a start may be repeated. */
async function patiently<Result>(work: () => Promise<Result>, attempt = 1): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isMistake(error) || attempt >= tries) throw error;
    await pause(1_000);
    return patiently(work, attempt + 1);
  }
}
