import type { UpdateDefinition } from '@temporalio/common';
import { ids, type Order } from '../workflows/api.js';
import type { ClientDeps } from './client-deps.js';
import { isMistake, mistake } from './mistake.js';
import type { Office } from './office.js';
import type { ReadOptions } from './options.js';

/** One order that is given to several tasks. */
export interface TaskOrder<Reply, Said extends Order> {
  readonly campaign: string;
  readonly update: UpdateDefinition<Reply, [Said]>;
  readonly said: Said;
  /** What was done, as a sentence without the task. */
  readonly done: (reply: Reply) => string;
}

export interface OrderResult {
  readonly task: number;
  readonly ok: boolean;
  readonly message: string;
  readonly reply?: unknown;
}

/** Gives the order to each task in turn and reports each; a refused one does not keep the next from being asked. */
export async function orderTasks<Reply, Said extends Order>(
  deps: ClientDeps,
  options: ReadOptions,
  tasks: readonly number[],
  order: TaskOrder<Reply, Said>,
): Promise<void> {
  const results: OrderResult[] = [];
  await deps.withOffice(async (office) => {
    for (const task of tasks) {
      const result = await orderTask(office, task, order);
      if (options.json !== true) tell(deps, result);
      results.push(result);
    }
  });
  if (options.json === true) deps.terminal.print(JSON.stringify({ campaign: order.campaign, results }, null, 2));
  const refused = results.filter(({ ok }) => !ok);
  if (refused.length > 0) throw mistake(deps.words.notAllDone(refused.length, results.length));
}

async function orderTask<Reply, Said extends Order>(
  office: Office,
  task: number,
  { campaign, update, said, done }: TaskOrder<Reply, Said>,
): Promise<OrderResult> {
  try {
    const reply = await office.order(ids.task(campaign, task), update, said);
    return { task, ok: true, message: done(reply), ...(reply === undefined ? {} : { reply }) };
  } catch (error) {
    if (!isMistake(error)) throw error;
    return { task, ok: false, message: error.message };
  }
}

function tell({ terminal, words }: ClientDeps, { task, ok, message }: OrderResult): void {
  if (ok) terminal.print(words.taskSaid(task, message));
  else terminal.warn(namesTask(message, task) ? message : words.taskSaid(task, message));
}

/** Refusals of the task itself begin with its number. */
function namesTask(message: string, task: number): boolean {
  return new RegExp(`^(任务|Task )${task}(?!\\d)`).test(message);
}
