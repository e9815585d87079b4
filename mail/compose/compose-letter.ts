import { bulletinFiles, composeBulletin } from './bulletin-letter.js';
import { composeCalls } from './calls.js';
import { composeContacts } from './contacts.js';
import type { Draft, Letter } from './draft.js';
import { composeEscalation } from './escalation.js';
import { composeHandover } from './handover.js';
import type { LetterModel } from './letter-model.js';
import { composeNote } from './note.js';
import { composeOpening } from './opening.js';
import { composeOverdue } from './overdue.js';
import { composeOwnBureau } from './own-bureau.js';
import { composeReceipt } from './receipt.js';
import { composeReminder } from './reminder.js';
import { composeReport } from './report.js';
import { composeReturn } from './return-letter.js';
import { setHtml } from './set-html.js';
import { setText } from './set-text.js';
import { composeSettled } from './settled.js';
import { composeUnfounded } from './unfounded.js';

/** A letter before it is set as text, as HTML or for Word. */
export const draftLetter = (model: LetterModel, zone: string): Draft => {
  switch (model.kind) {
    case 'opening':
      return composeOpening(model, zone);
    case 'reminder':
      return composeReminder(model, zone);
    case 'overdue':
    case 'second-overdue':
      return composeOverdue(model, zone);
    case 'escalation':
      return model.party.relation === 'own' ? composeOwnBureau(model, zone) : composeEscalation(model, zone);
    case 'settled':
      return composeSettled(model, zone);
    case 'unfounded':
      return composeUnfounded(model, zone);
    case 'receipt':
      return composeReceipt(model, zone);
    case 'return':
      return composeReturn(model, zone);
    case 'handover':
      return composeHandover(model, zone);
    case 'calls':
      return composeCalls(model, zone);
    case 'bulletin':
      return composeBulletin(model, zone);
    case 'report':
      return composeReport(model, zone);
    case 'note':
      return composeNote(model, zone);
    case 'contacts':
      return composeContacts(model, zone);
  }
};

/** A subject is one line, whatever a register's title held. */
const oneLine = (subject: string): string => subject.replaceAll(/\s+/g, ' ').trim();

export const setLetter = (page: Draft): Letter => ({
  subject: oneLine(page.subject),
  text: setText(page),
  html: setHtml(page),
});

/** Every letter of the office, as text and as HTML; dates are printed in the campaign's zone. */
export const composeLetter = (model: LetterModel, { zone }: { readonly zone: string }): Letter => ({
  ...setLetter(draftLetter(model, zone)),
  ...(model.kind === 'bulletin' ? { attachments: bulletinFiles(model) } : {}),
});
