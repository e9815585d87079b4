import type { PostKind, Register } from './register.js';

/** What cannot be sent while a post is missing, in the order of the ladder. */
const needed: readonly { readonly post: PostKind; readonly sentence: string }[] = [
  { post: 'liaison-a', sentence: '未登记联络员，各类通知无法送达' },
  { post: 'section', sentence: '未登记承办处室，逾期催办无法抄送' },
  { post: 'office', sentence: '未登记单位办公室，再催只送联络员' },
  { post: 'head', sentence: '未登记分管负责人，督办函无法发出' },
];

/** A sentence for each post that parties with tasks of their own have not on file; the office's own bureau needs no head. */
export function contactWarnings({ parties, tasks }: Register): readonly string[] {
  const leads = new Set(tasks.map((task) => task.lead));
  return needed.flatMap(({ post, sentence }) => {
    const without = parties
      .filter((party) => leads.has(party.code) && party.posts[post] === undefined)
      .filter((party) => post !== 'head' || party.relation !== 'own');
    return without.length === 0 ? [] : [`${without.map((party) => party.name).join('、')}${sentence}。`];
  });
}
