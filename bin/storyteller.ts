import { styleText } from 'node:util';
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

export function createStoryteller(out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>, now: () => number): Storyteller {
  return out.isTTY ? onTerminal(out) : inLines(out, now);
}

function onTerminal(out: Pick<NodeJS.WriteStream, 'write'>): Storyteller {
  let bar = '';
  const line = (text: string) => void out.write(`\r\u001b[2K${text}\n${bar}`);
  return {
    line,
    chapter: ({ lines, progress }) => {
      for (const text of lines) line(text);
      bar = progress === undefined ? '' : drawn(progress);
      out.write(`\r\u001b[2K${bar}`);
    },
    end: () => {
      bar = '';
      out.write('\r\u001b[2K');
    },
  };
}

function drawn(progress: RoundProgress): string {
  const full = Math.round((progress.reported / Math.max(1, progress.total)) * width);
  const bar = styleText('green', '█'.repeat(full)) + styleText('gray', '░'.repeat(width - full));
  return `${bar} ${said(progress)}`;
}

function inLines(out: Pick<NodeJS.WriteStream, 'write'>, now: () => number): Storyteller {
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
      line(`　　${said(progress)}`);
    },
    end: () => undefined,
  };
}

function said({ label, reported, total, remark }: RoundProgress): string {
  return `${label} 已报 ${reported}/${total}　${remark}`;
}
