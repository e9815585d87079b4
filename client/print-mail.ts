import type { CampaignEntry, MailEntry } from '../domain/board.js';
import { shortMailId } from './mail-id.js';
import { changeLines } from './print-contact-changes.js';
import { table } from './table.js';
import type { Words } from './words.js';

export function printMails(mails: readonly MailEntry[], zone: string, { mail, names }: Words): string {
  if (mails.length === 0) return mail.none;
  const rows = mails.map(({ id, receivedAt, from, subject, party, reasons, toEnter }) => [
    shortMailId(id),
    names.instant(zone, receivedAt),
    party ?? '',
    from,
    subject || mail.noSubject,
    [...reasons, ...(toEnter === null ? [] : [mail.files(toEnter.join(names.comma))])].join(names.semicolon),
  ]);
  return table(mail.head, rows);
}

export function printMail(
  entry: MailEntry,
  campaign: Pick<CampaignEntry, 'id' | 'coordinators' | 'zone'>,
  words: Words,
): string {
  const { mail, names } = words;
  return [
    mail.id(entry.id),
    mail.received(names.instant(campaign.zone, entry.receivedAt)),
    mail.from(entry.from),
    mail.subject(entry.subject || mail.noSubject),
    ...(entry.party === null ? [] : [mail.party(entry.party)]),
    ...(entry.round === null ? [] : [mail.round(entry.round)]),
    ...entry.reasons.map(mail.reason),
    ...(entry.toEnter === null ? [] : [mail.files(entry.toEnter.join(names.comma))]),
    ...(entry.changes ?? []).flatMap((change) => changeLines(change, campaign, words)),
    ...(entry.text === undefined ? [] : ['', entry.text]),
  ].join('\n');
}
