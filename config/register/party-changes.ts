import { postNames } from '../../domain/post-names.js';
import type { Party, Post, PostKind } from '../../domain/register.js';
import { contactCommand, needsNewCampaign } from './change-command.js';
import { cameOrWent, changedKeys } from './changed-keys.js';
import type { Difference } from './difference.js';
import { labelIn } from './fields.js';

/** What changed in one party; a running campaign takes over new holders of its posts, nothing else. */
export function partyChanges(before: Party | undefined, after: Party | undefined): Difference[] {
  const party = before ?? after;
  if (party === undefined) return [];
  const named = { what: `单位“${party.name}”`, where: `parties.${party.code}` };
  if (before === undefined || after === undefined) {
    return [cameOrWent(named, before?.fullName, after?.fullName, needsNewCampaign)];
  }
  const rest = changedKeys(withoutPosts(before), withoutPosts(after), {
    ...named,
    labelOf: (key) => labelIn('parties', key),
    commandFor: () => needsNewCampaign,
  });
  return [...rest, ...postKinds.flatMap((kind) => postChange(before, after, kind, named))];
}

const postKinds = ['liaison-a', 'liaison-b', 'section', 'office', 'head'] as const;

function withoutPosts({ posts: _posts, ...rest }: Party): Omit<Party, 'posts'> {
  return rest;
}

function postChange(
  before: Party,
  after: Party,
  kind: PostKind,
  { what, where }: { what: string; where: string },
): Difference[] {
  const [old, young] = [holder(before.posts[kind]), holder(after.posts[kind])];
  if (old === young) return [];
  const named = { what: `${what}的${postNames[kind]}`, where: `${where}.posts.${kind}` };
  return [cameOrWent(named, old, young, contactCommand(after, kind))];
}

const holder = (post: Post | undefined): string | undefined =>
  post && [`${post.name} <${post.email}>`, post.phone].filter(Boolean).join(' ');
