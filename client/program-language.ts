import type { Command } from 'commander';
import type { ClientDeps } from './client-deps.js';
import { displayWidth } from './display-width.js';
import { wrapped } from './wrapped.js';

/** The help in the reader's language; mistakes are thrown, for `runProgram` to tell. */
export function speakTheirLanguage(program: Command, { words: { help }, terminal }: ClientDeps): void {
  program
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.warn, outputError: () => {} })
    .helpOption('-h, --help', help.help)
    .helpCommand(false)
    .configureHelp({
      styleTitle: (title) => help.titles[title] ?? title,
      styleUsage: inWords,
      styleSubcommandTerm: inWords,
      displayWidth,
      // As it is, Commander breaks lines at spaces only, of which Chinese has none.
      boxWrap: wrapped,
      subcommandDescription: (command) => (command.name() === 'help' ? help.helpCommand : command.description()),
      // Defaults are said in the descriptions themselves.
      optionDescription: ({ description }) => description,
    });

  function inWords(text: string): string {
    return text.replace('[options]', help.optionsMark).replace('[command]', help.commandMark);
  }
}
