import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  bounceAddress,
  letterMessageId,
  letterToken,
  readSubjectTag,
  readToken,
  replyAddress,
  replyToken,
  subjectTag,
} from '../../mail/token.js';

const secret = 'a secret of the office';
const letter = letterToken('demo/gxt/2026-04-13T01:30:00.000Z/1', secret);

describe('reply tokens', () => {
  it('the same key makes the same letter token and Message-ID', () => {
    const key = 'demo/gxt/2026-04-13T01:30:00.000Z/1';
    expect(letterToken(key, secret)).toBe(letter);
    expect(letterMessageId(key, secret, 'ln.example')).toBe(letterMessageId(key, secret, 'ln.example'));
    expect(letterMessageId(key, secret, 'ln.example')).toMatch(/^<[a-z2-7]{24}@ln\.example>$/);
  });

  it('30,000 letters have 30,000 tokens', () => {
    const tokens = Array.from({ length: 30_000 }, (_, i) => letterToken(`demo/party/${i}/1`, secret));
    expect(new Set(tokens).size).toBe(tokens.length);
  });

  it('a local part stays within 64 lower-case characters', () => {
    for (const address of [replyAddress(letter, secret, 'ln.example'), bounceAddress(letter, secret, 'ln.example')]) {
      expect(address).toMatch(/^(reply|bounce)\+[a-z2-7]{28}@ln\.example$/);
      expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
    }
  });

  it.each([
    ['an address', (token: string) => `reply+${token}@ln.example`],
    ['an address with a name', (token: string) => `"质强办" <reply+${token}@ln.example>`],
    ['folded to upper case by a relay', (token: string) => `REPLY+${token.toUpperCase()}@LN.EXAMPLE`],
    ['behind a forged one', (token: string) => `reply+${'a'.repeat(28)}@x, reply+${token}@ln.example`],
  ])('is read from %s', (_, write) => {
    expect(readToken(write(replyToken(letter, secret)), secret)).toBe(letter);
  });

  it('a token changed in any place is refused', () => {
    const token = replyToken(letter, secret);
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'.split('')),
        (at, char) => {
          fc.pre(token[at] !== char);
          expect(readToken(token.slice(0, at) + char + token.slice(at + 1), secret)).toBeUndefined();
        },
      ),
    );
  });

  it('a token of another secret is refused', () => {
    expect(readToken(replyToken(letter, 'another secret'), secret)).toBeUndefined();
  });

  it('any text is read without harm', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(readToken(text, secret)).toBeUndefined()));
  });

  it('the subject tag is found in a reply', () => {
    expect(readSubjectTag(`回复：【催办】逾期未报${subjectTag(letter)}`)).toBe(letter);
    expect(readSubjectTag('回复：〔2026〕12号')).toBeUndefined();
  });
});
