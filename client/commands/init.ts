import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { readEnvFile } from '../../config/env-file.js';
import { weighOfficeSettings, weighSettings } from '../../config/settings.js';
import { settingsWords } from '../../config/words/settings.js';
import { saidIn, type Language } from '../../domain/sentence.js';
import type { ClientDeps } from '../client-deps.js';
import { askOffice, type Logins } from '../init/ask-office.js';
import type { Asker } from '../init/asker.js';
import { envText } from '../init/env-text.js';
import { layRegisterDown, laySettingsDown, makeFolder } from '../init/lay-down.js';
import { mailLogins } from '../init/mail-logins.js';
import { readCoordinator, type OfficeAnswers } from '../init/office-answers.js';
import { registerForm } from '../init/register-form.js';
import { registerText } from '../init/register-text.js';
import { terminalAsker } from '../init/terminal-asker.js';
import { displayWidth } from '../display-width.js';
import { mistake } from '../mistake.js';
import type { Words } from '../words.js';

interface InitOptions {
  readonly yes?: boolean;
  readonly office?: string;
  readonly coordinator?: readonly string[];
  readonly smtp?: string;
  readonly imap?: string;
  readonly domain?: string;
  readonly from?: string;
  readonly publicUrl?: string;
  readonly home?: string;
  readonly excel?: boolean;
  readonly login: boolean;
}

export interface InitMeans {
  readonly asker: (words: Words['init']) => Promise<Asker>;
  readonly logins: (language: Language) => Logins;
}

const usual: InitMeans = { asker: terminalAsker, logins: mailLogins };

/** `init [DIR]`: asks an office for its settings, tries them and writes them, with a register to begin with. */
export function addInit(program: Command, deps: ClientDeps, means: InitMeans = usual): void {
  const { help } = deps.words;
  program
    .command('init')
    .description(help.init)
    .argument('[dir]', help.initFolder, '.')
    .option('--yes', help.initYes)
    .option('--office <name>', help.initOffice)
    .option(
      '--coordinator <name-and-address>',
      help.initCoordinator,
      (one: string, all: readonly string[] | undefined) => [...(all ?? []), one],
    )
    .option('--smtp <url>', help.initSmtp)
    .option('--imap <url>', help.initImap)
    .option('--domain <domain>', help.initDomain)
    .option('--from <address>', help.initFrom)
    .option('--public-url <url>', help.initPublicUrl)
    .option('--home <folder>', help.initHome)
    .option('--excel', help.initExcel)
    .option('--no-login', help.initNoLogin)
    .action((dir: string, options: InitOptions) => init(deps, means, resolve(dir), options));
}

async function init(deps: ClientDeps, means: InitMeans, folder: string, options: InitOptions): Promise<void> {
  const { words, terminal } = deps;
  const file = join(folder, '.env');
  const before = settingsBefore(file, folder, words);
  const answers = options.yes === true ? answersOf(deps, options, before) : await ask(deps, means, file, before);
  // Whatever was said: nothing is written that a start would refuse.
  const { settings, problems: refused } = weighSettings(answers.variables, folder, words.language);
  if (settings === undefined) throw mistake(refused.join('\n'));
  if (options.yes === true && options.login) await tryLogins(deps, means.logins(deps.words.language), answers);
  await makeFolder(folder, words);
  const kept = await laySettingsDown(file, envText(answers.variables), deps.now());
  terminal.print(words.init.written(file, kept));
  await layRegister(deps, folder, answers);
  const { problems, warnings } = weighOfficeSettings({}, folder, words.language);
  for (const sentence of [...problems, ...warnings]) terminal.warn(`! ${sentence}`);
  terminal.print(nextSteps(deps, folder, answers));
}

async function layRegister({ terminal, words }: ClientDeps, folder: string, answers: OfficeAnswers): Promise<void> {
  const file = join(folder, registerName(answers));
  const content = answers.form === 'xlsx' ? await registerForm(answers) : registerText(answers);
  const isNew = await layRegisterDown(file, content);
  terminal.print(isNew ? words.init.register(file) : words.init.registerKept(file));
  if (answers.form === 'xlsx') terminal.print(words.init.excelHints);
}

