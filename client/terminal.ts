import { styleText } from 'node:util';

export type Colour = 'red' | 'yellow' | 'green' | 'cyan' | 'gray' | 'bold';

/** Where a command speaks to the person who gave it. */
export interface Terminal {
  readonly print: (text: string) => void;
  /** To the error output: problems, and what must not mix with `--json`. */
  readonly warn: (text: string) => void;
  readonly paint: (colour: Colour, text: string) => string;
  /** Absent where nobody sits who could answer. */
  readonly ask?: (question: string) => Promise<boolean>;
}

export function processTerminal(): Terminal {
  return {
    print: (text) => void process.stdout.write(`${text.replace(/\n$/, '')}\n`),
    warn: (text) => void process.stderr.write(`${text.replace(/\n$/, '')}\n`),
    paint: (colour, text) => styleText(colour, text, { stream: process.stdout }),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask } : {}),
  };
}

async function ask(question: string): Promise<boolean> {
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ message: question, active: '是 yes', inactive: '否 no', initialValue: false })) === true;
}
