import type { Command } from 'commander';
import type { Words } from './words.js';

/** Headings of the help in the reader's language; mistakes are thrown, for `runProgram` to tell. */
export function speakTheirLanguage(program: Command, words: Words): void {
  program
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .helpOption('-h, --help', words.help.help)
    .helpCommand('help [command]', words.help.helpCommand)
    .showSuggestionAfterError(true)
    .configureHelp({
      styleTitle: (title) => words.help.titles[title] ?? title,
      // Defaults are said in the descriptions themselves, in the reader's language.
      optionDescription: ({ description }) => description,
    });
}
