import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { inspectSheet } from '../inspect-sheet.js';
import { printSheet } from '../print-sheet.js';
import { report } from '../report.js';

/** `sheet inspect FILE`: what a filled 调度表 says, cell by cell, or why it is not read; asks no server. */
export function addSheet(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  const sheet = program.command('sheet').description(words.help.sheet);
  sheet
    .command('inspect')
    .description(words.help.sheetInspect)
    .argument('<file>', words.help.sheetFile)
    .option('--json', words.help.json)
    .action(async (file: string, options: { readonly json?: boolean }) => {
      const inspected = await inspectSheet(deps, file);
      report(deps, options, inspected, () => printSheet(inspected, words));
    });
}
