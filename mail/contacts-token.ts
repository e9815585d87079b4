import { openClaims, sealClaims } from './signed-claims.js';

export interface ContactsClaims {
  readonly campaign: string;
  readonly party: string;
  /** Row of the post's holder the link was sent to: it works only while that holder is in office. */
  readonly holder: number;
  /** ISO 8601 in UTC; from then on the link opens nothing. */
  readonly until: string;
}

/** Opens the page on which a liaison confirms the party's contacts. */
export const contactsToken = ({ campaign, party, holder, until }: ContactsClaims, secret: string): string =>
  sealClaims('contacts', [campaign, party, holder, until], secret);

/** What the token opens, or undefined for one that we did not sign; whether it has expired is for the reader to see. */
export const readContactsToken = (token: string, secret: string): ContactsClaims | undefined => {
  const [campaign, party, holder, until] = openClaims('contacts', token, secret) ?? [];
  if (typeof campaign !== 'string' || typeof party !== 'string') return undefined;
  if (typeof holder !== 'number' || typeof until !== 'string') return undefined;
  return { campaign, party, holder, until };
};
