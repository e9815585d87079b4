import type { BulletinEntry, ContactChangeEntry, LetterEntry, MailEntry, Status } from '../domain/board.js';
import { groupBy } from '../domain/group-by.js';
import type { Board } from './board.js';

/** What waits for a coordinator, thing by thing. */
export interface Waiting {
  readonly held: readonly MailEntry[];
  readonly unsigned: readonly LetterEntry[];
  readonly doubtful: readonly LetterEntry[];
  readonly drafts: readonly BulletinEntry[];
  readonly changes: readonly ContactChangeEntry[];
}

/** Asks only for what the counts say is there. */
export async function readWaiting(board: Board, { campaign, waiting }: Status): Promise<Waiting> {
  const [held, unsigned, doubtful, drafts, changes] = await Promise.all([
    some(waiting.heldMail, () => board.mails({ campaign, state: 'held' })),
    some(waiting.unsigned, () => board.letters({ campaign, kind: 'escalation', state: 'drafted' })),
    some(waiting.doubtful, () => board.letters({ campaign, state: 'doubtful' })),
    some(waiting.draftBulletins, () => board.bulletins(campaign)),
    some(waiting.contactChanges, () => board.contactChanges(campaign, true)),
  ]);
  return { held, unsigned, doubtful, drafts: newestDrafts(drafts), changes };
}

async function some<Entry>(count: number, read: () => Promise<readonly Entry[]>): Promise<readonly Entry[]> {
  return count === 0 ? [] : read();
}

/** Of each round's newest version, if it has not been decided. */
export function newestDrafts(bulletins: readonly BulletinEntry[]): readonly BulletinEntry[] {
  const newest = [...groupBy(bulletins, ({ round }) => round).values()].map((versions) =>
    versions.reduce((one, other) => (other.version > one.version ? other : one)),
  );
  return newest.filter(({ state }) => state === 'draft');
}
