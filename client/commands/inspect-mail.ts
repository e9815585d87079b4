import type { Command } from 'commander';
import { SettingsError } from '../../config/settings.js';
import { inspectMail } from '../../mail/inspect/inspect-mail.js';
import type { ClientDeps } from '../client-deps.js';
import { admitFromMail } from '../admit-from-mail.js';
import { mailFiles, readMailFile } from '../mail-files.js';
import { inspectionText } from '../print-inspection.js';

/** `mail inspect FILE|DIR`: what the intake would make of a mail, without server or record. */
export function addInspectMail(mail: Command, deps: ClientDeps): void {
  const { words } = deps;
  mail
    .command('inspect')
    .description(words.help.mailInspect)
    .argument('<file>', words.help.mailFile)
    .option('--json', words.help.jsonLines)
    .action((path: string, options: { readonly json?: boolean }) => inspect(deps, path, options.json ?? false));
}

/** Printed one by one: thousands of mails are never held at once. */
async function inspect({ terminal, words, settings }: ClientDeps, path: string, json: boolean): Promise<void> {
  const inspector = { admit: admitFromMail, authservId: authservIdOf(settings) };
  for (const file of await mailFiles(path, words)) {
    const seen = await inspectMail(file, await readMailFile(file, words), inspector);
    terminal.print(json ? JSON.stringify(seen) : `${inspectionText(seen, words)}\n`);
  }
}

/** Settings that do not hold keep nobody from looking at a mail. */
function authservIdOf(settings: ClientDeps['settings']): string | undefined {
  try {
    return settings().mail.authservId;
  } catch (error) {
    if (error instanceof SettingsError) return undefined;
    throw error;
  }
}
