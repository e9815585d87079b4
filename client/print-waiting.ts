import type { LetterEntry, MailEntry, Status } from '../domain/board.js';
import { commandLine, issuerOf, orderLine, type Issuer } from './command-line.js';
import { fitted } from './display-width.js';
import { changeLines } from './print-contact-changes.js';
import { shortMailId } from './mail-id.js';
import type { StatusView } from './print-status.js';
import type { Waiting } from './waiting.js';

/** Each thing that waits, and below it the commands that settle it, whole and ready to be copied. */
export function waitingLines(
  status: Status,
  { held, unsigned, doubtful, drafts, changes }: Waiting,
  view: StatusView,
): readonly string[] {
  const { status: said, names } = view.words;
  const campaign = issuerOf(view.campaign, view.words);
  const nameOf = (code: string) => status.parties.find((party) => party.code === code)?.name ?? code;
  const item = (text: string, ...commands: readonly string[]) => itemText(text, commands, view);
  return [
    ...unsigned.map((letter, index) =>
      item(
        said.unsigned(letter.id, nameOf(letter.desk), letter.tasks.join(names.enumeration)),
        commandLine(campaign.id, 'letters', letter.id),
        orderLine(campaign, 'sign', letter.id),
        ...(unsigned.length > 1 && index === unsigned.length - 1
          ? [`${said.signAll}${names.colon}${orderLine(campaign, 'sign', '--all')}`]
          : []),
      ),
    ),
    ...held.map((mail) => (mail.toEnter === null ? heldItem : unreadItem)(campaign, mail, view)),
    ...drafts.map(({ round, version, title }) =>
      item(
        said.draft(round, version, title),
        commandLine(campaign.id, 'bulletin', 'show', round),
        orderLine(campaign, 'bulletin', 'approve', round),
      ),
    ),
    ...doubtful.map((letter) => doubtfulItem(campaign, letter, nameOf(letter.desk), view)),
    ...changes.flatMap((change) => changeLines(change, view.campaign, view.words)),
  ];
}

function itemText(text: string, commands: readonly string[], { paint, columns }: StatusView): string {
  const head = `• ${text}`;
  return [
    `  ${columns === undefined ? head : fitted(head, columns - 2)}`,
    ...commands.map((command) => `      ${paint('cyan', command)}`),
  ].join('\n');
}

function heldItem(
  campaign: Issuer,
  { id, from, receivedAt, subject, reasons, party }: MailEntry,
  view: StatusView,
): string {
  const { status: said, names } = view.words;
  const why = reasons.length === 0 ? '' : names.bracket(reasons.join(names.semicolon));
  const mail = shortMailId(id);
  return itemText(
    said.held(names.instant(view.campaign.zone, receivedAt), from, subject || said.noSubject, why),
    [
      commandLine(campaign.id, 'mail', 'show', mail),
      orderLine(campaign, 'mail', 'release', mail, '--party', party ?? said.partyCode),
      orderLine(campaign, 'mail', 'refuse', mail, '--why', said.why),
    ],
    view,
  );
}

function unreadItem(campaign: Issuer, mail: MailEntry, view: StatusView): string {
  const { status: said, names } = view.words;
  const id = shortMailId(mail.id);
  const files = mail.toEnter?.join(names.comma) ?? '';
  return itemText(
    said.toEnter(names.instant(view.campaign.zone, mail.receivedAt), mail.from, mail.subject || said.noSubject, files),
    [
      commandLine(campaign.id, 'mail', 'show', id),
      orderLine(campaign, 'answer', said.taskNumber, '--mail', id, '--rating', said.rating),
      orderLine(campaign, 'mail', 'refuse', id, '--why', said.why),
    ],
    view,
  );
}

function doubtfulItem(campaign: Issuer, { id, to, failure }: LetterEntry, party: string, view: StatusView): string {
  const { status: said, names } = view.words;
  return itemText(
    said.doubtful(id, party, to.join(names.comma), failure ?? said.verifyFirst),
    [`${said.resend}${names.colon}${orderLine(campaign, 'sign', id)}`],
    view,
  );
}
