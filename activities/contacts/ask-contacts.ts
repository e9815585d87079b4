import { ApplicationFailure } from '@temporalio/common';
import type { Recipients } from '../../mail/compose/address-letter.js';
import type { ConfirmContactsModel } from '../../mail/compose/letter-model.js';
import { confirmable, markAsked } from '../../record/confirmations.js';
import { append } from '../../record/journal.js';
import { addLetters } from '../../record/letters.js';
import { campaignRow, currentPosts, partyRow } from '../../record/office-facts.js';
import { readRounds } from '../../record/rounds.js';
import { announce } from '../announce.js';
import type { Deps } from '../deps.js';
import { letterParty } from '../letters/letter-facts.js';
import { namedLetter } from '../letters/letter-name.js';
import { confirmLink, liaisonOf } from './confirm-link.js';

export interface AskContacts {
  readonly campaign: string;
  readonly desk: string;
  readonly by: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly why?: string;
}

const validDays = 30;

/** A letter of its own that asks the liaison to confirm; run again, it is the same letter. */
export async function askContacts(deps: Deps, { campaign, desk, by, at, why }: AskContacts): Promise<void> {
  const { db, office } = deps;
  const body = await modelOf(deps, campaign, desk, at);
  const instant = new Date(at).toISOString();
  const open = (await readRounds(db, campaign)).find(({ state }) => state === 'open');
  const key = `${campaign}/${desk}.contacts/${instant}/confirm`;
  const named = {
    key,
    campaign,
    round: open?.round ?? null,
    desk,
    kind: 'contacts',
    plannedAt: instant,
    body,
  } as const;
  await db.transaction().execute(async (trx) => {
    await addLetters(trx, [namedLetter({ ...named, state: 'ready' }, office)]);
    await markAsked(trx, [{ campaign, party: desk, at: instant }]);
    await append(trx, { campaign, at: instant, by, act: 'ask-contacts', party: desk, why });
  });
  await announce(deps, campaign, desk, at);
}

async function modelOf(
  { db, office }: Deps,
  id: string,
  desk: string,
  at: number,
): Promise<ConfirmContactsModel & { readonly sendTo: Recipients }> {
  const { setup } = await campaignRow(db, id);
  const party = await partyRow(db, id, desk);
  const holder = party && liaisonOf(await currentPosts(db, id, desk));
  if (!party || !holder)
    throw ApplicationFailure.nonRetryable(`${party?.name ?? desk}未登记联络员，无人可问；请先用 shuangyue contact 补登。`, 'Refused'); // prettier-ignore
  const until = new Date(at + validDays * 86_400_000).toISOString();
  const entries = await confirmable(db, { campaign: id, party: desk });
  return {
    kind: 'contacts',
    about: 'confirm',
    campaign: setup,
    at: new Date(at).toISOString(),
    party: letterParty(party),
    entries: entries.map(({ kind: post, name, email, phone }) => ({ post, name, email, ...(phone && { phone }) })),
    link: confirmLink(office, { campaign: id, party: desk, holder: holder.id, until }),
    until,
    sendTo: { to: [holder.email], cc: [] },
  };
}