/** There a letter can leave and come back. */
const hasOwnMail = ({ variables }: OfficeAnswers): boolean =>
  variables['SMTP_URL'] !== undefined && variables['IMAP_URL'] !== undefined;

const registerName = ({ form }: OfficeAnswers): string => `台账.${form}`;

function settingsBefore(file: string, folder: string, { language }: Words): Readonly<Record<string, string>> {
  const read = readEnvFile(file, folder, settingsWords[language]);
  if (read === undefined) return {};
  if (read.problems.length > 0) throw mistake(read.problems.join('\n'));
  return Object.fromEntries([...read.lines].flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]])));
}

async function ask(
  { words, terminal }: ClientDeps,
  means: InitMeans,
  file: string,
  before: Readonly<Record<string, string>>,
): Promise<OfficeAnswers> {
  if (terminal.ask === undefined) throw mistake(words.init.needsTerminal);
  const asker = await means.asker(words.init);
  const mayGoOn = !existsSync(file) || (await asker.yes(words.init.keepSettings(file), false));
  if (!mayGoOn) throw mistake(words.init.ended);
  return askOffice(asker, words, means.logins(words.language), before);
}

function answersOf(
  { words }: ClientDeps,
  options: InitOptions,
  before: Readonly<Record<string, string>>,
): OfficeAnswers {
  const { office, coordinator = [] } = options;
  if (office === undefined || coordinator.length === 0) throw mistake(words.init.needsOffice);
  const coordinators = coordinator.map((given) => {
    const read = readCoordinator(given);
    if (read === undefined) throw mistake(words.init.badCoordinator(given));
    return read;
  });
  const given = {
    SMTP_URL: options.smtp,
    IMAP_URL: options.imap,
    MAIL_DOMAIN: options.domain,
    MAIL_FROM: options.from,
    WEB_PUBLIC_URL: options.publicUrl,
    SHUANGYUE_HOME: options.home,
  };
  const variables = Object.entries({ ...before, ...given }).flatMap(([name, value = before[name]]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const form = options.excel === true ? 'xlsx' : 'yaml';
  return { office, coordinators, form, variables: Object.fromEntries(variables) };
}

/** A script goes on; whoever reads its output learns what did not work. */
async function tryLogins({ words, terminal }: ClientDeps, logins: Logins, { variables }: OfficeAnswers): Promise<void> {
  const { SMTP_URL: smtp, IMAP_URL: imap, MAIL_CA_FILE: caFile } = variables;
  for (const [url, login] of [[smtp, logins.smtp] as const, [imap, logins.imap] as const]) {
    if (url === undefined) continue;
    await login(url, caFile).catch((error: unknown) =>
      terminal.warn(words.init.notTried(saidIn(words.language, error))),
    );
  }
}

function nextSteps({ words, now }: ClientDeps, folder: string, answers: OfficeAnswers): string {
  const { next, steps, rehearsal } = words.init;
  const inside = relative(process.cwd(), folder);
  const register = registerName(answers);
  const commands: readonly (readonly [string, string])[] = [
    [hasOwnMail(answers) ? 'doctor --send-test' : 'doctor', steps.doctor],
    [`register check ${register}`, steps.check],
    [`rehearse ${register} --year ${now().getFullYear()} --out ${rehearsal}`, steps.rehearse],
    ['up', steps.up],
    [`start ${register} --year ${now().getFullYear()}`, steps.start],
  ];
  const width = Math.max(...commands.map(([command]) => displayWidth(command)));
  const lines = commands.map(
    ([command, why]) => `shuangyue ${command}${' '.repeat(width - displayWidth(command))}  ${why}`,
  );
  return next([...(inside === '' ? [] : [`cd ${inside.startsWith('..') ? folder : inside}`]), ...lines]);
}
