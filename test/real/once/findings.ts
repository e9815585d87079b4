import type { Reply } from './replies.js';
import type { SmallCampaign } from './campaigns.js';
import type { StruckLedger } from './struck-ledger.js';

/** What is not as it must be: for everything exactly one effect. Empty when it is. */
export type Findings = readonly string[];

/** One mail: one row, no workflow that did not end well, one answer of one version, one receipt that left once, and out of the inbox. */
export function findingsOnMail(ledger: StruckLedger, { mail, kind, messageId }: Reply): Findings {
  const answers = ledger.answers.filter((answer) => answer.mail === mail);
  const [answer] = answers;
  const task = ledger.tasks.find(({ campaign, number }) => campaign === answer?.campaign && number === answer.task);
  const ofTask = ledger.answers.filter((other) => other.campaign === answer?.campaign && other.task === answer.task);
  const receipts = ledger.letters.filter(({ key }) => key.includes(`/receipt/${mail}/`));
  return [
    ...differs('rows', ledger.mails.filter(({ id }) => id === mail).map(({ state }) => state), [kind === 'stranger' ? 'released' : 'delivered']), // prettier-ignore
    ...differs('workflows', [...new Set(ledger.intakes.get(mail))], ['COMPLETED']),
    ...differs('answers', answers.map(({ channel, outcome }) => `${channel} ${outcome}`), [`${kind === 'sheet' ? 'sheet' : 'reply'} answered`]), // prettier-ignore
    ...differs(
      'versions',
      ofTask.map(({ version }) => version),
      [1],
    ),
    ...differs('standing', [task?.standing], ['answered']),
    ...differs(
      'receipts',
      receipts.map(({ state }) => state),
      ['sent'],
    ),
    ...receipts.flatMap((receipt) => findingsOnLetter(ledger, receipt)),
    ...differs(
      'processed',
      ledger.processed.filter((id) => id === messageId),
      [messageId],
    ),
  ];
}

/** A letter that left is at the relay once. */
export function findingsOnLetter(
  { passed }: StruckLedger,
  { message_id: id, kind, desk, state }: StruckLedger['letters'][number],
): Findings {
  const times = passed.filter((messageId) => messageId === id).length;
  return times === (state === 'sent' ? 1 : 0) ? [] : [`${kind} to ${desk}: ${state}, came ${times} times`];
}

/** One opening for each of its parties. */
export function findingsOnOpenings(ledger: StruckLedger, { id, parties }: SmallCampaign): Findings {
  const openings = ledger.letters.filter(({ campaign, kind }) => campaign === id && kind === 'opening');
  const left = openings.map(({ desk, state }) => `${desk} ${state}`).toSorted();
  return [
    ...differs('openings', left, parties.map((party) => `${party} sent`)),
    ...openings.flatMap((opening) => findingsOnLetter(ledger, opening)),
  ]; // prettier-ignore
}

/** Every head was written to once, and every task knows it. */
export function findingsOnEscalations(ledger: StruckLedger, { id, parties }: SmallCampaign): Findings {
  const letters = ledger.letters.filter(({ campaign, kind }) => campaign === id && kind === 'escalation');
  const left = letters.map(({ desk, state }) => `${desk} ${state}`).toSorted();
  const standings = ledger.tasks.filter(({ campaign }) => campaign === id).map(({ standing }) => standing);
  return [
    ...differs('escalations', left, parties.map((party) => `${party} sent`)),
    ...differs('standings', standings, parties.map(() => 'escalated')),
    ...letters.flatMap((letter) => findingsOnLetter(ledger, letter)),
  ]; // prettier-ignore
}

/** One bulletin, published, and mailed once. */
export function findingsOnBulletin(ledger: StruckLedger, { id }: SmallCampaign): Findings {
  const versions = ledger.bulletins.filter(({ campaign }) => campaign === id);
  const letters = ledger.letters.filter(({ campaign, kind }) => campaign === id && kind === 'bulletin');
  return [
    ...differs('bulletins', versions.map(({ state, version }) => `${version} ${state}`), ['1 published']),
    ...differs('bulletin letters', letters.map(({ state }) => state), ['sent']),
    ...letters.flatMap((letter) => findingsOnLetter(ledger, letter)),
  ]; // prettier-ignore
}

function differs(what: string, found: readonly unknown[], expected: readonly unknown[]): Findings {
  const [is, must] = [JSON.stringify(found), JSON.stringify(expected)];
  return is === must ? [] : [`${what}: ${is}, not ${must}`];
}
