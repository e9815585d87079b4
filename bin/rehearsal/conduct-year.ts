import { storeMail } from '../../activities/intake/receive-mail.js';
import { startIntake } from '../../activities/intake/start-intake.js';
import type { Status } from '../../domain/board.js';
import type { OfficeInTime } from '../../worker/in-time/office-in-time.js';
import type { Glance } from '../robots/coordinator.js';
import type { Asked } from '../robots/departments.js';
import type { RehearsedPost } from './rehearsed-post.js';

/** People who act when something is there for them. */
export interface Players {
  /** Says when departments will want to act next, epoch milliseconds. */
  readonly departments: (asked: Asked) => Promise<number | undefined>;
  /** True when an order was given. */
  readonly coordinator: (glance: Glance, status: () => Promise<Status>) => Promise<boolean>;
}

/** How far a rehearsal is. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  /** How much of the year is over, 0 to 1. */
  readonly share: number;
  readonly letters: number;
  readonly round: Asked['round'];
}

export interface Conducting {
  readonly office: OfficeInTime;
  readonly campaign: string;
  readonly post: RehearsedPost;
  readonly players: Players;
  /** When everybody looks what there is, in order, epoch milliseconds; the last one ends the year. */
  readonly looks: readonly number[];
  readonly signal: AbortSignal;
  readonly reached: (moment: Moment) => void;
}

const minuteMs = 60_000;
/** A coordinator reads what is new and decides some looks later; where nothing is new after that, nobody looks. */
const looksToDecide = 4;

/**
 * Plays a year: goes from one instant at which somebody may want to act to the next, everything due in between having
 * happened. In a minute only things are done to the office that do not touch each other, so that the order of things is
 * ours and not the machine's.
 */
export async function conductYear({ looks, ...conducting }: Conducting): Promise<void> {
  const { office, campaign, post, players, signal, reached } = conducting;
  const [first = 0, last = 1] = [looks[0], looks.at(-1)];
  const ahead = [...looks];
  let wanted: number | undefined;
  let worked = 0;
  let quiet = 0;
  const glance = async ({ round }: Asked): Promise<Glance> => ({
    campaign,
    round,
    waiting: await office.waiting(campaign),
  });
  for (let at = ahead[0]; at !== undefined; at = next(at, { wanted, look: ahead[0], mail: post.waiting() })) {
    await Promise.race([office.until(at), office.failed]);
    signal.throwIfAborted();
    const isLook = ahead[0] !== undefined && ahead[0] <= at;
    let ordered = false;
    if (isLook || (wanted !== undefined && wanted <= at)) {
      const asked = await office.asked(campaign);
      wanted = await players.departments(asked);
      reached({ at, share: (at - first) / (last - first), letters: post.delivered(), round: asked.round });
      if (isLook) {
        ahead.shift();
        quiet = office.worked() === worked ? quiet + 1 : 0;
        worked = office.worked();
        if (quiet < looksToDecide)
          ordered = await players.coordinator(await glance(asked), () => statusOf(office, campaign));
      }
    }
    if (!ordered) await arrive(office, post, at);
  }
}

/** What departments would still do after the last look is nobody's business any more. */
function next(
  at: number,
  {
    wanted,
    look,
    mail,
  }: { readonly wanted: number | undefined; readonly look: number | undefined; readonly mail: number },
): number | undefined {
  if (mail > 0) return at + minuteMs;
  if (look === undefined) return undefined;
  return Math.max(at + minuteMs, Math.min(wanted ?? look, look));
}

/** Mail comes in through the door that all mail comes in by. */
async function arrive({ deps }: OfficeInTime, post: RehearsedPost, at: number): Promise<void> {
  const stored = await Promise.all(post.nextMails(new Date(at).toISOString()).map((mail) => storeMail(deps, mail)));
  await startIntake(
    deps,
    stored.map(({ mail }) => mail),
  );
}

async function statusOf({ web }: OfficeInTime, campaign: string): Promise<Status> {
  const status = await web.board.status(campaign);
  if (status === undefined) throw new Error(`the rehearsal lost its campaign ${campaign}`);
  return status;
}
