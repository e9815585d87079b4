import type { Post, PostKind } from '../../domain/register.js';
import type { LetterModel } from './letter-model.js';

/** Letters that go to a party's posts; the rest goes to the coordinators or the bulletin's readers. */
export type PartyLetterKind = Exclude<LetterModel['kind'], 'calls' | 'bulletin' | 'report' | 'note' | 'contacts'>;

interface Addressing {
  readonly to: readonly PostKind[];
  readonly cc: readonly PostKind[];
}

/** A letter goes to a post, not to a crowd: the head only by 督办函, 办结告知 and its withdrawal. */
export const addressing: Readonly<Record<PartyLetterKind, Addressing>> = {
  opening: { to: ['liaison-a'], cc: ['liaison-b'] },
  reminder: { to: ['liaison-a'], cc: ['liaison-b'] },
  overdue: { to: ['liaison-a', 'liaison-b'], cc: ['section'] },
  'second-overdue': { to: ['liaison-a', 'liaison-b', 'office'], cc: ['section'] },
  escalation: { to: ['head'], cc: ['liaison-a', 'liaison-b'] },
  settled: { to: ['head'], cc: ['liaison-a', 'liaison-b'] },
  unfounded: { to: ['head'], cc: ['liaison-a', 'liaison-b'] },
  receipt: { to: [], cc: ['liaison-a'] },
  return: { to: [], cc: ['liaison-a'] },
  handover: { to: ['liaison-a'], cc: ['liaison-b'] },
};

type Addresses = Readonly<Partial<Record<PostKind, Pick<Post, 'email'>>>>;

export interface Recipients {
  readonly to: readonly string[];
  readonly cc: readonly string[];
}

const present = (posts: Addresses, kinds: readonly PostKind[]): readonly string[] =>
  kinds.flatMap((kind) => posts[kind]?.email ?? []);

const without = (addresses: readonly string[], taken: readonly string[]): readonly string[] => {
  const seen = new Set(taken.map((address) => address.toLowerCase()));
  return addresses.filter((address) => !seen.has(address.toLowerCase()) && seen.add(address.toLowerCase()));
};

const addressees = (kind: PartyLetterKind, posts: Addresses, reporter: string | undefined): readonly string[] => {
  const { to } = addressing[kind];
  if (to.length === 0 && reporter) return [reporter];
  const named = present(posts, to);
  if (named.length > 0 || to.includes('head')) return named;
  // A party with one liaison on file only, or an answer that a coordinator entered.
  return present(posts, ['liaison-a', 'liaison-b']).slice(0, 1);
};

/**
 * Who gets a letter. `reporter` is who sent the answer that a receipt or return is about. Nobody in `to` means that
 * the register has no such post: the caller tells the coordinators.
 */
export const addressLetter = (kind: PartyLetterKind, posts: Addresses, reporter?: string): Recipients => {
  const to = without(addressees(kind, posts, reporter), []);
  return { to, cc: without(present(posts, addressing[kind].cc), to) };
};
