import { callSentence } from '../../domain/call.js';
import type {
  AskContactChange,
  AskedContactChange,
  LogCall,
  LoggedCall,
  RefuseContactChange,
} from '../../domain/office-requests.js';
import { logCall } from '../../record/calls.js';
import { askContactChange, readContactChange, refuseContactChange } from '../../record/contact-changes.js';
import type { FileStore } from '../../record/files.js';
import { append } from '../../record/journal.js';
import type { Db } from '../../record/schema.js';
import type { OfficeOrders } from '../web-deps.js';
import type { Accounting } from './account-answer.js';
import { answerOnBehalf } from './answer-on-behalf.js';
import { editBulletin } from './edit-bulletin.js';
import { editInWord } from './edit-in-word.js';
import { revokeLink } from './form-links.js';
import { knownCampaign, knownParty, knownRound, refuseClosed, refuseStranger } from './known.js';
import { signLetter } from './sign-letter.js';
import { storeCampaign } from './store-campaign.js';
import { refused } from './refuse.js';

/** What coordinators order where something must be stored first. */
export function createOfficeOrders(accounting: Accounting, files: FileStore, secret: string): OfficeOrders {
  const { db, now } = accounting;
  return {
    storeCampaign: (request) => storeCampaign(db, request, now().toISOString()),
    answerOnBehalf: (request) => answerOnBehalf(accounting, request),
    askContactChange: (request) => layDownChange(db, request),
    refuseContactChange: (request) => refuseChange(db, request),
    revokeLink: (request) => revokeLink(db, secret, request),
    editBulletin: (request) => editBulletin(db, files, request),
    editInWord: (request) => editInWord(db, files, request),
    logCall: (request) => noteCall(db, request),
    signLetter: (order) => signLetter(accounting, order),
  };
}

/** Journaled by the desk that applies it. */
async function layDownChange(
  db: Db,
  { post: kind, by, ...request }: AskContactChange & { readonly askedAt: string },
): Promise<AskedContactChange> {
  const campaign = await knownCampaign(db, request.campaign);
  refuseStranger(campaign, by);
  refuseClosed(campaign);
  await knownParty(db, request.campaign, request.party);
  return { change: await askContactChange(db, { ...request, kind, askedBy: by }) };
}

async function refuseChange(
  db: Db,
  { campaign, change, by, why, at }: RefuseContactChange & { readonly at: string },
): Promise<AskedContactChange> {
  refuseStranger(await knownCampaign(db, campaign), by);
  const asked = await readContactChange(db, change);
  if (asked?.campaign !== campaign) throw refused(({ noChange }) => noChange(campaign, change));
  return db.transaction().execute(async (trx) => {
    const { party, kind: post } = await refuseContactChange(trx, { change, by, at });
    await append(trx, { campaign, at, by, act: 'refuse-contact', party, why, detail: { post, change } });
    return { change };
  });
}

async function noteCall(db: Db, call: LogCall & { readonly at: string }): Promise<LoggedCall> {
  const { campaign, round, party, by, at, note = '', outcome = 'reached', said = {} } = call;
  refuseStranger(await knownCampaign(db, campaign), by);
  await knownRound(db, campaign, round);
  await knownParty(db, campaign, party);
  return db.transaction().execute(async (trx) => {
    const id = await logCall(trx, { campaign, round, party, by, at, note, outcome, said });
    await append(trx, {
      campaign,
      at,
      by,
      act: 'call',
      round,
      party,
      why: callSentence({ outcome, said, note }),
      detail: { call: id },
    });
    return { call: id };
  });
}
