import { readMail as parseMail } from '../../mail/read/read-mail.js';
import { mailEntries, mailEntry } from '../../record/board-entries.js';
import type { FileStore } from '../../record/files.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { type MailRecord, readMail } from '../../record/mails.js';
import { partyRows } from '../../record/office-facts.js';
import { readRounds } from '../../record/rounds.js';
import type { Db } from '../../record/schema.js';
import { tasksToEnter } from '../../record/tasks-to-enter.js';
import type { EntryDesk, EntryPlace, MailOpened } from '../entry/entry.js';
import type { Accounting } from './account-answer.js';
import { enterMail } from './enter-mail.js';
import { formOf } from './open-form.js';
import { mediaOf, showFile } from './show-file.js';

/** Lays a mail that nobody could read by machine beside the form, and takes what a coordinator types from it. */
export function createEntryDesk(accounting: Accounting, files: FileStore): EntryDesk {
  const { db } = accounting;
  return {
    open: (place) => openMail(db, files, place),
    file: async ({ campaign, mail: id, index }) => {
      const stored = await mailOf(db, campaign, id);
      const found = stored && (await attachmentsOf(files, stored))[index];
      return found && { name: found.name, content: found.content, media: mediaOf(found.content) };
    },
    enter: (entering) => enterMail(accounting, entering),
  };
}

async function mailOf(db: Db, campaign: string, id: string): Promise<MailRecord | undefined> {
  const stored = await readMail(db, id);
  return stored && (stored.campaign ?? campaign) === campaign ? stored : undefined;
}

async function attachmentsOf(files: FileStore, { raw }: MailRecord) {
  return (await parseMail(Buffer.from(await files.get(raw)))).attachments;
}

async function openMail(db: Db, files: FileStore, place: EntryPlace): Promise<MailOpened | undefined> {
  const { campaign, mail: id } = place;
  const [stored, entry] = [await mailOf(db, campaign, id), await mailEntry(db, id)];
  if (!stored || !entry) return undefined;
  const { text, full, attachments } = await parseMail(Buffer.from(await files.get(stored.raw)));
  const [party, round] = [place.party ?? stored.party, place.round ?? stored.round];
  const found = party !== null && round !== null ? await formOf(db, { campaign, party, round }) : undefined;
  const typed = (await answersOfMail(db, id)).filter(({ channel }) => channel === 'coordinator');
  return {
    mail: { ...entry, text: text === '' ? full : text },
    files: await Promise.all(attachments.map(showFile)),
    party: found?.party.code ?? null,
    round: found?.round.round ?? null,
    form: stored.state === 'held' && found && found.round.state !== 'planned' ? found.form : null,
    toEnter: await tasksToEnter(db, id),
    entered: [...new Set(typed.map(({ task }) => task))],
    next: await nextToEnter(db, campaign, id),
    parties: (await partyRows(db, campaign))
      .toSorted((one, other) => one.position - other.position)
      .map(({ code, name }) => ({ code, name })),
    rounds: (await readRounds(db, campaign))
      .filter(({ state }) => state !== 'planned' && state !== 'skipped')
      .map(({ round: opened }) => opened)
      .toReversed(),
  };
}

/** The oldest of those that wait. */
async function nextToEnter(db: Db, campaign: string, but: string): Promise<MailOpened['next']> {
  const held = await mailEntries(db, { campaign, state: 'held' });
  return held.findLast(({ id, toEnter }) => id !== but && toEnter !== null) ?? null;
}
