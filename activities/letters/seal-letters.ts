import type { Recipients } from '../../mail/compose/address-letter.js';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import type { Letter as Composed } from '../../mail/compose/draft.js';
import { buildMime, type Parcel } from '../../mail/compose/mime.js';
import { bounceAddress, replyAddress, subjectTag } from '../../mail/token.js';
import { groupBy } from '../../domain/group-by.js';
import { keepFiles } from '../../record/files.js';
import { type Letter, readLetters } from '../../record/letters.js';
import { beginSending, markUnsent } from '../../record/sending-letters.js';
import { dropAnsweredOf, withholdNotice } from '../../record/notices.js';
import { markAsked } from '../../record/confirmations.js';
import { lockTasksOfLetters } from '../../record/lock-tasks.js';
import type { LetterKind, Trx } from '../../record/schema.js';
import { calendarOf } from '../campaign-calendar.js';
import type { Deps } from '../deps.js';
import { clearToEscalate } from './clear-to-escalate.js';
import { type Background, gatherBackground } from './letter-facts.js';
import { modelLetter } from './model-letter.js';
import { sheetOf } from './opening-sheet.js';
import { addressesOf } from './recipients.js';

export interface Sealed extends Parcel {
  readonly id: number;
  readonly kind: LetterKind;
}
/** `failed`: this one cannot be composed, which is no reason to hold up the others. */
export type Sealing = Sealed | 'cancelled' | 'withheld' | 'busy' | { readonly failed: unknown };

/**
 * The last moment an answer still takes its task out of a letter. What is left is composed, kept, and written as
 * `sending`; from then on it goes as composed. Letters that are sealed together are read, kept and written together.
 */
export async function sealLetters(
  trx: Trx,
  deps: Deps,
  given: readonly Letter[],
): Promise<ReadonlyMap<number, Sealing>> {
  const letters = await withoutAnswered(trx, given);
  const outcomes = new Map<number, Sealing>(letters.map(({ id }) => [id, 'busy']));
  const ready = letters.filter(({ state }) => state === 'ready');
  for (const alike of groupBy(ready, ({ campaign, round }) => `${campaign} ${round ?? ''}`).values()) {
    for (const [id, outcome] of await sealAlike(trx, deps, alike)) outcomes.set(id, outcome);
  }
  return outcomes;
}

/** What was modelled when it was ordered carries no notices: nothing can be taken out of it. */
async function withoutAnswered(trx: Trx, letters: readonly Letter[]): Promise<readonly Letter[]> {
  const carrying = letters.filter(({ body }) => body === null).map(({ id }) => id);
  if (carrying.length === 0) return letters;
  // An order or an answer that is being written about these tasks comes wholly before this letter or wholly after it.
  await lockTasksOfLetters(trx, carrying);
  await dropAnsweredOf(trx, carrying);
  return readLetters(
    trx,
    letters.map(({ id }) => id),
  );
}

/** Letters of one campaign and round have their background in common. */
async function sealAlike(trx: Trx, deps: Deps, letters: readonly Letter[]): Promise<ReadonlyMap<number, Sealing>> {
  const outcomes = new Map<number, Sealing>();
  const escalations = letters.filter(({ kind }) => kind === 'escalation');
  let background = await gatherBackground(trx, letters);
  const withheld = new Set<number>();
  for (const letter of escalations) if (await withholdUnclear(trx, deps, letter, background)) withheld.add(letter.id);
  if (withheld.size > 0) background = await gatherBackground(trx, letters);
  const begun: Begun[] = [];
  for (const letter of letters) {
    if (!letter.body && background.noticesOf(letter.id).length === 0) {
      await markUnsent(trx, letter.id, 'cancelled', null);
      outcomes.set(letter.id, withheld.has(letter.id) ? 'withheld' : 'cancelled');
      continue;
    }
    try {
      begun.push(await begin(trx, deps, letter, background));
    } catch (failed) {
      outcomes.set(letter.id, { failed });
    }
  }
  const drafts: Draft[] = [];
  for (const each of begun) {
    try {
      drafts.push(await draft(deps, each, background));
    } catch (failed) {
      outcomes.set(each.letter.id, { failed });
    }
  }
  for (const [id, outcome] of await seal(trx, deps, drafts)) outcomes.set(id, outcome);
  return outcomes;
}

