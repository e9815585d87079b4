import { groupBy } from '../../domain/group-by.js';
import { addLetters, keysPlannedAt, type LetterEntry, type NewLetter } from '../../record/letters.js';
import { claimNotices, type DueNotice } from '../../record/notices.js';
import type { LetterKind, NoticeStep, Trx } from '../../record/schema.js';
import type { Deps } from '../deps.js';
import { keyPrefix, letterKey, namedLetter } from './letter-name.js';

export interface ToDraft {
  readonly campaign: string;
  readonly desk: string;
  readonly notices: readonly DueNotice[];
  /** A 督办函 that needs no signature. */
  readonly automatic?: boolean;
}

/** One letter for tasks of one desk, step, round and planned instant: written and its notices claimed, all or none. */
export async function draftLetters(
  trx: Trx,
  { office }: Pick<Deps, 'office'>,
  campaign: string,
  wanted: readonly ToDraft[],
): Promise<readonly LetterEntry[]> {
  const groups = wanted.flatMap((of) =>
    [...groupBy(of.notices, letterOf).values()].map((notices) => ({ ...of, notices })),
  );
  const plannedAt = [...new Set(groups.flatMap(({ notices }) => notices[0]?.plannedAt ?? []))];
  const numbers = numbering(await keysPlannedAt(trx, { campaign, plannedAt }));
  const letters = groups.map((group) => ({ ...group, letter: namedLetter(newLetter(group, numbers), office) }));
  const added = await addLetters(
    trx,
    letters.map(({ letter }) => letter),
  );
  const idOf = new Map(added.map(({ key, id }) => [key, id]));
  const claims = letters.flatMap(({ notices, letter }) =>
    notices.map(({ id }) => ({ id, letter: idOf.get(letter.key) ?? 0 })),
  );
  await claimNotices(trx, claims);
  return added;
}

function newLetter(
  { campaign, desk, notices, automatic }: ToDraft,
  next: (prefix: string) => number,
): Omit<NewLetter, 'messageId' | 'token'> {
  const [first] = notices;
  if (!first) throw new Error(`文书${desk}：没有可并入函件的事项，属程序错误。`);
  const { step, round, plannedAt } = first;
  const kind = letterKindOf(step);
  const addressee = isForHead(kind) ? `${desk}.head` : desk;
  const n = next(keyPrefix({ campaign, addressee, plannedAt }));
  const state = kind === 'escalation' && !automatic ? 'drafted' : 'ready';
  return { key: letterKey({ campaign, addressee, plannedAt, n }), campaign, round, desk, kind, plannedAt, state };
}

/** Stragglers of an addressee and planned instant are numbered after the letters that are there. */
function numbering(keys: readonly string[]): (prefix: string) => number {
  const taken = new Map<string, number>();
  return (prefix) => {
    const n = 1 + (taken.get(prefix) ?? keys.filter((key) => key.startsWith(`${prefix}/`)).length);
    taken.set(prefix, n);
    return n;
  };
}

function letterOf({ step, round, plannedAt }: DueNotice): string {
  return `${letterKindOf(step)} ${round} ${plannedAt}`;
}

function isForHead(kind: LetterKind): boolean {
  return kind === 'escalation' || kind === 'settled' || kind === 'unfounded';
}

export function letterKindOf(step: NoticeStep): LetterKind {
  return step === 'return-reminder' ? 'return' : step;
}
