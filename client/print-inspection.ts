import type { MailInspection } from '../mail/inspect/inspect-mail.js';
import type { Words } from './words.js';

export function inspectionText(seen: MailInspection, { mail, names }: Words): string {
  const { bounce, reference } = seen;
  return [
    mail.file(seen.file),
    mail.kind(mail.kinds[seen.kind], seen.reasons.join(names.semicolon)),
    mail.from(seen.from ?? ''),
    mail.subject(seen.subject || mail.noSubject),
    ...(reference === null ? [] : [mail.reference(reference)]),
    ...(bounce === null ? [] : [mail.bounced(bounce.recipients.join(' '), bounce.status, bounce.permanent)]),
    ...(seen.charsetDoubtful ? [mail.doubtful] : []),
    ...seen.attachments.map(({ name, bytes, accepted, reason }) =>
      mail.attachment(name, bytes, accepted, reason ?? ''),
    ),
    ...(seen.text === '' ? [] : ['', seen.text]),
  ].join('\n');
}
