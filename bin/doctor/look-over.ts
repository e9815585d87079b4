import type { ClientDeps } from '../../client/client-deps.js';
import { mistake } from '../../client/mistake.js';
import type { Terminal } from '../../client/terminal.js';
import type { Words } from '../../client/words.js';
import type { SettingsReading } from '../../config/settings.js';
import { runningIn } from '../../worker/local/instance-lock.js';
import { engineCheck } from './check-engine.js';
import { engineProgramCheck } from './check-engine-program.js';
import { folderCheck } from './check-folder.js';
import { holidaysCheck } from './check-holidays.js';
import { archiveCheck, inboxCheck } from './check-mailboxes.js';
import { namesCheck } from './check-names.js';
import { programCheck } from './check-program.js';
import { recordCheck } from './check-record.js';
import { relayCheck } from './check-relay.js';
import { examineSettings } from './check-settings.js';
import { doctorWords } from './words/doctor-words.js';
import { trialCheck, type TrialOrder } from './check-trial.js';
import { webCheck } from './check-web.js';
import { examineAll, type Examined } from './examine.js';
import type { Check, Verdict } from './check.js';

const checks: readonly Check[] = [
  programCheck,
  folderCheck,
  recordCheck,
  engineProgramCheck,
  engineCheck,
  webCheck,
  relayCheck,
  inboxCheck,
  archiveCheck,
  namesCheck,
  holidaysCheck,
];

export interface DoctorOptions {
  readonly json?: boolean;
  /** An address, or true for a reply address of ours. */
  readonly sendTest?: string | true;
  readonly wait: number;
}

/** Looks the office over, check by check; a mistake where something is broken. */
export async function lookOver(
  { terminal, now, words }: ClientDeps,
  reading: SettingsReading,
  { json = false, sendTest, wait }: DoctorOptions,
): Promise<void> {
  const said = doctorWords[words.language];
  const tell = (examined: Examined) => (json ? undefined : terminal.print(textOf(examined, terminal)));
  const first = examineSettings(reading, said);
  tell(first);
  const { settings } = reading;
  const visit = settings && { settings, isUp: runningIn(settings.home) !== undefined, now, words: said };
  const trial = orderOf(sendTest, wait, words);
  if (trial !== undefined && visit !== undefined && !json) terminal.warn(said.trial.underWay(wait));
  const asked = trial === undefined ? checks : [...checks, trialCheck(trial)];
  const all = [first, ...(visit === undefined ? [] : await examineAll(asked, visit, tell))];
  if (json) terminal.print(JSON.stringify(all, null, 2));
  const count = (wanted: Verdict) =>
    all.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === wanted)).length;
  const [bad, hints] = [count('broken'), count('hint')];
  if (bad > 0) throw mistake(words.running.broken(bad, visit !== undefined));
  if (!json) terminal.print(hints === 0 ? words.running.sound : words.running.hints(hints));
}

function orderOf(sendTest: string | true | undefined, waitSeconds: number, words: Words): TrialOrder | undefined {
  if (sendTest === undefined || sendTest === true) return sendTest && { waitSeconds };
  if (!/^[^\s<>@,]+@[^\s<>@,]+$/.test(sendTest)) throw mistake(words.badEmail(sendTest));
  return { to: sendTest, waitSeconds };
}

const marks = {
  good: { colour: 'green', mark: '✓' },
  hint: { colour: 'yellow', mark: '!' },
  broken: { colour: 'red', mark: '✗' },
} as const;

function textOf({ title, findings }: Examined, { paint }: Terminal): string {
  const lines = findings.flatMap(({ verdict, found, todo }) => [
    `  ${paint(marks[verdict].colour, marks[verdict].mark)} ${found}`,
    ...(todo === undefined ? [] : [`    → ${todo}`]),
  ]);
  return [paint('bold', title), ...lines].join('\n');
}
