import { styleText } from 'node:util';
import type { DemoWords } from './words/demo.js';
import type { Chapter, RoundProgress } from './story.js';

/** Prints the story: on a terminal with a bar that stays below the lines, elsewhere as plain lines. */
export interface Storyteller {
  readonly line: (text: string) => void;
  readonly chapter: (chapter: Chapter) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

const width = 28;
/** Without a terminal, progress is told this often at most. */
const quietMs = 10_000;

export function createStoryteller(
  out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>,
  now: () => number,
  words: DemoWords,
): Storyteller {
  return out.isTTY ? onTerminal(out, words) : inLines(out, now, words);
}

function onTerminal(out: Pick<NodeJS.WriteStream, 'write'>, words: DemoWords): Storyteller {
  let bar = '';
  const line = (text: string) => void out.write(`\r\u001b[2K${text}\n${bar}`);
  return {
    line,
    chapter: ({ lines, progress }) => {
      for (const text of lines) line(text);
      bar = progress === undefined ? '' : drawn(progress, words);
      out.write(`\r\u001b[2K${bar}`);
    },
    end: () => {
      bar = '';
      out.write('\r\u001b[2K');
    },
  };
}

function drawn(progress: RoundProgress, words: DemoWords): string {
  const full = Math.round((progress.reported / Math.max(1, progress.total)) * width);
  const bar = styleText('green', '█'.repeat(full)) + styleText('gray', '░'.repeat(width - full));
  return `${bar} ${said(progress, words)}`;
}

function inLines(out: Pick<NodeJS.WriteStream, 'write'>, now: () => number, words: DemoWords): Storyteller {
  let saidAt = Number.NEGATIVE_INFINITY;
  let saidText = '';
  const line = (text: string) => void out.write(`${text}\n`);
  return {
    line,
    chapter: ({ lines, progress }) => {
      for (const text of lines) line(text);
      if (progress === undefined) return;
      const text = `${progress.label} ${progress.reported}`;
      if (now() - saidAt < quietMs || text === saidText) return;
      saidAt = now();
      saidText = text;
      line(`${words.indent}${said(progress, words)}`);
    },
    end: () => undefined,
  };
}

function said({ label, reported, total, remark }: RoundProgress, words: DemoWords): string {
  return words.progress(label, reported, total, remark);
}
