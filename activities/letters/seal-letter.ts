import type { Recipients } from '../../mail/compose/address-letter.js';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import type { Letter as Composed } from '../../mail/compose/draft.js';
import { buildMime, type Parcel } from '../../mail/compose/mime.js';
import { bounceAddress, replyAddress, subjectTag } from '../../mail/token.js';
import { keepFile } from '../../record/files.js';
import { beginSending, firstMessageId, type Letter, markUnsent, readLetter } from '../../record/letters.js';
import { dropAnswered, noticesOfLetter, withholdNotice } from '../../record/notices.js';
import { campaignRow, type CampaignRow } from '../../record/office-facts.js';
import type { Trx } from '../../record/schema.js';
import { calendarOf } from '../campaign-calendar.js';
import type { Deps } from '../deps.js';
import { clearToEscalate } from './clear-to-escalate.js';
import { modelLetter } from './model-letter.js';
import { addressesOf } from './recipients.js';

export interface Sealed extends Parcel {
  readonly id: number;
}

/**
 * The last moment an answer still takes its task out of a letter. What is left is composed, kept, and written as
 * `sending`; from then on it goes as composed.
 */
export async function sealLetter(
  trx: Trx,
  deps: Deps,
  id: number,
): Promise<Sealed | 'cancelled' | 'withheld' | 'busy'> {
  const before = await noticesOfLetter(trx, id);
  await dropAnswered(
    trx,
    before.map((notice) => notice.id),
  );
  const letter = await readLetter(trx, id);
  if (letter.state !== 'ready') return 'busy';
  const campaign = await campaignRow(trx, letter.campaign);
  const withheld = letter.kind === 'escalation' && (await withholdUnclear(trx, deps, letter, campaign));
  if (!letter.body && (await noticesOfLetter(trx, id)).length === 0) {
    await markUnsent(trx, id, 'cancelled', null);
    return withheld ? 'withheld' : 'cancelled';
  }
  return seal(trx, deps, letter, campaign);
}

async function seal(trx: Trx, deps: Deps, letter: Letter, campaign: CampaignRow): Promise<Sealed | 'busy'> {
  const at = deps.now().toISOString();
  const recipients = await addressesOf(trx, campaign, letter);
  const composed = composeLetter(await modelLetter(trx, deps, letter, at), { zone: campaign.setup.zone });
  const parcel = await parcelOf(trx, deps, letter, campaign, { composed, recipients, at });
  const raw = await keepFile(trx, deps.files, { bytes: parcel.raw, media: 'message/rfc822', at });
  const begun = await beginSending(trx, {
    id: letter.id,
    recipients: recipients.to,
    copies: recipients.cc,
    subject: composed.subject,
    raw,
    at,
    bootId: deps.bootId,
  });
  return begun ? { id: letter.id, ...parcel } : 'busy';
}

async function withholdUnclear(trx: Trx, deps: Deps, letter: Letter, campaign: CampaignRow): Promise<boolean> {
  const calendar = calendarOf(campaign, deps.holidays);
  const of = { campaign: letter.campaign, party: letter.desk, at: deps.now().getTime() };
  let withheld = false;
  for (const { id, task, round } of await noticesOfLetter(trx, letter.id)) {
    const why = await clearToEscalate(trx, { ...of, task, round }, calendar);
    if (!why) continue;
    await withholdNotice(trx, id, why);
    withheld = true;
  }
  return withheld;
}

interface Content {
  readonly composed: Composed;
  readonly recipients: Recipients;
  readonly at: string;
}

async function parcelOf(
  trx: Trx,
  deps: Deps,
  letter: Letter,
  campaign: CampaignRow,
  content: Content,
): Promise<Parcel> {
  const { secret, domain, from, archive } = deps.office;
  const { campaign: id, desk, round, kind, token } = letter;
  const first = round && kind !== 'opening' ? await firstMessageId(trx, { campaign: id, desk, round }) : undefined;
  return buildMime({
    letter: content.composed,
    from: { name: campaign.setup.issuer, address: from },
    ...content.recipients,
    messageId: letter.message_id,
    references: first ? [first] : [],
    replyTo: replyAddress(token, secret, domain),
    listId: `${id}.${desk}.${domain}`,
    subjectTag: subjectTag(token),
    date: content.at,
    envelopeFrom: bounceAddress(token, secret, domain),
    ...(archive && { archive }),
  });
}

/** The same bytes for another attempt. */
export function resealed({ office }: Deps, letter: Letter, raw: Buffer): Sealed {
  const { secret, domain, archive } = office;
  const to = [...letter.recipients, ...letter.copies, ...(archive ? [archive] : [])];
  return { id: letter.id, raw, envelope: { from: bounceAddress(letter.token, secret, domain), to } };
}
