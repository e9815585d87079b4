import { append } from '../../record/journal.js';
import { readLetter } from '../../record/letters.js';
import { answersOfMail } from '../../record/mail-answers.js';
import { decideMail, type MailDecision } from '../../record/mail-decisions.js';
import { partyRow } from '../../record/office-facts.js';
import { readRound } from '../../record/rounds.js';
import { type NewAnswer, storeAnswers } from '../../record/store-answers.js';
import type { Deps } from '../deps.js';
import { type Decision, isUndecided } from './decide-held.js';
import type { IntakeVerdict } from './intake-verdict.js';
import { type OpenedMail, openMail } from './open-mail.js';
import { channelOf } from './join-readings.js';
import { newRows } from './new-rows.js';
import { type AnswerPlace, readAnswerMail } from './read-answer-mail.js';
import { remarksOn } from './remarks.js';
import { refused } from './refused.js';
import { refuseUnentered } from './refuse-unentered.js';
import { type ReleasedAnswer, releasedAnswers } from './released-answers.js';

export interface Release extends Decision, AnswerPlace {
  /** Where the mail names no task and several are asked. */
  readonly task?: number;
}

/** A coordinator vouches for a held mail: read again as this party's answers in this round, whoever sent it. */
export async function releaseMail(deps: Deps, release: Release): Promise<IntakeVerdict> {
  const opened = await openMail(deps, release.mail);
  if (isUndecided(opened.record, 'released', release.by)) {
    await refuseUnknown(deps, release);
    await refuseUnentered(deps, release.mail);
    await enter(deps, release, await readAgain(deps, opened, release));
  }
  return verdictOf(deps, opened, release);
}

async function refuseUnknown({ db }: Deps, { campaign, round, party }: Release): Promise<void> {
  if (!(await partyRow(db, campaign, party))) throw refused(`行动${campaign}没有单位${party}；请核对单位代码。`);
  if (!(await readRound(db, { campaign, round })))
    throw refused(`行动${campaign}没有调度期${round}；应为“年-次”，例如 2026-3。`);
}

/** What a coordinator typed from it stands in the record already. */
async function isEntered({ db }: Deps, mail: string): Promise<boolean> {
  return (await answersOfMail(db, mail)).some(({ channel }) => channel === 'coordinator');
}

type Read = Pick<MailDecision, 'remarks'> & { readonly answers: readonly NewAnswer[] };

async function readAgain(deps: Deps, opened: OpenedMail, release: Release): Promise<Read> {
  const { record } = opened;
  const isSamePlace = record.campaign === release.campaign && record.party === release.party;
  const letter = isSamePlace && record.letter !== null ? await readLetter(deps.db, record.letter) : undefined;
  const reading = await readAnswerMail(deps, opened, release, { letter, only: release.task });
  const { unchanged } = await newRows(deps.db, release, record.id, reading);
  // A coordinator has cleared up what was unclear.
  const remarks = {
    ...remarksOn(reading, release.round, unchanged),
    unclear: [],
    ...(reading.toEnter.length > 0 && { notes: [] }),
  };
  if (await isEntered(deps, release.mail)) return { answers: [], remarks };
  const answers = releasedAnswers(reading, release)
    .filter(({ task }) => !unchanged.includes(task))
    .map((answer) => newAnswer(opened, release, answer, channelOf(reading, answer.task)));
  return { answers, remarks };
}

function newAnswer(
  { record, mail }: OpenedMail,
  { campaign, round, party }: Release,
  answer: ReleasedAnswer,
  channel: NewAnswer['channel'],
): NewAnswer {
  const { id, receivedAt, envelopeFrom } = record;
  const by = mail.from ?? envelopeFrom;
  return { campaign, round, party, ...answer, answerId: id, channel, by, receivedAt, mail: id };
}

async function enter({ db }: Deps, release: Release, { answers, remarks }: Read): Promise<void> {
  const { mail, by, why, campaign, round, party } = release;
  const at = new Date(release.at).toISOString();
  await db.transaction().execute(async (trx) => {
    await decideMail(trx, { mail, decision: 'released', by, at, why, campaign, round, party, remarks });
    await storeAnswers(trx, answers);
    const tasks = [...new Set((await answersOfMail(trx, mail)).map(({ task }) => task))];
    const detail = { mail, tasks };
    await append(trx, { campaign, round, party, at, by, act: 'release-mail', why, detail });
  });
}

async function verdictOf(
  { db }: Deps,
  { record }: OpenedMail,
  { campaign, round, party, by, at }: Release,
): Promise<IntakeVerdict> {
  const name = (await partyRow(db, campaign, party))?.name ?? party;
  const answers = await answersOfMail(db, record.id);
  const tasks = new Set(answers.map(({ task }) => task)).size;
  // What was judged and read back on arrival needs no second receipt; what was entered since does. After a crash the
  // tasks may have accounted it before this is told.
  const isNew = answers.some(({ accountedAt }) => accountedAt === null || Date.parse(accountedAt) >= at);
  const hasNews = isNew && record.kind === 'answer';
  const isTyped = answers.some(({ channel }) => channel === 'coordinator');
  return {
    state: 'delivered',
    kind: record.kind ?? 'other',
    headline: `${name}报送${tasks}项（${by}核定）`,
    reasons: record.reasons,
    campaign,
    round,
    party,
    answers: tasks,
    receipt: hasNews || isTyped,
  };
}
