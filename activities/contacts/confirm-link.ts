import { asksToConfirm } from '../../domain/contact-ask.js';
import { contactsToken } from '../../mail/contacts-token.js';
import type { CampaignRow, CurrentPosts, PartyRow, PostRow, RoundRow } from '../../record/office-facts.js';
import type { Deps } from '../deps.js';

interface Opening {
  readonly campaign: CampaignRow;
  readonly party: PartyRow;
  readonly round: RoundRow;
  readonly posts: CurrentPosts;
  readonly at: string;
}

/** The page on which the addressee of a 调度通知 confirms the contacts, in the rounds and for those that are asked. */
export function askingLink(office: Deps['office'], { campaign, party, round, posts, at }: Opening): string | undefined {
  const holder = liaisonOf(posts);
  if (!holder) return undefined;
  const { since, confirmed_at: confirmedAt } = holder;
  if (!asksToConfirm(round.id, { since, confirmedAt }, { campaignBegan: campaign.anchored_at, at })) return undefined;
  return confirmLink(office, { campaign: campaign.id, party: party.code, holder: holder.id, until: round.closes_at });
}

export function confirmLink(
  { publicUrl, secret }: Deps['office'],
  claims: Parameters<typeof contactsToken>[0],
): string {
  return `${publicUrl}/c/${contactsToken(claims, secret)}`;
}

/** Who a letter to the liaisons is addressed to. */
export function liaisonOf(posts: CurrentPosts): PostRow | undefined {
  return posts['liaison-a'] ?? posts['liaison-b'];
}
