import type { Command } from 'commander';
import { nearest } from '../../config/nearest.js';
import type { ClientDeps } from '../client-deps.js';
import { mistake } from '../mistake.js';
import { commandsOf } from '../teach/teach.js';

/** `help [COMMAND | TOPIC]`: a command's own help, or a matter that several commands share. */
export function addHelp(program: Command, deps: ClientDeps): void {
  program
    .command('help', { hidden: true })
    .description(deps.words.help.helpCommand)
    .argument('[words...]')
    .action((words: readonly string[]) => help(program, deps, words.join(' ')));
}

function help(program: Command, { words, terminal }: ClientDeps, given: string): void {
  if (given === '') return program.outputHelp();
  const commands = commandsOf(program);
  const command = commands.find(([path]) => path === given)?.[1];
  if (command !== undefined) return command.outputHelp();
  const { topics, unknownTopic } = words.teach;
  const topic = topics.find(({ names }) => names.includes(given));
  if (topic !== undefined) return terminal.print(`${terminal.paint('bold', topic.title)}\n${topic.text}`);
  const known = topics.flatMap(({ names }) => names);
  const near = nearest(given, [...known, ...commands.map(([path]) => path)]);
  throw mistake(
    unknownTopic(given, near, topics.map(({ names: [first = ''] }) => first).join(words.names.enumeration)),
  );
}
