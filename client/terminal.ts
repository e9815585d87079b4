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
  /** Cells of a line; absent in a pipe, where nothing has to fit. */
  readonly columns?: number;
  /** In the place of what was printed before; on a terminal only. */
  readonly redraw?: (text: string) => void;
  /** Shows that work goes on, until it is told how that ended; on a terminal only. */
  readonly progress?: (what: string) => Promise<(end: 'done' | 'failed') => void>;
  /** Waits; false once the person has pressed Ctrl-C. */
  readonly pause?: (ms: number) => Promise<boolean>;
}

export function processTerminal(): Terminal {
  const { stdout, stdin, stderr } = process;
  return {
    print: (text) => void stdout.write(`${text.replace(/\n$/, '')}\n`),
    warn: (text) => void stderr.write(`${text.replace(/\n$/, '')}\n`),
    paint: (colour, text) => styleText(colour, text, { stream: stdout }),
    ...(stdin.isTTY && stdout.isTTY ? { ask } : {}),
    ...(stdout.isTTY ? { columns: stdout.columns, redraw, pause, progress } : {}),
  };
}

/** Back to the corner, each line cleared as it is written, then all below: no flicker. */
function redraw(text: string): void {
  const lines = text.split('\n').map((line) => `${line}\u001b[K\n`);
  process.stdout.write(`\u001b[H${lines.join('')}\u001b[J`);
}

function pause(ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (goesOn: boolean) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      resolve(goesOn);
    };
    const interrupted = () => end(false);
    const timer = setTimeout(() => end(true), ms);
    process.once('SIGINT', interrupted);
  });
}

async function progress(what: string): Promise<(end: 'done' | 'failed') => void> {
  const { spinner } = await import('@clack/prompts');
  const shown = spinner();
  shown.start(what);
  return (end) => (end === 'done' ? shown.stop(what) : shown.error(what));
}

async function ask(question: string): Promise<boolean> {
  const { confirm } = await import('@clack/prompts');
  return (await confirm({ message: question, active: '是 yes', inactive: '否 no', initialValue: false })) === true;
}
