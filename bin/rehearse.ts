import { resolve } from 'node:path';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import type { Command } from 'commander';
import type { ClientDeps } from '../client/client-deps.js';
import { mistake } from '../client/mistake.js';
import { readCampaignFile, type CampaignFile } from '../client/read-campaign-file.js';
import { report } from '../client/report.js';
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
import { wholeNumber } from './whole-number.js';

interface RehearseOptions {
  readonly year: string;
  readonly out: string;
  readonly seed: number;
  readonly manyTasks: number;
  readonly allSilent?: boolean;
  readonly allAnswer?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `rehearse FILE --year Y`: the whole year before it is started, into a folder; no mail leaves. */
export function addRehearse(program: Command, deps: ClientDeps): void {
  program
    .command('rehearse')
    .description('演练一整年：用真实流程预演台账，全部函件、简报和日历写入文件夹，不发一封真邮件')
    .argument('<file>', '台账文件')
    .requiredOption('--year <year>', '演练的年份')
    .requiredOption('--out <folder>', '输出文件夹（新建，或空的）')
    .option('--seed <n>', '模拟单位行为的种子，同一种子结果逐字节相同', wholeNumber('--seed', 0), 1)
    .option('--many-tasks <n>', '单位牵头任务多于 n 项时提醒', wholeNumber('--many-tasks', 1), 12)
    .option('--all-silent', '假定各单位始终不报：最多会发出多少函')
    .option('--all-answer', '假定各单位收到通知即报送：最少会发出多少函')
    .option('--force', '覆盖输出文件夹里以前的演练')
    .option('--json', '以 JSON 输出结果')
    .action((file: string, options: RehearseOptions) => rehearse(deps, file, options));
}

async function rehearse(deps: ClientDeps, file: string, options: RehearseOptions): Promise<void> {
  const { seed, manyTasks } = options;
  const behaviour = behaviourOf(options);
  const campaign = await readCampaignFile(deps, file, options);
  refuseBrisk(file, campaign);
  const folder = resolve(options.out);
  await refuseTakenFolder(folder, options.force ?? false);
  const settings = deps.settings();
  const holidays = readHolidays(settings.holidaysFile);
  const played = await play(deps, settings, { campaign, seed, behaviour, holidays });
  const year = rehearsedYear(played, { campaign, seed, behaviour, holidays, manyTasks });
  await writeYear(folder, year);
  report(deps, options, summaryOf(year), () => rehearsalReport(year, folder));
}

type Playing = Pick<RehearsedYear, 'campaign' | 'seed' | 'behaviour' | 'holidays'>;

async function play(deps: ClientDeps, settings: Settings, playing: Playing) {
  const { cacheFolder, mail, web, temporal } = settings;
  const server = await findTestServer({ cli: temporal.testServer, cacheDir: cacheFolder, report: deps.terminal.warn });
  keepQuiet();
  const progress = showProgress(process.stderr);
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
    throw signals.asked.aborted ? mistake('演练已停止，没有写下任何文件。', error) : error;
  } finally {
    progress.end();
    signals.release();
  }
}

function behaviourOf({ allSilent = false, allAnswer = false }: RehearseOptions): Behaviour {
  if (allSilent && allAnswer) throw mistake('--all-silent 与 --all-answer 只能用一个：请去掉其中之一。');
  return allSilent ? 'silent' : allAnswer ? 'answering' : 'simulated';
}

function refuseBrisk(file: string, { cadence }: CampaignFile): void {
  if (cadence.kind !== 'brisk') return;
  throw mistake(`台账 ${file} 的节奏是 brisk（以秒计），没有一年可演练：请改用按日历的节奏，或用 demo 观看。`);
}

/** What the engine's parts log is not for a coordinator; the signals are ours to hear. */
function keepQuiet(): void {
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    shutdownSignals: [],
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } },
  });
}
