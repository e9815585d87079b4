import { join } from 'node:path';
import { composeHtml } from '../../bulletin/compose-html.js';
import { composeDocx } from '../../bulletin/docx/compose-docx.js';
import type { MailEntry } from '../../domain/board.js';
import type { BulletinModel } from '../../domain/roll-up/bulletin-model.js';
import { editableTexts } from '../../domain/roll-up/edits.js';
import { readMail } from '../../mail/read/read-mail.js';
import { isAnswerFile } from '../../record/answer-files.js';
import { status } from '../../record/board.js';
import {
  bulletinEntries,
  campaignEntries,
  contactEntries,
  journalEntries,
  letterEntries,
  mailEntries,
  mailEntry,
} from '../../record/board-entries.js';
import { readBulletin } from '../../record/bulletins.js';
import { contactChangeEntries } from '../../record/contact-change-entries.js';
import { postHistory } from '../../record/contact-facts.js';
import type { FileStore } from '../../record/files.js';
import { readMail as readStoredMail } from '../../record/mails.js';
import type { Db } from '../../record/schema.js';
import { taskHistory } from '../../record/task-history.js';
import type { BoardReads } from '../web-deps.js';
import { contactCheck } from './contact-check.js';
import { callList } from './call-list.js';
import { formLink } from './form-links.js';
import { reportDraft } from './report-draft.js';
import { letterPaper } from './letter-paper.js';
import { letterDetail, type LetterRoom } from './letter-detail.js';

/** What the board and the client read of the record. */
export function createBoardReads(room: LetterRoom, outFolder: string, secret: string): BoardReads {
  const { db, files, now } = room;
  return {
    campaigns: () => campaignEntries(db),
    status: (campaign) => status(db, campaign, now().toISOString()),
    task: (campaign, task) => taskHistory(db, { campaign, task }),
    letters: (filter) => letterEntries(db, filter),
    letter: (id) => letterDetail(room, id),
    letterPaper: (id) => letterPaper(room, id),
    mails: (filter) => mailEntries(db, filter),
    mail: (id) => mailWithText(db, files, id),
    bulletins: (campaign) => bulletinEntries(db, campaign, (version) => laidDown(outFolder, version)),
    bulletinPage: (campaign, round, version) => bulletinPage(db, files, { campaign, round, version }),
    bulletinDocx: (campaign, round, version) => bulletinDocx(db, { campaign, round, version }),
    bulletinTexts: async (campaign, round, version) => {
      const found = await readBulletin(db, { campaign, round, version });
      return found && editableTexts(found.model as BulletinModel);
    },
    journal: (campaign, limit) => journalEntries(db, { campaign, limit }),
    report: (campaign, party) => reportDraft(db, { campaign, party, at: now().toISOString() }),
    calls: (campaign) => callList(db, campaign, now().toISOString()),
    answerFile: async (campaign, hash) =>
      (await isAnswerFile(db, { campaign, hash })) ? Buffer.from(await files.get(hash)) : undefined,
    formLink: (campaign, party) => formLink(db, secret, { campaign, party }),
    contacts: (campaign, party) => contactEntries(db, { campaign, party }),
    contactHistory: (campaign, party) => postHistory(db, { campaign, party }),
    contactCheck: (campaign) => contactCheck(room, campaign),
    contactChanges: (filter) => contactChangeEntries(db, filter),
  };
}

interface OfVersion {
  readonly campaign: string;
  readonly round: string;
  readonly version: number;
}

function laidDown(outFolder: string, { campaign, round, version }: OfVersion): string {
  return join(outFolder, campaign, 'bulletins', `${round}-v${version}.html`);
}

/** The kept page of a draft says that it is one; what was published is set without that. */
async function bulletinPage(db: Db, files: FileStore, of: OfVersion): Promise<string | undefined> {
  const found = await readBulletin(db, of);
  if (!found) return undefined;
  if (found.state === 'published') return composeHtml(found.model as BulletinModel);
  return Buffer.from(await files.get(found.html)).toString();
}

async function bulletinDocx(db: Db, of: OfVersion): Promise<Buffer | undefined> {
  const found = await readBulletin(db, of);
  if (!found) return undefined;
  return composeDocx(found.model as BulletinModel, { ...of, draft: found.state !== 'published' });
}

/** What its writer wrote; a mail that is nothing but a quote is shown whole. */
async function mailWithText(db: Db, files: FileStore, id: string): Promise<MailEntry | undefined> {
  const entry = await mailEntry(db, id);
  const stored = entry && (await readStoredMail(db, id));
  if (!entry || !stored) return undefined;
  const { text, full } = await readMail(Buffer.from(await files.get(stored.raw)));
  const changes = entry.campaign === null ? [] : await contactChangeEntries(db, { campaign: entry.campaign, mail: id });
  return { ...entry, text: text === '' ? full : text, ...(changes.length > 0 && { changes }) };
}
