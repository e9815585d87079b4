import { styleText } from 'node:util';
import type { Words } from '../../client/words.js';
import type { Moment } from './conduct-year.js';

/** Tells how far a rehearsal is: with a bar on a terminal, a line for each round in any case. */
export interface Progress {
  readonly reached: (moment: Moment) => void;
  readonly end: () => void;
}

const width = 28;

export function showProgress(out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'>, { running }: Words): Progress {
  const told = new Set<string>();
  return {
    reached: ({ at, share, letters, round }) => {
      if (round?.state === 'closed' && !told.has(round.id)) {
        told.add(round.id);
        out.write(`${out.isTTY ? '\r\u001b[2K' : ''}${running.rehearsedRound(round.id, letters)}\n`);
      }
      if (out.isTTY)
        out.write(`\r\u001b[2K${bar(share)} ${running.lettersSoFar(new Date(at).toISOString().slice(0, 10), letters)}`);
    },
    end: () => {
      if (out.isTTY) out.write('\r\u001b[2K');
    },
  };
}

function bar(share: number): string {
  const full = Math.min(width, Math.max(0, Math.round(share * width)));
  return `${styleText('green', '█'.repeat(full))}${styleText('gray', '░'.repeat(width - full))}`;
}
