import { setTimeout as pause } from 'node:timers/promises';
import type { Board } from '../client/board.js';
import type { Office } from '../client/office.js';
import type { CampaignFile } from '../client/read-campaign-file.js';
import { isMistake, mistake } from '../client/mistake.js';
import type { Words } from '../client/words.js';
import { startCampaign } from '../client/start-campaign.js';

export interface DemoStart {
  readonly campaign: CampaignFile;
  readonly board: Board;
  readonly orders: <Result>(work: (office: Office) => Promise<Result>) => Promise<Result>;
  readonly tell: (line: string) => void;
  readonly now: () => Date;
  readonly words: Words;
}

/** Starts the demo's campaign or finds it running: nothing is started twice. */
export async function startDemoCampaign({ campaign, board, orders, tell, now, words }: DemoStart): Promise<void> {
  const by = campaign.register.campaign.coordinators[0]?.code ?? '';
  const request = { ...campaign, by, anchoredAt: now().toISOString() };
  const { outcome } = await patiently(() => orders((office) => startCampaign(board, office, request)));
  const { tasks, campaign: setup } = campaign.register;
  const { running } = words;
  switch (outcome) {
    case 'started':
    case 'finished':
      return tell(running.demoBegins(campaign.id, setup.title, campaign.year, tasks.length));
    case 'running':
      return tell(running.demoGoesOn(campaign.id));
    case 'ended':
      return tell(running.demoEnded(campaign.id));
    case 'differs':
      throw mistake(running.demoDiffers);
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
