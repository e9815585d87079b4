import { join } from 'node:path';
import { WorkflowNotFoundError } from '@temporalio/client';
import { readHolidays } from '../../../config/holidays.js';
import { projectRoot } from '../../../config/project-root.js';
import { registerHash } from '../../../config/register/register-hash.js';
import { readRegisterFile } from '../../../config/register/read-register-file.js';
import { defaultCadence, type RoundPlan } from '../../../domain/cadence.js';
import type { StoreCampaign } from '../../../domain/office-requests.js';
import type { Register, Task } from '../../../domain/register.js';
import { hasEnded, type LifeEvent, newLife, type TaskLife } from '../../../domain/task-life/life.js';
import { reduce } from '../../../domain/task-life/reduce.js';
import { linkToken } from '../../../mail/link-token.js';
import { inTransaction } from '../../../record/in-transaction.js';
import { saveRounds, setRoundState } from '../../../record/rounds.js';
import { writeTransitions } from '../../../record/transitions.js';
import type { Db } from '../../../record/schema.js';
import type { Accounting } from '../../../web/office/account-answer.js';
import { createAnswerDesk } from '../../../web/office/answer-desk.js';
import { createBoardReads } from '../../../web/office/board-reads.js';
import { createOfficeOrders } from '../../../web/office/office-orders.js';
import type { SendUpdate } from '../../../web/office/send-update.js';
import { ids, type StoredAnswer } from '../../../workflows/api.js';
import { openTestRecord } from '../../record/open-test-record.js';

export const campaign = 'demo';
export const secret = 'a secret of the office, long enough';
export const firstRound = '2026-1';
export const round = '2026-2';
export const token = (party: string, of = round) => linkToken({ campaign, round: of, party }, secret);

const plans: readonly RoundPlan[] = [
  planned(firstRound, '2026-01/2026-02', '2026-02-20', ['2026-02-09', '2026-03-03', '2026-03-11']),
  planned(round, '2026-03/2026-04', '2026-04-20', ['2026-04-13', '2026-04-27', '2026-05-08']),
  planned('2026-3', '2026-05/2026-06', '2026-06-20', ['2026-06-10', '2026-06-25', '2026-07-03']),
];

function planned(id: string, period: string, cutoff: string, days: readonly [string, string, string]): RoundPlan {
  const [opens, answer, closes] = days;
  return {
    round: id,
    period,
    cutoff,
    opensAt: `${opens}T09:30:00+08:00`,
    answerBy: `${answer}T17:00:00+08:00`,
    closesAt: `${closes}T17:00:00+08:00`,
    provisional: false,
    ladder: [],
  };
}

export async function sampleRegister(): Promise<Register> {
  const { register } = await readRegisterFile(join(projectRoot(), 'config/samples/liaoning-quality.yaml'));
  if (!register) throw new Error('the sample register has problems: expected none');
  return register;
}

export function requestFor(register: Register, more: Partial<StoreCampaign> = {}): StoreCampaign {
  const hash = registerHash({ ...register, cadence: defaultCadence, quietDays: [] });
  return {
    id: campaign,
    year: 2026,
    register,
    cadence: defaultCadence,
    quietDays: [],
    hash,
    anchoredAt: '2026-01-05T01:00:00.000Z',
    by: 'zqb1',
    ...more,
  };
}

/** Tasks as their workflows hold them: the real life, written to the record as the activities write it. */
function createTasks(db: Db, running: readonly Task[]) {
  const lives = new Map<number, TaskLife>(running.map(({ number, lead }) => [number, newLife(lead)]));
  async function happen(task: number, event: LifeEvent, on: Db = db): Promise<TaskLife> {
    const { life, transition } = reduce(lives.get(task) ?? newLife('?'), event);
    lives.set(task, life);
    if (transition) {
      // Letters that a test has drafted stay as they are.
      const { takesBack: _notTaken, ...written } = { campaign, task, ...transition };
      await inTransaction(on, (trx) => writeTransitions(trx, [written]));
    }
    return life;
  }
  return { lives, happen };
}

