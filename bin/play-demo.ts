import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { openBoard } from '../client/board.js';
import type { ClientDeps } from '../client/client-deps.js';
import { withOffice } from '../client/connect.js';
import type { Office } from '../client/office.js';
import type { CampaignFile } from '../client/read-campaign-file.js';
import type { Settings } from '../config/settings.js';
import { addressLines } from './address-lines.js';
import { look, repeatUntil } from './campaign-watch.js';
import { prepareDemoHome } from './demo-home.js';
import { demoHome, demoSettings } from './demo-settings.js';
import { startRobots } from './robots/robots.js';
import { sampleCampaign } from './sample-campaign.js';
import { startDemoCampaign } from './start-demo-campaign.js';
import { createStory } from './story.js';
import { createStoryteller, type Storyteller } from './storyteller.js';
import { runOffice, type RunningOffice } from './supervisor.js';
import { demoWords } from './words/demo.js';

export interface DemoOptions {
  readonly fresh?: boolean;
  readonly robots: boolean;
  readonly rounds?: number;
  readonly seed?: number;
}

/** The sample office, from its start to Ctrl-C. */
export async function playDemo(deps: ClientDeps, options: DemoOptions): Promise<void> {
  const office = deps.settings();
  const campaign = await sampleCampaign();
  const teller = createStoryteller(process.stdout, Date.now, demoWords[deps.words.language]);
  let seed = 0;
  await runOffice({
    home: demoHome(office),
    settings: async () => {
      const { fresh = false, seed: wanted } = options;
      ({ seed } = await prepareDemoHome(demoHome(office), { fresh, ...(wanted !== undefined && { seed: wanted }) }));
      return demoSettings(office, campaign.register, seed);
    },
    tell: teller.line,
    words: deps.words,
    live: (running, stopping) => play({ deps, office, options, campaign, teller, seed, running, stopping }),
  }).finally(teller.end);
  teller.line(deps.words.running.demoStopped);
}

interface Play {
  readonly deps: ClientDeps;
  /** As the client reads them. */
  readonly office: Settings;
  readonly options: DemoOptions;
  readonly campaign: CampaignFile;
  readonly teller: Storyteller;
  readonly seed: number;
  readonly running: RunningOffice;
  readonly stopping: AbortSignal;
}

async function play({ deps, office, options, campaign, teller, seed, running, stopping }: Play): Promise<void> {
  const { settings, ready, engine } = running;
  const { words, now } = deps;
  const said = demoWords[words.language];
  const board = openBoard({ url: `http://127.0.0.1:${ready.webPort}`, apiKey: settings.apiKey ?? '', words });
  const orders = <Result>(work: (office: Office) => Promise<Result>) =>
    withOffice({ address: engine.address, namespace: settings.temporal.namespace, words, invokedAt: now() }, work);
  const failed = failureLog(settings.home);
  teller.line([words.running.demoStarted, ...addressLines(running, office, words)].join('\n'));
  await startDemoCampaign({ campaign, board, orders, tell: teller.line, now, words });
  const story = createStory(campaign.register.campaign.zone, said);
  const ended = new AbortController();
  const signal = AbortSignal.any([stopping, ended.signal]);
  const tellTurn = async (): Promise<boolean> => {
    teller.chapter(story.tell(await look(board, campaign.id)));
    return options.rounds !== undefined && (story.published() >= options.rounds || story.isOver());
  };
  const robots = options.robots
    ? startRobots({
        seed,
        campaign,
        running,
        board,
        withOffice: orders,
        tell: teller.line,
        words: said,
        now,
        signal,
        failed,
      })
    : Promise.resolve(teller.line(words.running.noRobots));
  const telling = repeatUntil(tellTurn, { everyMs: 1_000, signal, failed }).then(() => ended.abort());
  try {
    await Promise.all([telling, robots]);
  } finally {
    ended.abort();
  }
}

/** What goes wrong for a moment, while a worker starts again, is nothing for the terminal. */
function failureLog(home: string): (error: unknown) => void {
  mkdirSync(join(home, 'log'), { recursive: true });
  const log = pino(pino.destination({ dest: join(home, 'log', 'demo.log'), sync: true }));
  return (error) => log.warn({ err: error }, 'a turn of the demo failed and is made again');
}
