import type { Kysely } from 'kysely';
import { instantIn } from '../../domain/zone-time.js';
import type { AskedTask } from '../../mail/answer/asked-task.js';
import type { ReceiptModel } from '../../mail/compose/letter-model.js';
import { lastFiguresOfAll } from '../../record/answers.js';
import { askedTasks } from '../../record/asked-tasks.js';
import type { Letter } from '../../record/letters.js';
import { noticesOfLetter } from '../../record/notices.js';
import { campaignRow, type TaskRow } from '../../record/office-facts.js';
import { readRounds } from '../../record/rounds.js';
import type { Schema } from '../../record/schema.js';
import type { Deps } from '../deps.js';
import { filesToEnter, withoutCoverNote } from './files-to-enter.js';
import type { OpenedMail } from './open-mail.js';
import { type JoinedReading, joinReadings } from './join-readings.js';
import { hasSections, readReply } from './read-reply.js';
import { readSheets } from './read-sheets.js';

type Db = Kysely<Schema>;

export interface AnswerPlace {
  readonly campaign: string;
  readonly round: string;
  readonly party: string;
}

export interface AnswerReading extends JoinedReading {
  readonly asked: readonly TaskRow[];
  /** What the letter it replies to was about. */
  readonly inLetter: readonly number[];
  /** Names of the files that came along. */
  readonly files: readonly string[];
  /** Of these, the ones that nobody can read by machine, where the mail says nothing else. */
  readonly toEnter: readonly string[];
  /** Why what its sheets say waits for a coordinator. */
  readonly doubts: readonly string[];
  /** A later round that is open: the sender may have replied to an old letter by mistake. */
  readonly laterRound?: string;
}

/** What a mail says on the tasks its party was asked in a round; `only` is the one task a coordinator says it is about. */
export async function readAnswerMail(
  { db, office }: Pick<Deps, 'db' | 'office'>,
  { mail, record }: OpenedMail,
  place: AnswerPlace,
  about: { readonly letter?: Letter | undefined; readonly only?: number | undefined },
): Promise<AnswerReading> {
  const { setup } = await campaignRow(db, place.campaign);
  const asked = await askedTasks(db, place);
  const inLetter = about.only === undefined ? await tasksOfLetter(db, about.letter) : [about.only];
  const scope = { asked: await withLastFigures(db, asked, place), inLetter };
  const later = (await readRounds(db, place.campaign)).find(
    ({ round, state }) => state === 'open' && round > place.round,
  );
  const sheets = await readSheets(mail.attachments, place, asked, office.secret);
  const files = mail.attachments.filter(({ inline }) => !inline);
  const said = readReply(mail.text, scope, instantIn(setup.zone, record.receivedAt));
  const inText = files.length > sheets.sheets.length ? withoutCoverNote(said, mail.text) : said;
  const joined = joinReadings(inText, sheets, hasSections(mail.text, asked));
  const toEnter = filesToEnter(joined.read, files, sheets);
  return {
    ...joined,
    unclear: toEnter.length > 0 ? joined.unclear : [...joined.unclear, ...sheets.unopened],
    doubts: sheets.doubts,
    asked,
    inLetter,
    files: files.map(({ name }) => name),
    toEnter,
    ...(later && { laterRound: later.round }),
  };
}

async function withLastFigures(
  db: Db,
  tasks: readonly TaskRow[],
  { campaign, round }: AnswerPlace,
): Promise<readonly AskedTask[]> {
  const numbers = tasks.map(({ number }) => number);
  const last = await lastFiguresOfAll(db, { campaign, beforeRound: round, tasks: numbers });
  return tasks.map(({ number, title, targets }) => {
    const figures = last.find(({ task }) => task === number)?.figures;
    return { number, title, targets, ...(figures && { lastFigures: figures }) };
  });
}

async function tasksOfLetter(db: Db, letter: Letter | undefined): Promise<readonly number[]> {
  if (!letter) return [];
  if (letter.kind === 'receipt') return tasksOfReceipt(letter.body as ReceiptModel | null);
  return (await noticesOfLetter(db, letter.id)).map(({ task }) => task);
}

function tasksOfReceipt(body: ReceiptModel | null): readonly number[] {
  return body ? [...body.answers.map(({ task }) => task.number), ...body.missing.map(({ number }) => number)] : [];
}
