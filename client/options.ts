import type { Command } from 'commander';
import type { Words } from './words.js';

export interface ReadOptions {
  readonly campaign?: string;
  readonly json?: boolean;
}
export interface OrderOptions extends ReadOptions {
  readonly as?: string;
  readonly why?: string;
}

export function withReadOptions(command: Command, words: Words): Command {
  return command.option('--campaign <id>', words.help.campaign).option('--json', words.help.json);
}

export function withOrderOptions(command: Command, words: Words): Command {
  return withReadOptions(command.option('--as <code>', words.help.as).option('--why <text>', words.help.why), words);
}
