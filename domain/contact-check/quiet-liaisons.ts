import type { ContactEntry, ContactFinding } from '../board.js';
import { chineseDay, chineseRound } from '../chinese-date.js';
import type { AskedRound, CheckedParty, ContactFacts } from '../contact-check.js';

const dayMs = 86_400_000;
/** How long a liaison may take to confirm before somebody rings. */
export const confirmWithinDays = 14;

/** A machine replied for the liaison, who was not heard of since. */
export function awayFindings(
  { away, awaySince, today }: ContactFacts,
  party: CheckedParty,
  posts: readonly ContactEntry[],
): readonly ContactFinding[] {
  const reply = away.find((one) => one.party === party.code);
  if (!reply) return [];
  const isOver = reply.until === undefined ? Date.parse(reply.at) < Date.parse(awaySince) : reply.until < today;
  if (isOver) return [];
  const holder = posts.find(({ email }) => email.toLowerCase() === reply.email?.toLowerCase());
  const until = reply.until === undefined ? '，未写明何时回来' : `，写明至${chineseDay(reply.until)}`;
  return [
    {
      ...about(party, holder ?? liaison(posts)),
      urgency: 'soon',
      kind: 'away',
      since: reply.at,
      ...(reply.until !== undefined && { until: reply.until }),
      fact: `${holder?.name ?? '联络员'}的信箱自动回复，可能外出${until}`,
      todo: '电话联系联络员B或承办处室；需有人代办的，改登代办人',
      command: ['contact', party.code, holder?.post ?? 'liaison-a', '代办人', '代办人邮箱'],
    },
  ];
}

/** Neither answer nor 收到: in the last two rounds, or ever since the liaison took over. */
export function silentFindings(
  { rounds, successors }: ContactFacts,
  party: CheckedParty,
  posts: readonly ContactEntry[],
): readonly ContactFinding[] {
  const holder = liaison(posts);
  const asked = rounds.filter((round) => round.party === party.code);
  const last = asked.slice(-2);
  const sinceThen = holder && successors.includes(postKey(holder)) ? asked.filter(isAskedOf(holder)) : [];
  const isSilentForTwo = last.length === 2 && last.every(({ heardAt }) => heardAt === null);
  const isSilentSinceThen = holder !== undefined && sinceThen.length > 0 && !sinceThen.some(isHeardBy(holder));
  if (!isSilentForTwo && !isSilentSinceThen) return [];
  const quiet = isSilentForTwo ? last : sinceThen;
  const which = quiet.map(({ round }) => chineseRound(round)).join('、');
  return [
    {
      ...about(party, holder),
      urgency: 'soon',
      kind: 'silent',
      since: quiet[0]?.opensAt ?? null,
      fact: isSilentForTwo
        ? `连续两期（${which}）没有报送，也没有回复“收到”`
        : `${holder?.name ?? '联络员'}接任以来（${which}）没有报送，也没有回复“收到”`,
      todo: '电话核实联络员是否在岗，并请其确认登记',
      command: ['contacts', 'ask', party.code],
    },
  ];
}

/** Asked whether the entry is right, and not heard of in any way since. */
export function unconfirmedFindings(
  { now, rounds }: ContactFacts,
  party: CheckedParty,
  posts: readonly ContactEntry[],
): readonly ContactFinding[] {
  const holder = posts.find(({ askedAt }) => askedAt !== null);
  const askedAt = holder?.askedAt ?? null;
  if (holder === undefined || askedAt === null) return [];
  const isAfter = (at: string | null) => at !== null && Date.parse(at) >= Date.parse(askedAt);
  const isHeard = rounds.some(({ party: code, heardAt }) => code === party.code && isAfter(heardAt));
  const days = Math.floor((Date.parse(now) - Date.parse(askedAt)) / dayMs);
  if (isAfter(holder.confirmedAt) || isHeard || days < confirmWithinDays) return [];
  return [
    {
      ...about(party, holder),
      urgency: 'later',
      kind: 'unconfirmed',
      since: askedAt,
      fact: `请${holder.name}确认岗位登记已${days}天，没有回应`,
      todo: '电话核对，或再发函询问',
      command: ['contacts', 'ask', party.code],
    },
  ];
}

function about({ code, name }: CheckedParty, holder: ContactEntry | undefined) {
  return { party: code, partyName: name, post: holder?.post ?? null, email: holder?.email ?? null, letters: [] };
}

function liaison(posts: readonly ContactEntry[]): ContactEntry | undefined {
  return posts.find(({ post }) => post === 'liaison-a') ?? posts.find(({ post }) => post === 'liaison-b');
}

export function postKey({ party, post }: Pick<ContactEntry, 'party' | 'post'>): string {
  return `${party} ${post}`;
}

function isAskedOf({ since }: ContactEntry): (round: AskedRound) => boolean {
  return ({ opensAt }) => Date.parse(opensAt) >= Date.parse(since);
}

function isHeardBy({ since }: ContactEntry): (round: AskedRound) => boolean {
  return ({ heardAt }) => heardAt !== null && Date.parse(heardAt) >= Date.parse(since);
}
