import { extname } from 'node:path';
import type { Command } from 'commander';
import type { PartyMissed, ReportDraft } from '../../domain/board.js';
import type { ClientDeps } from '../client-deps.js';
import { findParty } from '../find-party.js';
import { mistake } from '../mistake.js';
import { writeNewFile } from '../new-file.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading } from '../order-context.js';
import { report } from '../report.js';
import type { Words } from '../words.js';

interface ReportOptions extends ReadOptions {
  readonly party?: string;
  readonly to?: string;
}

/** `report`: the draft of the 专报 after two missed rounds, or who is near it; only people pass it on. */
export function addReport(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withReadOptions(program.command('report'), deps.words)
    .description(help.report)
    .option('--party <party>', help.party)
    .option('--to <file>', help.reportTo)
    .action((options: ReportOptions) => show(deps, options));
}

async function show(deps: ClientDeps, options: ReportOptions): Promise<void> {
  const { words } = deps;
  const context = await openReading(deps, options);
  const { board, campaign } = context;
  const party = options.party === undefined ? undefined : (await findParty(deps, context, options.party)).code;
  const draft = await board.report(campaign.id, party);
  if (options.to === undefined) return report(deps, options, draft, () => printReport(draft, words));
  const path = await writeNewFile(options.to, contentOf(draft, options.to, words), words);
  return report(deps, options, { path, rounds: draft.rounds, due: draft.due }, () => words.report.saved(path));
}

function contentOf({ text, html }: ReportDraft, file: string, words: Words): string {
  const ending = extname(file).toLowerCase();
  if (ending !== '.txt' && ending !== '.html') throw mistake(words.report.badFile(file));
  const content = ending === '.txt' ? text : html;
  if (content === null) throw mistake(words.report.nothingToSave);
  return content;
}

function printReport({ rounds, due, close, text }: ReportDraft, words: Words): string {
  const { names } = words;
  const head =
    text === null
      ? words.report.none
      : words.report.due(due.length, rounds.map(names.roundShort).join(names.enumeration));
  const near =
    close.length === 0
      ? [words.report.nobodyNear]
      : [words.report.near(close.length), ...close.map((party) => partyLine(party, words))];
  return [
    head,
    ...(text === null ? [] : [text.trim()]),
    ...(text !== null && close.length === 0 ? [] : [near.join('\n')]),
  ].join('\n\n');
}

function partyLine({ name, code, tasks }: PartyMissed, { report: said, names }: Words): string {
  return `  ${said.party(name, code, tasks.map(({ number }) => number).join(names.enumeration))}`;
}
