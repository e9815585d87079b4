import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeHtml } from '../bulletin/compose-html.js';
import { composeDocx } from '../bulletin/docx/compose-docx.js';
import { composeText } from '../bulletin/compose-text.js';
import { wordMedia } from '../documents/word-media.js';
import type { BulletinModel } from '../domain/roll-up/bulletin-model.js';
import { corrections } from '../domain/roll-up/corrections.js';
import { plain } from '../domain/roll-up/prose.js';
import { rollUp } from '../domain/roll-up.js';
import type { BulletinModel as BulletinLetter } from '../mail/compose/letter-model.js';
import { officeDesk } from '../workflows/api.js';
import {
  type BulletinRecord,
  type BulletinVersion,
  decideBulletin,
  publishBulletin,
  readBulletin,
  saveDraft,
} from '../record/bulletins.js';
import { keepFile } from '../record/files.js';
import { append } from '../record/journal.js';
import { addLetters } from '../record/letters.js';
import { campaignRow, roundRow } from '../record/office-facts.js';
import { gatherRound } from './bulletin/gather-round.js';
import { calendarOf, remindMs } from './campaign-calendar.js';
import type { Deps } from './deps.js';
import { letterRound } from './letters/letter-facts.js';
import { letterKey, namedLetter } from './letters/letter-name.js';
import { sendLetter } from './letters/send-letter.js';
import { tellCoordinators } from './tell-coordinators.js';

interface OfBulletin {
  readonly campaign: string;
  readonly round: string;
  readonly at: number;
}
interface OfVersion extends OfBulletin {
  readonly version: number;
}

interface Publication extends OfVersion {
  readonly by: string;
  /** The published version that this one corrects. */
  readonly corrects?: number;
}

export interface BulletinDraft {
  readonly version: number;
  readonly title: string;
  readonly publishesItself: boolean;
  readonly remindAfterMs: number;
}

export function createBulletinActivities(deps: Deps) {
  const { db } = deps;

  return {
    /** Rolls the round up from the record and keeps it as the next draft. */
    async composeBulletin({
      campaign,
      round,
      at,
      corrects,
    }: OfBulletin & { readonly corrects?: number }): Promise<BulletinDraft> {
      const composedAt = iso(at);
      const { setup, ...row } = await campaignRow(db, campaign);
      const model = rollUp(await gatherRound(db, { campaign, round, at: composedAt, ...(corrects && { corrects }) }));
      const page = Buffer.from(await composeHtml(model, { draft: true }));
      const html = await keepFile(db, deps.files, { bytes: page, media: 'text/html', at: composedAt });
      const version = await saveDraft(db, { campaign, round, issue: model.issue, model, html, composedAt });
      const title = plain(model.title.spans);
      await tellCoordinators(deps, {
        campaign,
        about: `bulletin/${campaign}/${round}/${version}`,
        text: `${round}期简报（第${version}版）待审：${title}。shuangyue bulletin approve ${round} --as 代码。`,
      });
      const calendar = calendarOf({ ...row, setup }, deps.holidays);
      return { version, title, publishesItself: setup.publish === 'automatic', remindAfterMs: remindMs(calendar) };
    },

    async remindOfBulletin({ campaign, round, version, at }: OfVersion): Promise<void> {
      const about = `bulletin/${campaign}/${round}/${version}/${iso(at).slice(0, 13)}`;
      await tellCoordinators(deps, { campaign, about, text: `${round}期简报（第${version}版）仍待审定。` });
    },

    async returnBulletin({
      campaign,
      round,
      version,
      by,
      at,
      why,
    }: OfVersion & { by: string; why?: string }): Promise<void> {
      await db.transaction().execute(async (trx) => {
        await decideBulletin(trx, { campaign, round, version, decision: 'returned', by, at: iso(at), why });
        await append(trx, { campaign, at: iso(at), by, act: 'return-bulletin', round, why });
      });
    },

    /** Approved and published in one: kept as a file, mailed to whom the campaign names. Run again, it goes on. */
    async publishBulletin(order: Publication): Promise<{ path: string }> {
      const { campaign, round, version, by, at, corrects } = order;
      const draft = await readBulletin(db, { campaign, round, version });
      if (!draft) throw new Error(`没有${round}期简报第${version}版。`);
      const model = await correcting(draft, corrects);
      const page = await composeHtml(model, {});
      const docx = await composeDocx(model, { campaign, version });
      const path = await layDown({ campaign, round, version }, page, docx);
      if (draft.state !== 'published') {
        await db.transaction().execute(async (trx) => {
          await decideBulletin(trx, { campaign, round, version, decision: 'approved', by, at: iso(at) });
          await publishBulletin(trx, { campaign, round, version, at: iso(at) });
          await append(trx, { campaign, at: iso(at), by, act: 'publish-bulletin', round, detail: { version } });
        });
      }
      await mail(draft, model, { page, docx }, at);
      return { path };
    },
  };

  /** A correction says what it corrects, also where a coordinator edited it by hand. */
  async function correcting({ campaign, round, ...draft }: BulletinRecord, corrects?: number): Promise<BulletinModel> {
    const model = draft.model as BulletinModel;
    const before = corrects === undefined ? undefined : await readBulletin(db, { campaign, round, version: corrects });
    return before ? { ...model, corrections: corrections(before.model as BulletinModel, model) } : model;
  }

  /** The page's path; the Word document lies beside it. */
  async function layDown({ campaign, round, version }: BulletinVersion, page: string, docx: Buffer): Promise<string> {
    const folder = join(deps.outFolder, campaign, 'bulletins');
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${round}-v${version}.html`);
    await writeFile(path, page);
    await writeFile(join(folder, `${round}-v${version}.docx`), docx);
    return path;
  }

  async function mail(
    { campaign, round, version }: BulletinRecord,
    model: BulletinModel,
    { page, docx }: { readonly page: string; readonly docx: Buffer },
    at: number,
  ): Promise<void> {
    const plannedAt = iso(at);
    const { setup } = await campaignRow(db, campaign);
    const pageHash = await keepFile(db, deps.files, { bytes: Buffer.from(page), media: 'text/html', at: plannedAt });
    const docxHash = await keepFile(db, deps.files, { bytes: docx, media: wordMedia, at: plannedAt });
    const body: BulletinLetter & { pageHash: string; docxHash: string; sendTo: object } = {
      kind: 'bulletin',
      campaign: setup,
      at: plannedAt,
      round: letterRound(await roundRow(db, campaign, round)),
      issue: model.issue,
      version: model.corrections.length > 0 ? 2 : 1,
      title: plain(model.title.spans),
      summary: composeText(model).slice(0, 2000),
      page: '',
      pageHash,
      docxHash,
      sendTo: { to: setup.bulletinTo, cc: [] },
    };
    const key = letterKey({ campaign, addressee: `bulletin.${round}`, plannedAt, n: version });
    const [letter] = await addLetters(db, [
      namedLetter(
        { key, campaign, round, desk: officeDesk, kind: 'bulletin', plannedAt, state: 'ready', body },
        deps.office,
      ),
    ]);
    if (letter) await sendLetter(deps, letter.id);
  }
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
