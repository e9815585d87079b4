import type { Command } from 'commander';
import type { ClientDeps } from '../../client/client-deps.js';
import { mistake } from '../../client/mistake.js';
import type { Terminal } from '../../client/terminal.js';
import { weighOfficeSettings, type SettingsReading } from '../../config/settings.js';
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

/** `doctor`: what is wrong with this office and what to do, before and while it runs. */
export function addDoctor(
  program: Command,
  deps: ClientDeps,
  read: () => SettingsReading = () => weighOfficeSettings(),
): void {
  program
    .command('doctor')
    .description(deps.words.running.doctor)
    .option('--json', deps.words.help.json)
    .action(({ json = false }: { readonly json?: boolean }) => doctor(deps, read(), json));
}

async function doctor({ terminal, now, words }: ClientDeps, reading: SettingsReading, json: boolean): Promise<void> {
  const said = doctorWords[words.language];
  const tell = (examined: Examined) => (json ? undefined : terminal.print(textOf(examined, terminal)));
  const first = examineSettings(reading, said);
  tell(first);
  const { settings } = reading;
  const visit = settings && { settings, isUp: runningIn(settings.home) !== undefined, now, words: said };
  const all = [first, ...(visit === undefined ? [] : await examineAll(checks, visit, tell))];
  if (json) terminal.print(JSON.stringify(all, null, 2));
  const count = (wanted: Verdict) =>
    all.flatMap(({ findings }) => findings.filter(({ verdict }) => verdict === wanted)).length;
  const [bad, hints] = [count('broken'), count('hint')];
  if (bad > 0) throw mistake(words.running.broken(bad, visit !== undefined));
  if (!json) terminal.print(hints === 0 ? words.running.sound : words.running.hints(hints));
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
