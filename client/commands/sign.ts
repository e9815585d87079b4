import type { Command } from 'commander';
import type { LetterEntry } from '../../domain/board.js';
import { ids, signUpdate, type SignOutcome } from '../../workflows/api.js';
import type { ClientDeps } from '../client-deps.js';
import { isMistake, mistake } from '../mistake.js';
import type { Office } from '../office.js';
import { withOrderOptions, type OrderOptions } from '../options.js';
import { openOrder, type OrderContext } from '../order-context.js';
import type { Words } from '../words.js';
import { readLetter } from './letters.js';

interface SignOptions extends OrderOptions {
  readonly all?: boolean;
}

interface Signed {
  readonly letter: number;
  readonly outcome: SignOutcome | 'refused';
  readonly message: string;
}

/** `sign LETTER… | --all`: a coordinator's signature under 督办函, each sent or told why not. */
export function addSign(program: Command, deps: ClientDeps): void {
  const { help } = deps.words;
  withOrderOptions(program.command('sign'), deps.words)
    .description(help.sign)
    .argument('[letters...]', help.letterNumber)
    .option('--all', help.signAll)
    .action((given: string[], options: SignOptions) => sign(deps, given, options));
}

async function sign(deps: ClientDeps, given: readonly string[], options: SignOptions): Promise<void> {
  const { words, terminal } = deps;
  const numbers = given.map((text) => readLetter(text, deps));
  if (numbers.length > 0 === (options.all === true)) throw mistake(words.signWhich);
  const context = await openOrder(deps, options);
  const letters = await lettersToSign(context, numbers);
  const signed = letters.length === 0 ? [] : await signAll(deps, context, letters, options);
  if (options.json === true) terminal.print(JSON.stringify({ campaign: context.campaign.id, signed }, null, 2));
  else if (letters.length === 0) terminal.print(words.nothingToSign);
  const refused = signed.filter(({ outcome }) => outcome === 'refused').length;
  if (refused > 0) throw mistake(words.notAllDone(refused, signed.length));
}

async function lettersToSign(
  { board, campaign }: OrderContext,
  numbers: readonly number[],
): Promise<readonly LetterEntry[]> {
  if (numbers.length === 0) return board.letters({ campaign: campaign.id, kind: 'escalation', state: 'drafted' });
  return Promise.all([...new Set(numbers)].map((number) => board.letter(number)));
}

function signAll(
  deps: ClientDeps,
  context: OrderContext,
  letters: readonly LetterEntry[],
  { json = false }: SignOptions,
): Promise<readonly Signed[]> {
  return deps.withOffice(async (office) => {
    const signed: Signed[] = [];
    for (const letter of letters) {
      const result = await signOne(office, context, letter, deps.words);
      if (!json) deps.terminal[result.outcome === 'refused' ? 'warn' : 'print'](result.message);
      signed.push(result);
    }
    return signed;
  });
}

async function signOne(
  office: Office,
  { campaign, order }: OrderContext,
  { id, desk }: LetterEntry,
  words: Words,
): Promise<Signed> {
  try {
    const outcome = await office.order(ids.desk(campaign.id, desk), signUpdate, { ...order, letter: id });
    return { letter: id, outcome, message: words.letterSaid(id, words.signOutcome[outcome]) };
  } catch (error) {
    if (!isMistake(error)) throw error;
    return { letter: id, outcome: 'refused', message: words.letterSaid(id, error.message) };
  }
}
