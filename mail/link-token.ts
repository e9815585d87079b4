import { createHmac, timingSafeEqual } from 'node:crypto';

export interface LinkClaims {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
  /** Raised when a link has leaked: the office then refuses links of a lower version. */
  readonly version: number;
}

const mac = (claims: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`link\n${claims}`).digest().subarray(0, 16);

/** A URL-safe token for the answer form; it carries what it opens, so no table of links is needed. */
export const linkToken = (
  { campaign, round, party, version = 1 }: Omit<LinkClaims, 'version'> & { readonly version?: number },
  secret: string,
): string => {
  const claims = Buffer.from(JSON.stringify([version, campaign, round, party])).toString('base64url');
  return `${claims}.${mac(claims, secret).toString('base64url')}`;
};

const parseClaims = (claims: string): LinkClaims | undefined => {
  const parsed: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString());
  if (!Array.isArray(parsed)) return undefined;
  const [version, campaign, round, party]: readonly unknown[] = parsed;
  if (typeof version !== 'number') return undefined;
  if (typeof campaign !== 'string' || typeof round !== 'string' || typeof party !== 'string') return undefined;
  return { campaign, round, party, version };
};

/** What the token opens, or undefined for one that we did not sign. */
export const readLinkToken = (token: string, secret: string): LinkClaims | undefined => {
  const [claims, seal, ...rest] = token.split('.');
  if (!claims || !seal || rest.length > 0) return undefined;
  const given = Buffer.from(seal, 'base64url');
  const expected = mac(claims, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return parseClaims(claims);
};
