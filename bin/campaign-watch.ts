import { setTimeout as pause } from 'node:timers/promises';
import type { Board } from '../client/board.js';
import type { BulletinEntry, LetterEntry, Status } from '../domain/board.js';

/** What the demo's terminal and its robots see of the campaign at one moment. */
export interface Seen {
  readonly status: Status;
  /** Of the round that is open, else of the last one. */
  readonly letters: readonly LetterEntry[];
  readonly bulletins: readonly BulletinEntry[];
}

export async function look(board: Board, campaign: string): Promise<Seen> {
  const status = await board.status(campaign);
  const round = status.round?.id;
  const [letters, bulletins] = await Promise.all([
    round === undefined ? [] : board.letters({ campaign, round }),
    board.bulletins(campaign),
  ]);
  return { status, letters, bulletins };
}

/** Does `step` again and again until it says so or somebody stops it; a failure is noted and the next turn comes. */
export async function repeatUntil(
  step: () => Promise<boolean>,
  {
    everyMs,
    signal,
    failed,
  }: { readonly everyMs: number; readonly signal: AbortSignal; readonly failed: (error: unknown) => void },
): Promise<void> {
  while (!signal.aborted) {
    try {
      if (await step()) return;
    } catch (error) {
      if (!signal.aborted) failed(error);
    }
    await pause(everyMs, undefined, { signal }).catch(() => undefined);
  }
}
