import type { CommanderError } from 'commander';
import type { Words } from './words.js';

/** A command line that does not parse, as one sentence; undefined where the help was shown instead. */
export function explainUsage({ code, message }: CommanderError, words: Words): string | undefined {
  const named = /'([^']*)'/.exec(message)?.[1] ?? '';
  const meant = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(message)?.[1];
  switch (code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
      return undefined;
    case 'commander.unknownCommand':
      return words.unknownCommand(named, meant);
    case 'commander.unknownOption':
      return words.unknownOption(named, meant);
    case 'commander.missingArgument':
      return words.missingArgument(named);
    case 'commander.optionMissingArgument':
      return words.missingValue(named);
    case 'commander.missingMandatoryOptionValue':
      return words.missingOption(named);
    case 'commander.excessArguments':
      return words.tooManyArguments;
    default:
      return message.replace(/^error: /, '');
  }
}
