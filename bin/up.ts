import { once } from 'node:events';
import type { Command } from 'commander';
import type { ClientDeps } from '../client/client-deps.js';
import { addressLines } from './address-lines.js';
import { runOffice } from './supervisor.js';
import { tryMailServers } from './try-mail-servers.js';

/** `up`: the office by the settings, until Ctrl-C. */
export function addUp(program: Command, deps: ClientDeps): void {
  program
    .command('up')
    .description('按设置启动整套服务（引擎、工作进程、网页、本地邮局），Ctrl-C 停止')
    .action(() => up(deps));
}

async function up({ settings: read, terminal }: ClientDeps): Promise<void> {
  const settings = read();
  for (const warning of settings.warnings) terminal.warn(`请注意：${warning}`);
  await runOffice({
    home: settings.home,
    settings: async () => {
      await tryMailServers(settings, terminal.print);
      return settings;
    },
    tell: terminal.print,
    live: async (office, stopping) => {
      terminal.print(['双月已启动。', ...addressLines(office, settings), '按 Ctrl-C 停止。'].join('\n'));
      if (!stopping.aborted) await once(stopping, 'abort');
    },
  });
  terminal.print('双月已停止。');
}
