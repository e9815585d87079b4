import type { Command, Option } from 'commander';
import type { Board } from './board.js';

/** What the office knows that may be completed; asked for only where it is wanted. */
export interface Known {
  readonly coordinators: () => Promise<readonly string[]>;
  readonly parties: () => Promise<readonly string[]>;
  readonly tasks: () => Promise<readonly string[]>;
  readonly rounds: () => Promise<readonly string[]>;
}

/** The words that may stand in the last word's place. */
export async function completeWords(
  program: Command,
  words: readonly string[],
  known: Known,
): Promise<readonly string[]> {
  const last = words.at(-1) ?? '';
  const { command, rest } = descend(program, words.slice(0, -1));
  const awaiting = optionOf(command, words.at(-2));
  const candidates =
    awaiting?.required === true
      ? await valuesOf(awaiting.long ?? '', known)
      : last.startsWith('-')
        ? optionNames(command)
        : [...subcommands(command), ...(await valuesOf(argumentName(command, rest), known))];
  return [...new Set(candidates)].filter((candidate) => candidate.startsWith(last));
}

/** The command that the words before lead to, and its own words after that. */
function descend(
  program: Command,
  words: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } {
  let command = program;
  let from = 0;
  for (const [index, word] of words.entries()) {
    const child = command.commands.find((each) => each.name() === word);
    if (child === undefined) continue;
    command = child;
    from = index + 1;
  }
  return { command, rest: words.slice(from) };
}

function optionOf({ options }: Command, word: string | undefined): Option | undefined {
  return options.find(({ long, short }) => word !== undefined && (long === word || short === word));
}

function optionNames(command: Command): readonly string[] {
  return [...command.options.flatMap(({ long, hidden }) => (long === undefined || hidden ? [] : [long])), '--help'];
}

/** Called by scripts only. */
const unlisted: ReadonlySet<string> = new Set(['complete-words']);

function subcommands(command: Command): readonly string[] {
  return command.commands.map((child) => child.name()).filter((name) => !unlisted.has(name));
}

/** The name of the argument whose turn it is. */
function argumentName(command: Command, words: readonly string[]): string {
  const { registeredArguments } = command;
  const given = words.filter(
    (word, index) => !word.startsWith('-') && optionOf(command, words[index - 1])?.required !== true,
  );
  const argument = registeredArguments[given.length] ?? registeredArguments.findLast(({ variadic }) => variadic);
  return argument?.name() ?? '';
}

async function valuesOf(name: string, known: Known): Promise<readonly string[]> {
  switch (name) {
    case '--as':
      return known.coordinators();
    case '--party':
    case '--to':
    case 'party':
      return known.parties();
    case 'task':
    case 'tasks':
      return known.tasks();
    case '--round':
    case 'round':
      return known.rounds();
    case 'shell':
      return ['bash', 'zsh'];
    default:
      return [];
  }
}

const running = async (board: Board) => (await board.campaigns()).filter(({ state }) => state !== 'closed');

const statuses = async (board: Board) => Promise.all((await running(board)).map(({ id }) => board.status(id)));

/** Of the only campaign, or of all that run. An office that cannot be reached knows nothing: a key press is no place for its problems. */
export function knownTo(open: () => Promise<Board>): Known {
  const ask = async <Value>(read: (board: Board) => Promise<readonly Value[]>): Promise<readonly Value[]> => {
    try {
      return await read(await open());
    } catch {
      return [];
    }
  };
  return {
    coordinators: () =>
      ask(async (board) => (await running(board)).flatMap(({ coordinators }) => coordinators.map(({ code }) => code))),
    parties: () =>
      ask(async (board) => (await statuses(board)).flatMap(({ parties }) => parties.map(({ code }) => code))),
    tasks: () =>
      ask(async (board) => (await statuses(board)).flatMap(({ tasks }) => tasks.map(({ number }) => String(number)))),
    rounds: () =>
      ask(async (board) =>
        (await running(board)).flatMap(({ year }) => [1, 2, 3, 4, 5, 6].map((number) => `${year}-${number}`)),
      ),
  };
}
