import { resolve } from 'node:path';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { ClientDeps } from '../client/client-deps.js';
import { mistake } from '../client/mistake.js';
import { readCampaignFile, type CampaignFile } from '../client/read-campaign-file.js';
import { report } from '../client/report.js';
import type { Words } from '../client/words.js';
import type { Sentence } from '../domain/sentence.js';
import { readHolidays } from '../config/holidays.js';
import { publicUrlOf, type Settings } from '../config/settings.js';
import { findTestServer } from '../worker/local/temporal-binary.js';
import { refuseTakenFolder } from './rehearsal/out-folder.js';
import { showProgress } from './rehearsal/progress.js';
import { rehearsalReport } from './rehearsal/rehearsal-report.js';
import { rehearseYear, type Behaviour } from './rehearsal/rehearse-year.js';
import { rehearsedYear, type RehearsedYear } from './rehearsal/rehearsed-year.js';
import { summaryOf } from './rehearsal/summary.js';
import { writeYear } from './rehearsal/write-year.js';
import { watchStopSignals } from './stop-signals.js';

export interface RehearseOptions {
  readonly year: string;
  readonly out: string;
  readonly seed: number;
  readonly manyTasks: number;
  readonly allSilent?: boolean;
  readonly allAnswer?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** Rehearses the year of a register into a folder. */
export async function rehearseRegister(deps: ClientDeps, file: string, options: RehearseOptions): Promise<void> {
  const { seed, manyTasks } = options;
  const behaviour = behaviourOf(options, deps.words);
  const campaign = await readCampaignFile(deps, file, options);
  refuseBrisk(file, campaign, deps.words);
  const folder = resolve(options.out);
  await refuseTakenFolder(folder, options.force ?? false, deps.words);
  const settings = deps.settings();
  const holidays = readHolidays(settings.holidaysFile);
  const played = await play(deps, settings, { campaign, seed, behaviour, holidays });
  const year = rehearsedYear(played, { campaign, seed, behaviour, holidays, manyTasks });
  await writeYear(folder, year);
  report(deps, options, summaryOf(year), () => rehearsalReport(year, folder, deps.words));
}

type Playing = Pick<RehearsedYear, 'campaign' | 'seed' | 'behaviour' | 'holidays'>;

async function play(deps: ClientDeps, settings: Settings, playing: Playing) {
  const { cacheFolder, mail, web, temporal } = settings;
  const tell = (line: Sentence) => deps.terminal.warn(line[deps.words.language]);
  const server = await findTestServer({ cli: temporal.testServer, cacheDir: cacheFolder, report: tell });
  keepQuiet();
  const progress = showProgress(process.stderr, deps.words);
  const signals = watchStopSignals(() => process.exit(130));
  try {
    return await rehearseYear({
      ...playing,
      mail: { domain: mail.domain, from: mail.from, publicUrl: publicUrlOf(web) },
      server,
      cacheFolder,
      words: deps.words,
      signal: signals.asked,
      reached: progress.reached,
    });
  } catch (error) {
    throw signals.asked.aborted ? mistake(deps.words.running.rehearsalStopped, error) : error;
  } finally {
    progress.end();
    signals.release();
  }
}

function behaviourOf({ allSilent = false, allAnswer = false }: RehearseOptions, { running }: Words): Behaviour {
  if (allSilent && allAnswer) throw mistake(running.oneBehaviour);
  return allSilent ? 'silent' : allAnswer ? 'answering' : 'simulated';
}

function refuseBrisk(file: string, { cadence }: CampaignFile, { running }: Words): void {
  if (cadence.kind !== 'brisk') return;
  throw mistake(running.noBrisk(file));
}

/** What the engine's parts log is not for a coordinator; the signals are ours to hear. */
function keepQuiet(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
}