interface Draft {
  readonly letter: Letter;
  readonly composed: Composed;
  readonly recipients: Recipients;
  readonly parcel: Parcel;
  readonly at: string;
  /** Whether it asks the liaison to confirm the party's contacts. */
  readonly asks: boolean;
}

interface Begun extends Omit<Draft, 'parcel'> {
  /** Written meanwhile, in a thread of its own. */
  readonly sheet: ReturnType<typeof sheetOf>;
}

async function begin(trx: Trx, deps: Deps, letter: Letter, background: Background): Promise<Begun> {
  const at = deps.now().toISOString();
  const recipients = await addressesOf(trx, background, letter);
  const model = await modelLetter(trx, deps, letter, background, at);
  const sheet = sheetOf(deps, letter, background, model);
  // A failure is met where the sheet is waited for.
  sheet.catch(() => undefined);
  const composed = composeLetter(model, { zone: background.campaign.setup.zone });
  const asks = model.kind === 'opening' && model.confirm !== undefined;
  return { letter, composed, recipients, at, asks, sheet };
}

async function draft(deps: Deps, { sheet, ...begun }: Begun, background: Background): Promise<Draft> {
  const attached = await sheet;
  const composed = { ...begun.composed, ...(attached && { attachments: [attached] }) };
  return { ...begun, composed, parcel: await parcelOf(deps, begun.letter, background, { ...begun, composed }) };
}

async function seal(trx: Trx, deps: Deps, drafts: readonly Draft[]): Promise<readonly (readonly [number, Sealing])[]> {
  const hashes = await keepFiles(
    trx,
    deps.files,
    drafts.map(({ parcel, at }) => ({ bytes: parcel.raw, media: 'message/rfc822', at })),
  );
  const begun = await beginSending(
    trx,
    drafts.map(({ letter, composed, recipients, at }, index) => ({
      id: letter.id,
      recipients: recipients.to,
      copies: recipients.cc,
      subject: composed.subject,
      raw: hashes[index] ?? '',
      at,
      bootId: deps.bootId,
    })),
  );
  const asking = drafts.filter(({ letter: { id }, asks }) => asks && begun.has(id));
  await markAsked(
    trx,
    asking.map(({ letter: { campaign, desk: party }, at }) => ({ campaign, party, at })),
  );
  return drafts.map(
    ({ letter: { id, kind }, parcel }) => [id, begun.has(id) ? { id, kind, ...parcel } : 'busy'] as const,
  );
}

async function withholdUnclear(trx: Trx, deps: Deps, letter: Letter, background: Background): Promise<boolean> {
  const calendar = calendarOf(background.campaign, deps.holidays);
  const of = { campaign: letter.campaign, party: letter.desk, at: deps.now().getTime() };
  let withheld = false;
  for (const { id, task, round } of background.noticesOf(letter.id)) {
    const why = await clearToEscalate(trx, { ...of, task, round }, calendar, deps.mailbox);
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

function parcelOf(deps: Deps, letter: Letter, background: Background, content: Content): Promise<Parcel> {
  const { secret, domain, from, archive } = deps.office;
  const { campaign: id, desk, round, kind, token } = letter;
  const first = round && kind !== 'opening' ? background.firstIdOf(desk) : undefined;
  return buildMime({
    letter: content.composed,
    from: { name: background.campaign.setup.issuer, address: from },
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
  const { id, kind } = letter;
  const to = [...letter.recipients, ...letter.copies, ...(archive ? [archive] : [])];
  return { id, kind, raw, envelope: { from: bounceAddress(letter.token, secret, domain), to } };
}
