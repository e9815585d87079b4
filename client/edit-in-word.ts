import { readFile } from 'node:fs/promises';
import type { EditedInWord, WordFinding } from '../domain/office-requests.js';
import { editUpdate, ids } from '../workflows/api.js';
import { chooseBulletin } from './choose-bulletin.js';
import type { ClientDeps } from './client-deps.js';
import { mistake } from './mistake.js';
import type { OrderOptions } from './options.js';
import { openOrder } from './order-context.js';
import { report } from './report.js';
import type { Words } from './words.js';

/** What the coordinator agrees to beforehand. */
export interface WordAgreement {
  readonly confirmFigures?: boolean;
  readonly leaveFixed?: boolean;
}

/** `bulletin edit --from 简报.docx`: the server says what was changed; the bulletin's workflow hears of the new version. */
export async function editInWord(
  deps: ClientDeps,
  given: string | undefined,
  options: OrderOptions & WordAgreement & { readonly from: string },
): Promise<void> {
  const { words } = deps;
  const file = (await bytesOf(options.from, words)).toString('base64');
  const { board, campaign, order, ...context } = await openOrder(deps, options);
  const { round } = await chooseBulletin(deps, { board, campaign, ...context }, given);
  const { confirmFigures = false, leaveFixed = false } = options;
  const edited = await board.editInWord(campaign.id, round, { file, ...order, confirmFigures, leaveFixed });
  if (edited.outcome === 'saved') {
    const said = { ...order, version: edited.version };
    await deps.withOffice((office) => office.order(ids.bulletin(campaign.id, round), editUpdate, said));
  }
  report(deps, options, { round, ...edited }, () => lines(edited, round, words));
  if (edited.outcome === 'unconfirmed') throw mistake(words.wordUnconfirmed(ways(edited.findings)));
}

async function bytesOf(file: string, words: Words): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw mistake(words.cannotRead(file), cause);
  }
}

function lines(edited: EditedInWord, round: string, words: Words): string {
  const marks: Readonly<Record<WordFinding['kind'], string>> = words.wordFindings;
  const findings = edited.findings.map(({ kind, text }) => `  ${marks[kind]}${words.names.gap}${text}`);
  return [...findings, outcome(edited, round, words)].filter(Boolean).join('\n');
}

function outcome(edited: EditedInWord, round: string, words: Words): string {
  switch (edited.outcome) {
    case 'saved':
      return words.bulletinEdited(round, edited.version);
    case 'unchanged':
      return words.wordUnchanged;
    case 'unconfirmed':
      return '';
  }
}

/** The options that would let it pass. */
function ways(findings: readonly WordFinding[]): string {
  const has = (sought: WordFinding['kind']) => findings.some(({ kind }) => kind === sought);
  return [has('figure') && '--confirm-figures', has('fixed') && '--leave-fixed'].filter(Boolean).join(' ');
}
