import { simpleParser } from 'mailparser';
import type { LetterPaper } from '../../domain/board.js';
import { dateIn } from '../../domain/zone-time.js';
import { draftLetter } from '../../mail/compose/compose-letter.js';
import type { Draft } from '../../mail/compose/draft.js';
import type { CallsModel } from '../../mail/compose/letter-model.js';
import { setCallList } from '../../mail/docx/call-list.js';
import { letterOfHtml } from '../../mail/docx/letter-of-html.js';
import { pageCount } from '../../mail/docx/page-count.js';
import { setDocx } from '../../mail/docx/set-docx.js';
import { findLetter, type Letter } from '../../record/letters.js';
import { readCampaign } from '../../record/campaigns.js';
import { escalationFacts, escalationModel } from './escalation-facts.js';
import type { LetterRoom } from './letter-detail.js';
import { refused } from './refuse.js';

/** A letter as a Word document for 公文交换: as it went, or, for a 督办函 that waits for a signature, as it would go now. */
export async function letterPaper(room: LetterRoom, id: number): Promise<LetterPaper | undefined> {
  const letter = await findLetter(room.db, id);
  if (!letter) return undefined;
  const campaign = await readCampaign(room.db, letter.campaign);
  const zone = campaign?.setup.zone ?? 'Asia/Shanghai';
  const written = letter.sent_at ?? letter.composed_at ?? room.now().toISOString();
  const paper = { id, kind: letter.kind, date: dateIn(zone, written), number: letter.document_no };
  if (letter.kind === 'calls' && letter.body)
    return { ...paper, ...(await callPaper(letter.body as CallsModel, zone)) };
  const draft = await draftOf(room, letter, zone);
  const file = await setDocx(draft, paper.date);
  return {
    ...paper,
    addressee: (draft.salutation ?? '').replace(/[：:]$/, ''),
    title: draft.title ?? draft.subject,
    pages: pageCount(draft),
    file: file.toString('base64'),
  };
}

async function callPaper(model: CallsModel, zone: string) {
  const file = (await setCallList(model, zone)).toString('base64');
  const { subject } = draftLetter(model, zone);
  return {
    date: dateIn(zone, model.at),
    addressee: '协调岗位',
    title: subject,
    pages: Math.ceil(model.parties.length / 4),
    file,
  };
}

async function draftOf(room: LetterRoom, letter: Letter, zone: string): Promise<Draft> {
  if (letter.kind === 'bulletin') throw refused(({ bulletinLetter }) => bulletinLetter(letter.id));
  if (letter.raw !== null) return sentDraft(room, letter, letter.raw);
  const waits = letter.kind === 'escalation' && letter.state === 'drafted';
  const facts = waits ? await escalationFacts(room.db, room.holidays, letter, room.now().toISOString()) : undefined;
  if (!facts) throw refused(({ notWritten }) => notWritten(letter.id));
  return draftLetter(await escalationModel(room.db, facts), zone);
}

async function sentDraft({ files }: LetterRoom, { id, subject }: Letter, raw: string): Promise<Draft> {
  const mail = await simpleParser(Buffer.from(await files.get(raw)));
  const { html } = mail;
  if (typeof html !== 'string')
    throw new Error(`the kept mail of letter ${id} has no HTML part: expected one of our own letters`);
  return { ...letterOfHtml(html), subject: subject ?? '' };
}
