import { describe, expect, it } from '@jest/globals';
import type { Post, PostKind } from '../../domain/register.js';
import { addressLetter, type PartyLetterKind } from '../../mail/compose/address-letter.js';

const post = (name: string): Post => ({ name, email: `${name}@ln.example` });
const posts: Record<PostKind, Post> = {
  'liaison-a': post('a'),
  'liaison-b': post('b'),
  section: post('section'),
  office: post('office'),
  head: post('head'),
};
const at = (names: string): readonly string[] =>
  names.split(' ').flatMap((name) => (name ? [`${name}@ln.example`] : []));

describe('who gets a letter', () => {
  it.each<[PartyLetterKind, string, string]>([
    ['opening', 'a', 'b'],
    ['reminder', 'a', 'b'],
    ['overdue', 'a b', 'section'],
    ['second-overdue', 'a b office', 'section'],
    ['escalation', 'head', 'a b'],
    ['settled', 'head', 'a b'],
    ['unfounded', 'head', 'a b'],
    ['handover', 'a', 'b'],
  ])('%s goes to %s with a copy to %s', (kind, to, cc) => {
    expect(addressLetter(kind, posts)).toEqual({ to: at(to), cc: at(cc) });
  });

  it('a letter to liaisons never reaches the head', () => {
    const kinds: PartyLetterKind[] = [
      'opening',
      'reminder',
      'overdue',
      'second-overdue',
      'receipt',
      'return',
      'handover',
    ];
    for (const kind of kinds) {
      const { to, cc } = addressLetter(kind, posts, 'colleague@ln.example');
      expect([...to, ...cc]).not.toContain('head@ln.example');
    }
  });

  it('a receipt goes to who reported, with a copy to the liaison', () => {
    expect(addressLetter('receipt', posts, 'x@ln.example')).toEqual({ to: at('x'), cc: at('a') });
  });

  it('a liaison who reported gets one receipt, not two', () => {
    expect(addressLetter('receipt', posts, 'A@ln.example')).toEqual({ to: ['A@ln.example'], cc: [] });
  });

  it('a party with one liaison only is still written to', () => {
    const { 'liaison-a': _, ...rest } = posts;
    expect(addressLetter('opening', rest)).toEqual({ to: at('b'), cc: [] });
  });

  it('an escalation without a head has no recipient rather than another', () => {
    const { head: _, ...rest } = posts;
    expect(addressLetter('escalation', rest).to).toEqual([]);
  });
});
