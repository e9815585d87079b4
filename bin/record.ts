import type { Command } from 'commander';
import type { ClientDeps } from '../client/client-deps.js';
import { officeWords } from './words/office.js';

/** `record move`: the whole record to PostgreSQL, or back into a folder. */
export function addRecord(program: Command, deps: ClientDeps): void {
  const said = officeWords[deps.words.language];
  const record = program.command('record').description(said.record);
  record
    .command('move')
    .description(said.recordMove)
    .requiredOption(`--to <${said.recordPlace}>`, said.recordTo)
    .option('--json', deps.words.help.json)
    .action((options: { readonly to: string; readonly json?: boolean }) => move(deps, options));
}

async function move(
  { settings, terminal, words, now }: ClientDeps,
  { to, json = false }: { readonly to: string; readonly json?: boolean },
): Promise<void> {
  const said = officeWords[words.language];
  const tell = (table: string, count: number) => (json ? undefined : terminal.print(said.movedTable(table, count)));
  const { moveRecord } = await import('../worker/move-record.js');
  const { from, to: destination, tables, rows, before } = await moveRecord({ settings: settings(), to, now, tell });
  if (json) return terminal.print(JSON.stringify({ from, to: destination, tables, rows, before }));
  terminal.print(
    [
      said.recordMoved(from, destination, tables, rows, before),
      said.recordLeft,
      said.recordNext(to.startsWith('postgres')),
    ].join('\n'),
  );
}