export type Tasks = ReturnType<typeof createTasks>;

async function open(tasks: Tasks, db: Db, plan: RoundPlan): Promise<void> {
  const [at, answerBy, closesAt] = [Date.parse(plan.opensAt), Date.parse(plan.answerBy), Date.parse(plan.closesAt)];
  const opened = { id: plan.round, answerBy, closesAt, lateAfterMs: 0, steps: [] };
  await setRoundState(db, { campaign, round: plan.round, state: 'open' });
  await toAll(tasks, db, { kind: 'open', at, round: opened });
}

async function close(tasks: Tasks, db: Db, plan: RoundPlan): Promise<void> {
  await toAll(tasks, db, { kind: 'close', at: Date.parse(plan.closesAt), round: plan.round });
  await setRoundState(db, { campaign, round: plan.round, state: 'closed' });
}

/** In one transaction: a hundred fsyncs less. */
async function toAll({ lives, happen }: Tasks, db: Db, event: LifeEvent): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const task of lives.keys()) await happen(task, event, trx);
  });
}

/** What the office's Temporal answers; a test may put another in its place. */
export interface Wire {
  send: SendUpdate;
  readonly sent: { readonly to: string; readonly update: string; readonly said: unknown; readonly id?: string }[];
}

function createWire({ lives, happen }: Tasks): Wire {
  const wire: Wire = {
    sent: [],
    send: async <Reply>(
      to: string,
      update: { readonly name: string },
      said: unknown,
      { updateId }: { updateId?: string },
    ) => {
      wire.sent.push({ to, update: update.name, said, ...(updateId && { id: updateId }) });
      const task = [...lives.keys()].find((number) => ids.task(campaign, number) === to);
      const life = task === undefined ? undefined : lives.get(task);
      if (task === undefined || !life || hasEnded(life)) throw new WorkflowNotFoundError('not found', to, undefined);
      const stored = said as StoredAnswer;
      const after = await happen(task, {
        kind: 'answer',
        at: Date.now(),
        ...stored,
        receivedAt: Date.parse(stored.receivedAt),
      });
      const outcome = after.round?.answers.find(({ id }) => id === stored.answerId)?.outcome;
      return { standing: after.standing, outcome } as Reply;
    },
  };
  return wire;
}

interface OpenOptions {
  /** The office's clock. */
  readonly at?: string;
  /** Whose tasks have workflows; all without it. */
  readonly led?: readonly string[];
}

/** The office over a real record with the sample campaign in it, its second round open. */
export async function openOffice({ at = '2026-04-20T02:00:00.000Z', led }: OpenOptions = {}) {
  const record = await openTestRecord();
  const register = await sampleRegister();
  const running = register.tasks.filter(({ lead }) => led?.includes(lead) ?? true);
  const tasks = createTasks(record.db, running);
  const wire = createWire(tasks);
  const clock = { now: new Date(at) };
  const problems: unknown[] = [];
  const accounting: Accounting = {
    db: record.db,
    send: (...update) => wire.send(...update),
    now: () => clock.now,
    withinMs: 1_000,
    onProblem: (problem) => problems.push(problem),
  };
  const { db, files } = record;
  const room = { db, files, holidays: readHolidays(), now: accounting.now };
  const office = {
    ...record,
    register,
    tasks,
    wire,
    clock,
    problems,
    answers: createAnswerDesk(accounting, files, secret),
    orders: createOfficeOrders(accounting, files, secret),
    board: createBoardReads(room, '/out', secret),
    open: (index: number) => open(tasks, db, planAt(index)),
    closeRound: (index: number) => close(tasks, db, planAt(index)),
  };
  await office.orders.storeCampaign(requestFor(register));
  await saveRounds(db, campaign, plans);
  await setRoundState(db, { campaign, round: firstRound, state: 'closed' });
  await office.open(1);
  return office;
}

export type Office = Awaited<ReturnType<typeof openOffice>>;

function planAt(index: number): RoundPlan {
  const plan = plans[index];
  if (!plan) throw new Error(`there is no round ${index} in the test's plan: expected 0 to 2`);
  return plan;
}
