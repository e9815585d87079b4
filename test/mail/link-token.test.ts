import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { linkToken, readLinkToken } from '../../mail/link-token.js';

const secret = 'a secret of the office';
const claims = { campaign: 'demo', round: '2026-2', party: 'gxt' };

describe('link tokens', () => {
  it('carry their claims and version', () => {
    expect(readLinkToken(linkToken(claims, secret), secret)).toEqual({ ...claims, version: 1 });
    expect(readLinkToken(linkToken({ ...claims, version: 3 }, secret), secret)).toEqual({ ...claims, version: 3 });
  });

  it('stand in a URL as they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (campaign, round, party) => {
        const token = linkToken({ campaign, round, party }, secret);
        expect(encodeURIComponent(token)).toBe(token);
      }),
    );
  });

  it('another party cannot be claimed under the same seal', () => {
    const seal = linkToken(claims, secret).split('.')[1];
    const forged = Buffer.from(JSON.stringify([1, 'demo', '2026-2', 'czt'])).toString('base64url');
    expect(readLinkToken(`${forged}.${seal}`, secret)).toBeUndefined();
  });

  it.each(['', '.', 'a.b', 'a.b.c', linkToken(claims, 'another secret'), `${linkToken(claims, secret)}.x`])(
    'refuses %s',
    (token) => expect(readLinkToken(token, secret)).toBeUndefined(),
  );
});
