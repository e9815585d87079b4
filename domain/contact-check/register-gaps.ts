import type { ContactEntry, ContactFinding } from '../board.js';
import type { CheckedParty, ContactFacts } from '../contact-check.js';
import { groupBy } from '../group-by.js';
import { postNames } from '../post-names.js';
import type { PostKind } from '../register.js';

/** What cannot be sent while a post is missing. */
const gaps: readonly { readonly post: PostKind; readonly consequence: string }[] = [
  { post: 'liaison-a', consequence: '各类通知无法送达' },
  { post: 'head', consequence: '督办函无法发出' },
  { post: 'liaison-b', consequence: '联络员A外出时无人接替' },
  { post: 'section', consequence: '逾期催办无法抄送' },
  { post: 'office', consequence: '再催只送联络员' },
];

/** Posts that are not on file; the office's own bureau needs no head. */
export function missingFindings(
  { code, name: partyName, relation }: CheckedParty,
  posts: readonly ContactEntry[],
): readonly ContactFinding[] {
  const present = new Set(posts.map(({ post }) => post));
  return gaps
    .filter(({ post }) => !present.has(post) && !(post === 'head' && relation === 'own'))
    .map(({ post, consequence }) => ({
      urgency: urgencyOf(post, present),
      kind: post === 'liaison-a' && !present.has('liaison-b') ? 'no-liaison' : 'missing',
      party: code,
      partyName,
      post,
      email: null,
      since: null,
      letters: [],
      fact: `未登记${postNames[post]}，${consequence}`,
      todo: '请该单位提供后补登',
      command: ['contact', code, post, '姓名', '邮箱'],
    }));
}

function urgencyOf(post: PostKind, present: ReadonlySet<PostKind>): ContactFinding['urgency'] {
  if (post === 'liaison-a') return present.has('liaison-b') ? 'soon' : 'now';
  return post === 'head' ? 'soon' : 'later';
}

/** One address that several parties share: its answers cannot be told apart by their sender. */
export function sharedFindings({ posts, parties }: ContactFacts): readonly ContactFinding[] {
  const asked = new Set(parties.map(({ code }) => code));
  const addresses = groupBy(posts, ({ email }) => email.toLowerCase());
  return [...addresses.values()].flatMap((holders): ContactFinding[] => {
    const [first, ...others] = [...groupBy(holders, ({ party }) => party).values()].flatMap((own) => own[0] ?? []);
    if (!first || others.length === 0 || !holders.some(({ party }) => asked.has(party))) return [];
    const all = [first, ...others].map(({ partyName, post }) => `${partyName}${postNames[post]}`);
    return [
      {
        urgency: 'later',
        kind: 'shared',
        party: first.party,
        partyName: first.partyName,
        post: first.post,
        email: first.email,
        since: null,
        letters: [],
        fact: `${all.join('、')}登记了同一个信箱 ${first.email}`,
        todo: '确系一人兼任的不必处理，来信仍按回信标记区分单位；否则更正',
        command: ['contact', first.party, first.post, first.name, '邮箱'],
      },
    ];
  });
}
