import type { PlanConcern } from './plan-concerns.js';
import type { Register } from './register.js';

/** Posts without which letters cannot be sent, in the order of the ladder. */
const needed = ['liaison-a', 'section', 'office', 'head'] as const;

export type NeededPost = (typeof needed)[number];

/** Each post that parties with tasks of their own have not on file; the office's own bureau needs no head. */
export function missingPosts({ parties, tasks }: Register): readonly PlanConcern[] {
  const leads = new Set(tasks.map((task) => task.lead));
  return needed.flatMap((post): readonly PlanConcern[] => {
    const without = parties
      .filter((party) => leads.has(party.code) && party.posts[post] === undefined)
      .filter((party) => post !== 'head' || party.relation !== 'own');
    return without.length === 0 ? [] : [{ kind: 'noPost', post, parties: without.map((party) => party.name) }];
  });
}
