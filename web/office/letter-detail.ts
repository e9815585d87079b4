import type { HolidayData } from '../../domain/cadence.js';
import type { LetterDetail, LetterEntry } from '../../domain/board.js';
import { addressLetter } from '../../mail/compose/address-letter.js';
import { composeLetter } from '../../mail/compose/compose-letter.js';
import { readMail } from '../../mail/read/read-mail.js';
import { letterEntries } from '../../record/board-entries.js';
import type { FileStore } from '../../record/files.js';
import { findLetter, type Letter } from '../../record/letters.js';
import type { Db } from '../../record/schema.js';
import { escalationChecks } from './escalation-checks.js';
import { type EscalationFacts, escalationFacts, escalationModel } from './escalation-facts.js';

export interface LetterRoom {
  readonly db: Db;
  readonly files: FileStore;
  readonly holidays: HolidayData;
  readonly now: () => Date;
}

/** A letter with its words: as it went, or, for a 督办函 that waits for a signature, as it would go now. */
export async function letterDetail(room: LetterRoom, id: number): Promise<LetterDetail | undefined> {
  const letter = await findLetter(room.db, id);
  const entry = letter && (await entryOf(room.db, letter));
  if (!letter || !entry) return undefined;
  if (letter.raw !== null) return { ...entry, text: await sentText(room.files, letter.raw), checks: [] };
  return letter.kind === 'escalation' && letter.state === 'drafted'
    ? drafted(room, letter, entry)
    : { ...entry, text: null, checks: [] };
}

async function entryOf(db: Db, { id, campaign, kind, desk }: Letter): Promise<LetterEntry | undefined> {
  return (await letterEntries(db, { campaign, kind, desk })).find((entry) => entry.id === id);
}

/** The whole body: everything below our own marker line would pass for a quote. */
async function sentText(files: FileStore, raw: string): Promise<string> {
  return (await readMail(Buffer.from(await files.get(raw)))).full;
}

async function drafted({ db, holidays, now }: LetterRoom, letter: Letter, entry: LetterEntry): Promise<LetterDetail> {
  const facts = await escalationFacts(db, holidays, letter, now().toISOString());
  if (!facts) return { ...entry, text: null, checks: [] };
  const { zone } = facts.campaign.setup;
  const { subject, text } = composeLetter(await escalationModel(db, facts), { zone });
  return { ...entry, ...recipientsOf(facts), subject, text, checks: await escalationChecks(db, facts) };
}

/** The office's own bureau gets no 督办函: its escalation goes to the coordinators. */
function recipientsOf({ party, posts, campaign }: EscalationFacts): Pick<LetterDetail, 'to' | 'cc'> {
  if (party.relation !== 'own') return addressLetter('escalation', posts);
  return { to: campaign.setup.coordinators.map(({ email }) => email), cc: [] };
}
