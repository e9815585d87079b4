import type { CampaignEntry, ContactChangeEntry } from '../domain/board.js';
import { commandLine, issuerOf, orderLine } from './command-line.js';
import { shortMailId } from './mail-id.js';
import type { Words } from './words.js';

type Campaign = Pick<CampaignEntry, 'id' | 'coordinators' | 'zone'>;

/** Each change, and below it the commands that decide on it. */
export function printContactChanges(changes: readonly ContactChangeEntry[], campaign: Campaign, words: Words): string {
  if (changes.length === 0) return words.contacts.noChanges;
  return changes.map((change) => changeLines(change, campaign, words).join('\n')).join('\n');
}

/** The holder of today, who comes, why it waits. */
export function changeLines(change: ContactChangeEntry, campaign: Campaign, words: Words): readonly string[] {
  const { id, partyName, post, state, doubts, why, decidedBy, replaced, current } = change;
  const { contacts, names } = words;
  const before = state === 'applied' ? replaced : current;
  const standing = contacts.state(contacts.states[state], decidedBy);
  const from = before === null ? contacts.vacant : holder(before);
  const reasons = [...doubts, why].filter(Boolean);
  return [
    `  ${contacts.change(id, standing, partyName, names.posts[post], from, holder(change))}`,
    `    ${[asked(change, campaign, words), ...reasons].join(names.semicolon)}`,
    ...commandsOf(change, campaign, words).map((line) => `    ${line}`),
  ];
}

function holder({ name, email, phone }: NonNullable<ContactChangeEntry['current']>): string {
  return [name, phone, `<${email}>`].filter(Boolean).join(' ');
}

function asked({ askedAt, source, effectiveOn }: ContactChangeEntry, { zone }: Campaign, words: Words): string {
  const { contacts, names } = words;
  const day = effectiveOn === null ? undefined : names.day(effectiveOn);
  return contacts.asked(names.instant(zone, askedAt), contacts.sources[source], day);
}

function commandsOf(
  { id, state, mail, replaced, source }: ContactChangeEntry,
  campaign: Campaign,
  words: Words,
): readonly string[] {
  const issuer = issuerOf(campaign, words);
  const look = mail === null ? [] : [commandLine(campaign.id, 'mail', 'show', shortMailId(mail))];
  if (state === 'held' || (state === 'asked' && source !== 'coordinator'))
    return [
      ...look,
      orderLine(issuer, 'contacts', 'approve', id),
      orderLine(issuer, 'contacts', 'refuse', id, '--why', words.status.why),
    ];
  return state === 'applied' && replaced !== null ? [orderLine(issuer, 'contacts', 'undo', id)] : [];
}
