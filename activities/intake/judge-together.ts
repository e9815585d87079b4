import { readTogether } from '../../record/read-together.js';
import { type MailRecord, mailSizes, readMails } from '../../record/mails.js';
import { batchesOf } from '../../domain/batches.js';
import { forEachOf } from '../bulk.js';
import type { Deps } from '../deps.js';
import { attemptNumber } from '../in-context.js';
import type { IntakeVerdict } from './intake-verdict.js';
import { enterWeighed, type Weighed, weighOpened } from './judge-arrived.js';
import { openRecorded } from './open-mail.js';
import { startIntake } from './start-intake.js';
import { writeReceipts } from './write-receipts.js';

export interface ArrivedTogether {
  readonly mails: readonly string[];
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What the workflow is told of its mails. It goes into payloads: no names of persons, addresses or answer text. */
export interface TogetherVerdict {
  /** How many of the mails were judged, from the first; the others are for the next pass. */
  readonly judged: number;
  /** A line a mail in Chinese, of the first ones; how many more there are. */
  readonly headlines: readonly string[];
  readonly more: number;
  /** Mails that got an intake of their own: a coordinator has to decide, or judging them failed. */
  readonly apart: number;
  /** How many answers lie in the record and are to go to their tasks. */
  readonly answers: number;
  readonly receipts: number;
  /** Where they all belong to one. */
  readonly campaign?: string;
}

/** Weighed at once and entered in one transaction. */
const together = { count: 100, bytes: 16 * 1024 * 1024 } as const;
/** After this long the tasks hear first what was judged so far, before the next mails are read. */
const passMs = 20_000;
/** Where nothing goes well it is hardly the mails' fault, at first. */
const patience = 3;
const headlinesAtMost = 40;

/**
 * Judges mails that arrived together, as many as a pass has time for. What is held, or cannot be judged, goes on by
 * itself: it gets an intake of its own and holds up no other. Run again after a crash, it changes nothing that was
 * entered.
 */
export async function judgeTogether(deps: Deps, { mails, at }: ArrivedTogether): Promise<TogetherVerdict> {
  const passed = performance.now() + passMs;
  const verdicts: IntakeVerdict[] = [];
  const apart: string[] = [];
  let judged = 0;
  let failure: unknown;
  const pass = readTogether(deps.db);
  const sizes = await mailSizes(deps.db, mails);
  for (const some of batchesOf(mails, together, (mail) => sizes.get(mail) ?? 0)) {
    const outcomes = await judgeSome(deps, some, { at, pass });
    for (const mail of some) {
      const outcome = outcomes.get(mail);
      if (outcome?.status === 'fulfilled') verdicts.push(outcome.value);
      else failure = outcome?.reason;
      if (outcome?.status !== 'fulfilled' || outcome.value.state === 'held') apart.push(mail);
    }
    const worth = some.filter((mail) => isWorthReceipt(outcomes.get(mail)));
    await writeReceipts(deps, worth, at, pass);
    judged += some.length;
    if (performance.now() > passed) break;
  }
  if (verdicts.length === 0 && failure !== undefined && attemptNumber() < patience) throw failure;
  await forEachOf(apart, 16, (mail) => startIntake(deps, [mail]));
  const [campaign, ...others] = new Set(verdicts.map((verdict) => verdict.campaign));
  const plain = verdicts.filter(({ state }) => state !== 'held');
  return {
    judged,
    headlines: verdicts.slice(0, headlinesAtMost).map(({ headline }) => headline),
    more: Math.max(0, verdicts.length - headlinesAtMost),
    apart: apart.length,
    answers: plain.reduce((sum, { answers }) => sum + answers, 0),
    receipts: plain.filter(({ receipt }) => receipt).length,
    ...(campaign !== undefined && others.length === 0 && { campaign }),
  };
}

type Outcome<T> = PromiseSettledResult<T>;

/** One that speaks of a task of which an earlier one of them speaks is weighed again when that one is entered. */
async function judgeSome(
  deps: Deps,
  mails: readonly string[],
  { at, pass }: { readonly at: number; readonly pass: Deps['db'] },
): Promise<ReadonlyMap<string, Outcome<IntakeVerdict>>> {
  const weighed = await weighAll({ ...deps, db: readTogether(deps.db, pass) }, mails);
  const spoken = new Set<string>();
  const later: string[] = [];
  const entering: Promise<readonly [string, Outcome<IntakeVerdict>]>[] = [];
  for (const mail of mails) {
    const outcome = weighed.get(mail);
    const tasks = outcome?.status === 'fulfilled' ? tasksOf(outcome.value) : [];
    if (tasks.some((task) => spoken.has(task))) later.push(mail);
    else if (outcome) entering.push(enter(deps, mail, outcome, at));
    for (const task of tasks) spoken.add(task);
  }
  const judged = new Map(await Promise.all(entering));
  return later.length === 0 ? judged : new Map([...judged, ...(await judgeSome(deps, later, { at, pass }))]);
}

function tasksOf({ judgement: { answers, unchanged = [], place } }: Weighed): readonly string[] {
  const tasks = [...answers.map(({ task }) => task), ...unchanged];
  return tasks.map((task) => `${place.campaign ?? ''}/${place.round ?? ''}/${task}`);
}

async function enter(
  deps: Deps,
  mail: string,
  outcome: Outcome<Weighed>,
  at: number,
): Promise<readonly [string, Outcome<IntakeVerdict>]> {
  return outcome.status === 'rejected' ? [mail, outcome] : outcomeOf(mail, enterWeighed(deps, outcome.value, at));
}

async function weighAll(deps: Deps, mails: readonly string[]): Promise<ReadonlyMap<string, Outcome<Weighed>>> {
  const records = await readMails(deps.db, mails);
  const weigh = async (record: MailRecord) => weighOpened(deps, await openRecorded(deps, record));
  return new Map(await Promise.all(records.map((record) => outcomeOf(record.id, weigh(record)))));
}

async function outcomeOf<T>(mail: string, work: Promise<T>): Promise<readonly [string, Outcome<T>]> {
  const [outcome] = await Promise.allSettled([work]);
  return [mail, outcome];
}

function isWorthReceipt(outcome: Outcome<IntakeVerdict> | undefined): boolean {
  return outcome?.status === 'fulfilled' && outcome.value.receipt && outcome.value.state !== 'held';
}
