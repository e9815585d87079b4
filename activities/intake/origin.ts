import type { Authentication } from '../../mail/judge/authentication.js';
import type { MailReferences } from '../../mail/judge/mail-references.js';
import type { Letter } from '../../record/letters.js';
import type { MailPlace } from '../../record/mail-decisions.js';
import { type PartyRow, partyRow } from '../../record/office-facts.js';
import { readRounds } from '../../record/rounds.js';
import { partiesByAddress, type Sender } from '../../record/senders.js';
import type { Deps } from '../deps.js';
import { findAnswered } from './find-letter.js';
import type { OpenedMail } from './open-mail.js';

/** Where a mail comes from: trusted when its reference and its sender agree on the party. */
export type Origin = Trusted | Doubtful;

export interface Trusted {
  readonly place: Required<MailPlace> & { readonly campaign: string; readonly round: string; readonly party: string };
  readonly letter: Letter;
  /** The party's name. */
  readonly name: string;
  /** One of the party's addresses of today. */
  readonly sender: string;
}

/** `place` is as far as it can be guessed, so that the party's escalations wait for the coordinator. */
export interface Doubtful {
  readonly place: MailPlace;
  readonly doubt: string;
}

export async function originOf(
  deps: Pick<Deps, 'db' | 'office'>,
  opened: Pick<OpenedMail, 'mail' | 'authentication'>,
  references: MailReferences,
): Promise<Origin> {
  const { mail } = opened;
  const { letter, isForged } = await findAnswered(deps, references);
  if (isForged)
    return {
      place: letter ? await placeOfLetter(deps, letter) : await placeOfSender(deps, mail.from),
      doubt: '回信标记校验不符，可能系伪造或转发中被改动',
    };
  if (!letter) return withoutReference(deps, mail.from);
  const { campaign, round, desk } = letter;
  const party = await partyRow(deps.db, campaign, desk);
  if (!party) return { place: { campaign, letter: letter.id }, doubt: '所回复的函不是发给单位的函' };
  const place = { campaign, party: party.code, letter: letter.id };
  if (round === null) return { place, doubt: '所回复的函不属于任何调度期，无法确定报送期次' };
  const judged = await judgeSender(deps, opened, party);
  return 'sender' in judged
    ? { place: { ...place, round }, letter, name: party.name, sender: judged.sender }
    : { place: { ...place, round }, ...judged };
}

/** Whether the sender is one of the party's, by the address in From alone: names and other fields prove nothing. */
async function judgeSender(
  { db, office }: Pick<Deps, 'db' | 'office'>,
  { mail: { from, senders: named }, authentication }: Pick<OpenedMail, 'mail' | 'authentication'>,
  { campaign, code: party, mail_domains: domains }: PartyRow,
): Promise<{ readonly sender: string } | { readonly doubt: string }> {
  if (from === undefined) return { doubt: '来件没有写明发件人' };
  if (named.length > 1) return { doubt: `发件人栏写有${named.length}个地址，无法确定是谁` };
  const senders = await partiesByAddress(db, { campaign, email: from });
  if (senders.some((sender) => sender.party === party))
    return authentication?.verdict === 'fail' ? { doubt: authentication.finding } : { sender: from };
  if (senders.length === 0) return judgeDomain(from, domains ?? [], authentication, office.authservId !== undefined);
  const others = [...new Set(senders.map((sender) => sender.party))].join('、');
  return { doubt: `发件人登记在另一单位（${others}），与回信标记不一致` };
}

/** A colleague's address where the campaign allows it; where our server vouches for senders at all, it has to for him. */
function judgeDomain(
  from: string,
  allowed: readonly string[],
  authentication: Authentication | undefined,
  isVouching: boolean,
): { readonly sender: string } | { readonly doubt: string } {
  if (!allowed.includes(from.slice(from.lastIndexOf('@') + 1))) return { doubt: '发件人不是该单位登记的联系人' };
  if (!isVouching || authentication?.verdict === 'pass') return { sender: from };
  const finding = authentication?.finding ?? '本单位邮件服务器没有写验证结果';
  return { doubt: `发件人只有域名登记在该单位，须经验证才计入：${finding}` };
}

async function withoutReference({ db }: Pick<Deps, 'db'>, from: string | undefined): Promise<Doubtful> {
  const senders = await sendersAt(db, from);
  const doubt =
    senders.length > 0 ? '发件人已登记，但来件没有回信标记，无法确定所答函件' : '发件人未登记，来件也没有回信标记';
  return { place: await placeOf(db, senders), doubt };
}

/** Whom the letter that a mail refers to was for. */
export async function placeOfLetter(
  { db }: Pick<Deps, 'db'>,
  { id, campaign, round, desk }: Letter,
): Promise<MailPlace> {
  const party = await partyRow(db, campaign, desk);
  return { campaign, letter: id, ...(round !== null && { round }), ...(party && { party: party.code }) };
}

/** As far as the address alone says it. */
export async function placeOfSender({ db }: Pick<Deps, 'db'>, from: string | undefined): Promise<MailPlace> {
  return placeOf(db, await sendersAt(db, from));
}

async function sendersAt(db: Deps['db'], email: string | undefined): Promise<readonly Sender[]> {
  return email === undefined ? [] : partiesByAddress(db, { email });
}

/** The open round is taken along where it is the only one. */
async function placeOf(db: Deps['db'], senders: readonly Sender[]): Promise<MailPlace> {
  const campaign = only(senders.map((sender) => sender.campaign));
  if (campaign === undefined) return {};
  const party = only(senders.map((sender) => sender.party));
  const open = (await readRounds(db, campaign)).filter(({ state }) => state === 'open' || state === 'closing');
  return { campaign, party, round: only(open.map(({ round }) => round)) };
}

function only<T>(values: readonly T[]): T | undefined {
  const distinct = new Set(values);
  return distinct.size === 1 ? values[0] : undefined;
}
