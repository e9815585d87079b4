import { once } from 'node:events';
import type { Command } from 'commander';
import type { ClientDeps } from '../client/client-deps.js';
import { addressLines } from './address-lines.js';

/** `up`: the office by the settings, until Ctrl-C. */
export function addUp(program: Command, deps: ClientDeps): void {
  program
    .command('up')
    .description(deps.words.running.up)
    .action(() => up(deps));
}

async function up({ settings: read, terminal, words }: ClientDeps): Promise<void> {
  const said = words.running;
  const settings = read();
  // Whoever only asks for the status does not wait until what runs an office is loaded.
  const [{ runOffice }, { tryMailServers }] = await Promise.all([
    import('./supervisor.js'),
    import('./try-mail-servers.js'),
  ]);
  for (const warning of settings.warnings) terminal.warn(said.note(warning));
  await runOffice({
    home: settings.home,
    settings: async () => {
      await tryMailServers(settings, words, terminal.print);
      return settings;
    },
    tell: terminal.print,
    words,
    live: async (office, stopping) => {
      terminal.print([said.upStarted, ...addressLines(office, settings, words), said.upHint].join('\n'));
      if (!stopping.aborted) await once(stopping, 'abort');
    },
  });
  terminal.print(said.upStopped);
}
