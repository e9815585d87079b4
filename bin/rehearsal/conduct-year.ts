import { receiveMail } from '../../activities/intake/receive-mail.js';
import type { Status } from '../../domain/board.js';
import type { OfficeInTime } from '../../worker/in-time/office-in-time.js';
import type { RehearsedPost } from './rehearsed-post.js';

/** People who act when something is there for them; a department says when it will want to act next. */
export interface Players {
  readonly departments: (status: Status) => Promise<number | undefined>;
  /** True when an order was given. */
  readonly coordinator: (status: Status) => Promise<boolean>;
}

export interface Conducting {
  readonly office: OfficeInTime;
  readonly campaign: string;
  readonly post: RehearsedPost;
  readonly players: Players;
  /** In order, epoch milliseconds; the last one ends the year. */
  readonly wakes: readonly number[];
  readonly signal: AbortSignal;
  readonly reached: (moment: Moment) => void;
}

/** How far a rehearsal is. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** How much of the year is over, 0 to 1. */
  readonly share: number;
  readonly letters: number;
  readonly status: Status;
}

const minuteMs = 60_000;

/**
 * Plays a year: goes from one instant at which somebody may want to act to the next, everything due in between having
 * happened. In a minute only one thing is done to the office, so that the order of things is ours and not the machine's.
 */
export async function conductYear({
  office,
  campaign,
  post,
  players,
  wakes,
  signal,
  reached,
}: Conducting): Promise<void> {
  const queue = [...wakes];
  const [first = 0, last = 1] = [wakes[0], wakes.at(-1)];
  for (let at = queue.shift(); at !== undefined;) {
    await Promise.race([office.until(at), office.failed]);
    signal.throwIfAborted();
    const status = await office.web.board.status(campaign);
    if (status === undefined) throw new Error(`the rehearsal lost its campaign ${campaign}`);
    reached({ at, share: (at - first) / (last - first), letters: post.delivered(), status });
    const wanted = await players.departments(status);
    const ordered = await players.coordinator(status);
    if (!ordered) await arrive(office, post, at);
    while (queue[0] !== undefined && queue[0] <= at) queue.shift();
    at = soonest(at, { wanted, next: queue[0], busy: ordered || post.waiting() > 0 });
  }
}

/** One mail comes in through the door that all mail comes in by. */
async function arrive({ deps }: OfficeInTime, post: RehearsedPost, at: number): Promise<void> {
  const mail = post.nextMail(new Date(at).toISOString());
  if (mail === undefined) return;
  const problem = await (await receiveMail(deps, mail)).started;
  if (problem !== undefined) throw problem;
}

function soonest(
  at: number,
  {
    wanted,
    next,
    busy,
  }: { readonly wanted: number | undefined; readonly next: number | undefined; readonly busy: boolean },
): number | undefined {
  if (busy) return at + minuteMs;
  // What departments would still do after the year's end is nobody's business any more.
  if (next === undefined) return undefined;
  return wanted === undefined ? next : Math.max(at + minuteMs, Math.min(wanted, next));
}
