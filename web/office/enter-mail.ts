import type { TakenAnswer } from '../../domain/office-requests.js';
import { readMail, type MailRecord } from '../../record/mails.js';
import { formTasks } from '../../record/form-tasks.js';
import type { Db } from '../../record/schema.js';
import type { NewAnswer } from '../../record/store-answers.js';
import { ids, releaseUpdate, returnUpdate } from '../../workflows/api.js';
import type { Entering } from '../entry/entry.js';
import type { Accounting } from './account-answer.js';
import { knownCampaign, knownParty, knownRound, mailToEnter, refuseStranger } from './known.js';
import { refused } from './refuse.js';
import { storeEntered } from './store-entered.js';
import { checkAnswers, readBackAnswer } from './take-answers.js';
import { updateProblem } from './update-problem.js';

/** A release writes the receipt's order; the receipt itself goes after it. */
const withinMs = 30_000;

/**
 * Stores what was typed from a mail first, then has each task account it, gives back what its files do not say, and
 * settles the mail by the Update that releases any held one. Sent once more, each of these finds itself done.
 */
export async function enterMail(accounting: Accounting, entering: Entering): Promise<readonly TakenAnswer[]> {
  const { db } = accounting;
  const { campaign, at, by } = entering;
  refuseStranger(await knownCampaign(db, campaign), by);
  await knownParty(db, campaign, entering.party);
  await knownRound(db, campaign, entering.round);
  const mail = await undecided(db, entering);
  const answers = answersOf(mail, entering);
  await refuseStrayTasks(db, entering);
  const checked = await checkAnswers(db, answers);
  const stored = await storeEntered(db, checked, { via: `录自来件${mail.id.slice(0, 16)}`, at });
  const taken = await Promise.all(
    checked.flatMap((one, index) => {
      const version = stored[index];
      return version ? [readBackAnswer(accounting, one, version)] : [];
    }),
  );
  for (const task of entering.absent) await giveBack(accounting, entering, task);
  if (entering.settle && mail.state === 'held') await settle(accounting, entering);
  return taken;
}

/** The same page sent twice finds the mail settled by itself. */
async function undecided(db: Db, { campaign, mail: id, by }: Entering): Promise<MailRecord> {
  const mail = await readMail(db, id);
  const isOwn = mail?.state === 'released' && mail.decidedBy === by && mail.campaign === campaign;
  return isOwn ? mail : mailToEnter(db, campaign, id);
}

function answersOf(mail: MailRecord, { campaign, round, party, by, answers }: Entering): readonly NewAnswer[] {
  const from = {
    campaign,
    round,
    party,
    channel: 'coordinator',
    by,
    receivedAt: mail.receivedAt,
    mail: mail.id,
  } as const;
  return answers.map((answer) => ({ ...answer, ...from }));
}

async function refuseStrayTasks(db: Db, { campaign, round, party, answers, absent }: Entering): Promise<void> {
  const asked = (await formTasks(db, { campaign, round, party })).map(({ number }) => number);
  const stray = [...answers.map(({ task }) => task), ...absent].find((task) => !asked.includes(task));
  if (stray !== undefined) throw refused(({ notAsked }) => notAsked(stray, party, round));
}

const absentWhy = '来件所附材料中没有本项内容，请补报';

async function giveBack({ send }: Accounting, { campaign, round, by }: Entering, task: number): Promise<void> {
  try {
    await send(ids.task(campaign, task), returnUpdate, { by, round, why: absentWhy }, { withinMs });
  } catch (problem) {
    throw updateProblem(problem);
  }
}

async function settle({ send }: Accounting, { mail, campaign, round, party, by }: Entering): Promise<void> {
  try {
    await send(ids.intake(mail), releaseUpdate, { by, campaign, round, party }, { withinMs });
  } catch (problem) {
    throw updateProblem(problem, {
      ended: ({ settleEnded }) => settleEnded(mail),
      unknown: ({ settleUnknown }) => settleUnknown(mail),
    });
  }
}
