import { tasksToEnter } from '../../record/tasks-to-enter.js';
import type { Deps } from '../deps.js';
import { refused } from './refused.js';

/** A mail whose files count as answers of an open round is not put away before they are entered, or given back. */
export async function refuseUnentered({ db }: Pick<Deps, 'db'>, mail: string): Promise<void> {
  const open = (await tasksToEnter(db, mail)).filter((one) => one.open).map(({ task }) => task);
  const [first, ...others] = open;
  if (first === undefined) return;
  const tasks = [first, ...others].join('、');
  throw refused(
    `来件${mail}的附件已按任务${tasks}的报送登记，内容尚未录入：请在看板“待录入”中录入，或用 shuangyue answer ${first} --mail ${mail}；附件中确无该项内容的，用 shuangyue return ${first} --why 事由。`,
  );
}
