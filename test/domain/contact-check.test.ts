import { describe, expect, it } from '@jest/globals';
import type { ContactEntry } from '../../domain/board.js';
import { checkContacts, type ContactFacts } from '../../domain/contact-check.js';
import type { PostKind } from '../../domain/register.js';

const began = '2026-01-05T01:00:00.000Z';
const kinds: readonly PostKind[] = ['liaison-a', 'liaison-b', 'section', 'office', 'head'];

function post(kind: PostKind, more: Partial<ContactEntry> = {}): ContactEntry {
  const party = more.party ?? 'gxt';
  return {
    party,
    partyName: `单位${party}`,
    post: kind,
    name: '张三',
    email: `${party}.${kind}@ln.example`,
    phone: null,
    since: began,
    bouncedAt: null,
    askedAt: null,
    confirmedAt: null,
    ...more,
  };
}

function facts(more: Partial<ContactFacts> = {}): ContactFacts {
  return {
    now: '2026-05-10T02:00:00.000Z',
    today: '2026-05-10',
    parties: [{ code: 'gxt', name: '单位gxt', relation: 'peer' }],
    posts: kinds.map((kind) => post(kind)),
    lost: [],
    rounds: [],
    away: [],
    awaySince: '2026-04-13T01:30:00.000Z',
    successors: [],
    ...more,
  };
}

function withPost(kind: PostKind, more: Partial<ContactEntry>): readonly ContactEntry[] {
  return kinds.map((each) => post(each, each === kind ? more : {}));
}

const without = (...missing: readonly PostKind[]) =>
  kinds.filter((kind) => !missing.includes(kind)).map((kind) => post(kind));
const found = (more: Partial<ContactFacts>) =>
  checkContacts(facts(more)).map(({ urgency, kind, post: about }) => [urgency, kind, about]);

describe('a register in order', () => {
  it('has no findings', () => {
    expect(checkContacts(facts())).toEqual([]);
  });

  it('is checked for parties that are asked only', () => {
    expect(checkContacts(facts({ parties: [], posts: without('liaison-a') }))).toEqual([]);
  });
});

describe('a missing post', () => {
  it.each<[readonly PostKind[], readonly unknown[]]>([
    [['liaison-a', 'liaison-b'], [['now', 'no-liaison', 'liaison-a'], ['later', 'missing', 'liaison-b']]], // prettier-ignore
    [['liaison-a'], [['soon', 'missing', 'liaison-a']]],
    [['liaison-b'], [['later', 'missing', 'liaison-b']]],
    [['head'], [['soon', 'missing', 'head']]],
    [['office', 'section'], [['later', 'missing', 'section'], ['later', 'missing', 'office']]], // prettier-ignore
  ])('%j', (missing, expected) => {
    expect(found({ posts: without(...missing) })).toEqual(expected);
  });

  it('of a head is nothing to the own bureau', () => {
    const own = [{ code: 'gxt', name: '本局', relation: 'own' }] as const;
    expect(found({ parties: own, posts: without('head') })).toEqual([]);
  });
});

describe('a bounced address', () => {
  const bouncedAt = '2026-04-13T02:00:00.000Z';
  const lost = { letter: 7, email: 'GXT.liaison-a@ln.example', status: '5.1.1', at: bouncedAt };

  it('names its letters and the status', () => {
    const [finding] = checkContacts(facts({ posts: withPost('liaison-a', { bouncedAt }), lost: [lost] }));
    expect(finding).toMatchObject({ urgency: 'now', kind: 'bounced', letters: [7], since: bouncedAt });
    expect(finding?.fact).toContain('gxt.liaison-a@ln.example 拒收（5.1.1）');
    expect(finding?.command).toEqual(['contact', 'gxt', 'liaison-a', '张三', '新邮箱']);
  });

  it('of a post that is only copied can wait', () => {
    expect(found({ posts: withPost('section', { bouncedAt }) })).toEqual([['soon', 'bounced', 'section']]);
  });

  it('is forgotten with the holder before', () => {
    expect(found({ posts: withPost('liaison-a', { since: '2026-04-20T00:00:00.000Z' }), lost: [lost] })).toEqual([]);
  });
});

