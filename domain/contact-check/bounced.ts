import type { ContactEntry, ContactFinding } from '../board.js';
import type { CheckedParty, ContactFacts } from '../contact-check.js';
import { postNames } from '../post-names.js';

/** Addresses of a party that refused letters since their holder is in office. */
export function bouncedFindings(
  { lost }: ContactFacts,
  { code, name: partyName }: CheckedParty,
  posts: readonly ContactEntry[],
): readonly ContactFinding[] {
  return posts.flatMap(({ post, name, email, since, bouncedAt }): ContactFinding[] => {
    const letters = lost.filter((one) => isSame(one.email, email) && Date.parse(one.at) >= Date.parse(since));
    const at = bouncedAt ?? letters[0]?.at;
    if (at === undefined) return [];
    const statuses = [...new Set(letters.flatMap(({ status }) => status ?? []))];
    return [
      {
        urgency: post === 'liaison-a' ? 'now' : 'soon',
        kind: 'bounced',
        party: code,
        partyName,
        post,
        email,
        since: at,
        letters: letters.map(({ letter }) => letter),
        fact: `${postNames[post]}${name}的信箱 ${email} 拒收${statuses.length > 0 ? `（${statuses.join('、')}）` : ''}`,
        todo: '电话核实后更正；地址无误、对方已恢复收信的，原样登记一次即可',
        command: ['contact', code, post, name, '新邮箱'],
      },
    ];
  });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
