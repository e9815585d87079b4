import { type LinkClaims, readLinkToken } from '../../mail/link-token.js';
import { createAnswerBatch } from '../../record/answer-batch.js';
import { type FileStore, keepFile } from '../../record/files.js';
import { dropFormDraft, saveFormDraft } from '../../record/form-drafts.js';
import { noteFormUse } from '../../record/form-uses.js';
import { append } from '../../record/journal.js';
import { partyRow } from '../../record/office-facts.js';
import { refusal } from '../../record/refusal.js';
import type { Db } from '../../record/schema.js';
import type { NewAnswer } from '../../record/store-answers.js';
import type { Submission } from '../answer/answer-form.js';
import type { AnswerDesk } from '../web-deps.js';
import type { Accounting } from './account-answer.js';
import { readFormSheet } from './read-form-sheet.js';
import { isRevoked, openForm, revokedWhy } from './open-form.js';
import { checkAnswers, readBackAnswer } from './take-answers.js';

/** Takes what liaisons enter behind their signed links. */
export function createAnswerDesk(accounting: Accounting, files: FileStore, secret: string): AnswerDesk {
  const { db } = accounting;
  const batch = createAnswerBatch(db);
  return {
    openForm: (token) => openForm(db, secret, token),
    noteUse: async (token, use) => {
      const { campaign, round, party } = await claimsOf(db, token, secret);
      const { at, address, agent } = use;
      if (!(await noteFormUse(db, { campaign, round, party, ...use }))) return;
      const why = `填报页从另一处提交：${address}`;
      const entry = { campaign, at, by: party, act: 'form-elsewhere', round, party, why, detail: { address, agent } };
      await db.transaction().execute((trx) => append(trx, entry));
    },
    keepDraft: async (token, draft) => {
      const place = await claimsOf(db, token, secret);
      await (Object.keys(draft.fields).length === 0 ? dropFormDraft(db, place) : saveFormDraft(db, place, draft));
    },
    readSheet: async (token, upload) => readFormSheet(await claimsOf(db, token, secret), upload, secret),
    keepFile: async ({ name, bytes, media }, at) => ({
      name,
      hash: await keepFile(db, files, { bytes, media, at }),
      bytes: bytes.length,
    }),
    submitAnswers: async (submission) => {
      const claims = await claimsOf(db, submission.token, secret);
      const checked = await checkAnswers(db, formAnswers(claims, submission));
      const stored = await batch.store(checked.map(({ answer }) => answer));
      return Promise.all(
        checked.flatMap((one, index) => {
          const version = stored[index];
          return version ? [readBackAnswer(accounting, one, version)] : [];
        }),
      );
    },
  };
}

async function claimsOf(db: Db, token: string, secret: string): Promise<LinkClaims> {
  const claims = readLinkToken(token, secret);
  if (!claims) throw refusal('填报链接不完整或不是由本系统发出，没有登记：请从调度邮件中重新打开链接。');
  const party = await partyRow(db, claims.campaign, claims.party);
  if (party && isRevoked(claims, party)) throw refusal(`${revokedWhy}没有登记：请打开最近一封邮件中的链接。`);
  return claims;
}

function formAnswers(
  { campaign, round, party }: LinkClaims,
  { receivedAt, answers }: Submission,
): readonly NewAnswer[] {
  return answers.map(({ task, answerId, content }) => ({
    campaign,
    task,
    round,
    answerId,
    party,
    channel: 'form',
    by: `${party}:form`,
    receivedAt,
    content,
  }));
}
