import { sql } from 'kysely';
import type { PostKind } from '../domain/register.js';
import { askedOnce } from './read-together.js';
import type { Db } from './schema.js';

export interface Sender {
  readonly campaign: string;
  readonly party: string;
  readonly kind: PostKind;
}

/** Whose current address it is; several parties may share one. Without `campaign`, in all that are not closed. */
export const partiesByAddress = askedOnce(
  'parties by address',
  (
    db,
    { campaign, email }: { readonly campaign?: string | undefined; readonly email: string },
  ): Promise<readonly Sender[]> =>
    sendersOf(db, campaign)
      .where(sql`lower(post.email)`, '=', email.toLowerCase())
      .execute(),
);

/** Who has a current address in this domain: many, where a province gives all its offices one. */
export function partiesByDomain(
  db: Db,
  { campaign, domain }: { readonly campaign?: string | undefined; readonly domain: string },
): Promise<readonly Sender[]> {
  return sendersOf(db, campaign)
    .where(sql`split_part(lower(post.email), '@', 2)`, '=', domain.toLowerCase())
    .execute();
}

function sendersOf(db: Db, campaign: string | undefined) {
  const current = db
    .selectFrom('post')
    .innerJoin('campaign', 'campaign.id', 'post.campaign')
    .select(['post.campaign', 'post.party', 'post.kind'])
    .where('post.until', 'is', null)
    .orderBy('post.campaign')
    .orderBy('post.party')
    .orderBy('post.kind');
  return campaign === undefined
    ? current.where('campaign.state', '!=', 'closed')
    : current.where('post.campaign', '=', campaign);
}
