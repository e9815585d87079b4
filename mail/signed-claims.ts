import { createHmac, timingSafeEqual } from 'node:crypto';

const mac = (purpose: string, claims: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(`${purpose}\n${claims}`).digest().subarray(0, 16);

/** A URL-safe token that carries what it opens, so no table of links is needed. One purpose's tokens open no other's. */
export const sealClaims = (purpose: string, values: readonly unknown[], secret: string): string => {
  const claims = Buffer.from(JSON.stringify(values)).toString('base64url');
  return `${claims}.${mac(purpose, claims, secret).toString('base64url')}`;
};

/** What a token carries, or undefined for one that we did not sign for this purpose. */
export const openClaims = (purpose: string, token: string, secret: string): readonly unknown[] | undefined => {
  const [claims, seal, ...rest] = token.split('.');
  if (!claims || !seal || rest.length > 0) return undefined;
  const given = Buffer.from(seal, 'base64url');
  const expected = mac(purpose, claims, secret);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return peekClaims(token);
};

/** What a token carries, whoever signed it: where the secret is not known. */
export const peekClaims = (token: string): readonly unknown[] | undefined => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};
