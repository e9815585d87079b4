import { openClaims, sealClaims } from './signed-claims.js';

export interface LinkClaims {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
  /** Raised when a liaison changes: the office then refuses links of a lower version. */
  readonly version: number;
}

/** Opens the answer form of a party's round. */
export const linkToken = (
  { campaign, round, party, version = 1 }: Omit<LinkClaims, 'version'> & { readonly version?: number },
  secret: string,
): string => sealClaims('link', [version, campaign, round, party], secret);

/** What the token opens, or undefined for one that we did not sign. */
export const readLinkToken = (token: string, secret: string): LinkClaims | undefined => {
  const [version, campaign, round, party] = openClaims('link', token, secret) ?? [];
  if (typeof version !== 'number') return undefined;
  if (typeof campaign !== 'string' || typeof round !== 'string' || typeof party !== 'string') return undefined;
  return { campaign, round, party, version };
};