describe('a silent liaison', () => {
  const round = (number: number, heardAt: string | null = null) => ({
    party: 'gxt',
    round: `2026-${number}`,
    opensAt: `2026-0${number * 2}-10T01:30:00.000Z`,
    heardAt,
  });
  const taken = { posts: withPost('liaison-a', { since: '2026-04-01T00:00:00.000Z' }), successors: ['gxt liaison-a'] };

  it.each<[string, Partial<ContactFacts>, boolean]>([
    ['two rounds in a row', { rounds: [round(1), round(2)] }, true],
    ['heard in the last one', { rounds: [round(1), round(2, '2026-04-20T00:00:00.000Z')] }, false],
    ['one round only', { rounds: [round(1)] }, false],
    ['one round since taking over', { ...taken, rounds: [round(1, began), round(2)] }, true],
    ['heard since taking over', { ...taken, rounds: [round(1), round(2, '2026-04-20T00:00:00.000Z')] }, false],
    ['took over after the call', { ...taken, rounds: [round(1)] }, false],
  ])('%s', (_, given, isSilent) => {
    expect(found(given)).toEqual(isSilent ? [['soon', 'silent', 'liaison-a']] : []);
  });
});

describe('a liaison who is away', () => {
  const reply = { party: 'gxt', email: 'gxt.liaison-b@ln.example', at: '2026-04-14T00:00:00.000Z' };

  it.each<[string, object, boolean]>([
    ['replies of this round', {}, true],
    ['replies of an earlier round', { at: '2026-02-10T00:00:00.000Z' }, false],
    ['days that have passed', { until: '2026-05-09' }, false],
    ['days to come, whenever said', { at: '2026-02-10T00:00:00.000Z', until: '2026-05-10' }, true],
  ])('%s', (_, more, isAway) => {
    expect(found({ away: [{ ...reply, ...more }] })).toEqual(isAway ? [['soon', 'away', 'liaison-b']] : []);
  });
});

describe('an entry nobody confirmed', () => {
  const askedAt = '2026-04-13T01:30:00.000Z';
  const heard = { party: 'gxt', round: '2026-2', opensAt: askedAt, heardAt: '2026-04-20T00:00:00.000Z' };

  it.each<[string, Partial<ContactFacts>, boolean]>([
    ['asked four weeks ago', {}, true],
    ['asked last week', { now: '2026-04-20T01:00:00.000Z' }, false],
    ['confirmed since', { posts: withPost('liaison-a', { askedAt, confirmedAt: askedAt }) }, false],
    ['answered since', { rounds: [heard] }, false],
  ])('%s', (_, more, isOpen) => {
    const posts = withPost('liaison-a', { askedAt });
    expect(found({ posts, ...more })).toEqual(isOpen ? [['later', 'unconfirmed', 'liaison-a']] : []);
  });
});

describe('the findings', () => {
  it('come with the most urgent first', () => {
    const other = post('liaison-a', { party: 'kjt', email: 'gxt.office@ln.example', bouncedAt: began });
    const parties = [...facts().parties, { code: 'kjt', name: '单位kjt', relation: 'peer' as const }];
    const posts = [...without('head', 'liaison-b'), other];
    expect(found({ parties, posts })).toEqual([
      ['now', 'bounced', 'liaison-a'],
      ['soon', 'missing', 'head'],
      ['soon', 'missing', 'head'],
      ['later', 'missing', 'liaison-b'],
      ['later', 'missing', 'liaison-b'],
      ['later', 'missing', 'section'],
      ['later', 'missing', 'office'],
      ['later', 'shared', 'office'],
    ]);
  });
});
