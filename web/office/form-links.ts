import type { FormLink } from '../../domain/form-links.js';
import type { RevokeLink } from '../../domain/office-requests.js';
import { linkToken } from '../../mail/link-token.js';
import { formUses } from '../../record/form-uses.js';
import { append } from '../../record/journal.js';
import { revokeLinks } from '../../record/posts.js';
import { readRounds } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';
import { knownCampaign, knownParty, refuseClosed, refuseStranger } from './known.js';

/** The link of a party's page in the open round, by its token, and from where it was used. */
export async function formLink(
  db: Db,
  secret: string,
  { campaign, party: code }: { readonly campaign: string; readonly party: string },
): Promise<FormLink> {
  await knownCampaign(db, campaign);
  const party = await knownParty(db, campaign, code);
  const open = (await readRounds(db, campaign)).find(({ state }) => state === 'open');
  const named = { party: code, partyName: party.name, version: party.link_version };
  if (!open) return { ...named, round: null, token: null, uses: [] };
  const place = { campaign, round: open.round, party: code };
  const token = linkToken({ ...place, version: party.link_version }, secret);
  return { ...named, round: open.round, token, uses: await formUses(db, place) };
}

/** From here on the links that were sent to a party open nothing; the new one is in its next letters. */
export async function revokeLink(
  db: Db,
  secret: string,
  { campaign: id, party, by, why, at }: RevokeLink & { readonly at: string },
): Promise<FormLink> {
  const campaign = await knownCampaign(db, id);
  refuseStranger(campaign, by);
  refuseClosed(campaign);
  await knownParty(db, id, party);
  await db.transaction().execute(async (trx) => {
    await revokeLinks(trx, { campaign: id, party });
    await append(trx, { campaign: id, at, by, act: 'revoke-link', party, why });
  });
  return formLink(db, secret, { campaign: id, party });
}
