import type { Kysely } from 'kysely';
import type { ReceiptModel } from '../../mail/compose/letter-model.js';
import { type AnswerRecord, latestAnswers } from '../../record/answers.js';
import { earlierVersions } from '../../record/earlier-versions.js';
import { askedTasks } from '../../record/asked-tasks.js';
import { campaignRow, lastAnswers, partyRow, roundRow, type TaskRow, taskRows } from '../../record/office-facts.js';
import type { Schema } from '../../record/schema.js';
import type { Deps } from '../deps.js';
import { formLink, letterParty, letterRound, letterTask } from '../letters/letter-facts.js';
import type { AnswerPlace } from './read-answer-mail.js';

export interface Receipt extends AnswerPlace {
  readonly at: string;
  readonly receivedAt: string;
  readonly channel: ReceiptModel['channel'];
  /** Answers of one arrival. */
  readonly answers: readonly AnswerRecord[];
  /** What it says over again: the versions that hold already. */
  readonly unchanged?: readonly AnswerRecord[];
  readonly files?: readonly string[];
  readonly unclear?: readonly string[];
  readonly notes?: readonly string[];
}

/** What a receipt says: each answer as it was read, and what the party still owes in the round. */
export async function receiptFor(
  db: Kysely<Schema>,
  { office }: Pick<Deps, 'office'>,
  of: Receipt,
): Promise<ReceiptModel> {
  const { campaign: id, at, receivedAt, channel, answers, unchanged = [], files = [], unclear = [], notes = [] } = of;
  const campaign = await campaignRow(db, id);
  const round = await roundRow(db, id, of.round);
  const party = await partyRow(db, id, of.party);
  if (!party) throw new Error(`行动${id}没有单位${of.party}，无法写回执。`);
  const asked = await askedTasks(db, of);
  const missing = await unanswered(db, of, asked);
  const tasks = [...numbersOf([...answers, ...unchanged]), ...missing].toSorted((one, other) => one - other);
  const rows = await rowsOf(db, id, tasks, asked);
  const last = await lastAnswers(db, { campaign: id, before: of.round, tasks: rows.map(({ number }) => number) });
  const earlier = await earlierVersions(db, answers);
  const taskOf = (number: number) =>
    rows
      .filter((row) => row.number === number)
      .map((row) => letterTask(row, last.find(({ task }) => task === number)?.content, round));
  return {
    kind: 'receipt',
    campaign: campaign.setup,
    at,
    party: letterParty(party),
    round: letterRound(round),
    receivedAt,
    channel,
    files,
    answers: [
      ...answers.flatMap(({ task, content, questions }) => {
        const replaces = earlier.find((one) => one.task === task && one.content.toEnter === undefined);
        return taskOf(task).map((row) => ({
          task: row,
          content,
          questions,
          ...(replaces && { replaces }),
        }));
      }),
      ...unchanged.flatMap(({ task, content, questions }) =>
        taskOf(task).map((row) => ({ task: row, content, questions, isUnchanged: true })),
      ),
    ],
    missing: missing.flatMap(taskOf),
    unclear,
    notes,
    link: formLink(office, campaign, party, round),
  };
}

async function unanswered(
  db: Kysely<Schema>,
  { campaign, round, party: owing }: AnswerPlace,
  asked: readonly TaskRow[],
): Promise<readonly number[]> {
  const numbers = asked.filter(({ standing }) => standing !== 'excused').map(({ number }) => number);
  const latest = await latestAnswers(db, { campaign, round, tasks: numbers });
  const answered = numbersOf(latest.filter(({ party }) => party === owing));
  return numbers.filter((number) => !answered.includes(number));
}

/** What was answered need not be asked any more. */
async function rowsOf(
  db: Kysely<Schema>,
  campaign: string,
  tasks: readonly number[],
  asked: readonly TaskRow[],
): Promise<readonly TaskRow[]> {
  const others = tasks.filter((task) => !asked.some(({ number }) => number === task));
  return others.length === 0 ? asked : [...asked, ...(await taskRows(db, campaign, others))];
}

function numbersOf(answers: readonly AnswerRecord[]): readonly number[] {
  return answers.map(({ task }) => task);
}
