import { letterMessageId, letterToken } from '../../mail/token.js';
import type { NewLetter } from '../../record/letters.js';
import type { OfficeAddress } from '../deps.js';

/** `campaign/addressee/instant/n`: who writes the same letter again finds it written. */
export function letterKey(of: { campaign: string; addressee: string; plannedAt: string; n: number }): string {
  return `${keyPrefix(of)}/${of.n}`;
}

export function keyPrefix(of: { campaign: string; addressee: string; plannedAt: string }): string {
  return `${of.campaign}/${of.addressee}/${of.plannedAt}`;
}

/** A letter's token and Message-ID follow from its key, so a run after a crash makes the same ones. */
export function namedLetter(letter: Omit<NewLetter, 'messageId' | 'token'>, office: OfficeAddress): NewLetter {
  return {
    ...letter,
    token: letterToken(letter.key, office.secret),
    messageId: letterMessageId(letter.key, office.secret, office.domain),
  };
}
