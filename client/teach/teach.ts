import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import type { Words } from '../words.js';
import type { Lesson } from './lesson.js';

/** Adds to the help of every command what its lesson teaches, and to the program's where to begin. */
export function teach(program: Command, { words }: ClientDeps): void {
  for (const [path, command] of commandsOf(program)) {
    const lesson = words.teach.lessons[path];
    if (lesson !== undefined) command.addHelpText('after', `\n${lessonText(lesson, words)}`);
  }
  const names = words.teach.topics.map(({ names: [first = ''] }) => first).join(' | ');
  program.addHelpText('after', `\n${words.teach.more(names)}\n${words.teach.firstTime}`);
}

/** Every command below the program by the words that call it. */
export function commandsOf(command: Command, before = ''): readonly (readonly [path: string, command: Command])[] {
  return command.commands.flatMap((child) => {
    const path = `${before}${child.name()}`;
    return [[path, child] as const, ...commandsOf(child, `${path} `)];
  });
}

function lessonText({ when, examples, next, rule }: Lesson, { teach: said }: Words): string {
  return [
    `${said.when}${when}`,
    said.examples,
    ...examples.map((example) => `  shuangyue ${example}`),
    `${said.next}${next}`,
    ...(rule === undefined ? [] : [`${said.rule}${rule}`]),
  ].join('\n');
}
