import type { PostKind } from '../../domain/register.js';

export interface ContactsEntry {
  readonly id: number;
  readonly post: PostKind;
  readonly name: string;
  readonly email: string;
  readonly confirmedAt: string | null;
}

/** What a liaison's link shows: the party's posts without its head; a number only of who holds the link. */
export interface ContactsPage {
  readonly issuer: string;
  readonly title: string;
  readonly phone?: string;
  readonly zone: string;
  /** The party's short name. */
  readonly party: string;
  /** The post of who holds the link. */
  readonly own: PostKind;
  readonly ownPhone: string | null;
  readonly entries: readonly ContactsEntry[];
  readonly until: string;
}

export type ContactsOpening =
  | { readonly kind: 'page'; readonly page: ContactsPage }
  | { readonly kind: 'forged' }
  | { readonly kind: 'revoked'; readonly why: string };

export interface NewHolder {
  readonly post: PostKind;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string;
  /** Day from which it is meant. */
  readonly from: string;
}

/** `later`: laid down, and its desk could not be asked just now; a coordinator finds it among the changes. */
export type HandOverOutcome = 'applied' | 'held' | 'later';

export interface ContactsDesk {
  /** Reads the token and what it shows; changes nothing. */
  readonly open: (token: string) => Promise<ContactsOpening>;
  /** `outdated`: the entries shown are not those in force any more. */
  readonly confirm: (token: string, shown: readonly number[], at: string) => Promise<'confirmed' | 'outdated'>;
  readonly handOver: (token: string, holder: NewHolder, at: string) => Promise<HandOverOutcome>;
}
