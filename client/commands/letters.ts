import type { Command } from 'commander';
import type { CampaignEntry } from '../../domain/board.js';
import type { ClientDeps } from '../client-deps.js';
import { exportLetters } from '../export-letters.js';
import { mistake } from '../mistake.js';
import { withReadOptions, type ReadOptions } from '../options.js';
import { openReading, readRound } from '../order-context.js';
import { printLetter, printLetters } from '../print-letters.js';
import { report } from '../report.js';

interface LettersOptions extends ReadOptions {
  readonly state?: string;
  readonly kind?: string;
  readonly round?: string;
  readonly party?: string;
}

interface ExportOptions extends LettersOptions {
  readonly to: string;
}

/** `letters [N]`: what was written to whom; with a number that letter itself, and what to check before signing it. */
export function addLetters(program: Command, deps: ClientDeps): void {
  const { words } = deps;
  const letters = withReadOptions(program.command('letters'), words)
    .description(words.help.letters)
    .argument('[letter]', words.help.letterNumber)
    .option('--state <state>', words.help.letterState)
    .option('--kind <kind>', words.help.letterKind)
    .option('--round <round>', words.help.round)
    .option('--party <party>', words.help.party)
    .action((letter: string | undefined, options: LettersOptions) =>
      letter === undefined ? list(deps, options) : show(deps, letter, options),
    );
  withReadOptions(letters.command('export'), words)
    .description(words.help.lettersExport)
    .requiredOption('--to <folder>', words.help.exportFolder)
    .option('--state <state>', words.help.letterState)
    .option('--kind <kind>', words.help.letterKind)
    .option('--round <round>', words.help.round)
    .option('--party <party>', words.help.party)
    .action((_options: ExportOptions, command: Command) => exportBatch(deps, command.optsWithGlobals()));
}

async function list(deps: ClientDeps, options: LettersOptions): Promise<void> {
  const { board, campaign } = await openReading(deps, options);
  const letters = await board.letters({ campaign: campaign.id, ...filterOf(deps, campaign, options) });
  report(deps, options, letters, () => printLetters(letters, campaign.zone, deps.words));
}

async function exportBatch(deps: ClientDeps, options: ExportOptions): Promise<void> {
  const context = await openReading(deps, options);
  await exportLetters(deps, context, filterOf(deps, context.campaign, options), options);
}

function filterOf(deps: ClientDeps, campaign: CampaignEntry, { state, kind, round, party }: LettersOptions) {
  return {
    ...(state !== undefined && { state }),
    ...(kind !== undefined && { kind }),
    ...(round !== undefined && { round: readRound(deps, campaign, round) }),
    ...(party !== undefined && { desk: party }),
  };
}

async function show(deps: ClientDeps, given: string, options: LettersOptions): Promise<void> {
  const letter = await (await deps.board()).letter(readLetter(given, deps));
  const { campaign } = await openReading(deps, options);
  const { words, terminal } = deps;
  report(deps, options, letter, () => printLetter(letter, { zone: campaign.zone, words, paint: terminal.paint }));
}

export function readLetter(given: string, { words }: ClientDeps): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw mistake(words.badLetter(given));
  return Number(given);
}
