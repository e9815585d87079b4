import type { Party, Task } from '../../domain/register.js';
import { deadlineCommand, needsNewCampaign, reassignCommand, withdrawCommand } from './change-command.js';
import { cameOrWent, changedKeys } from './changed-keys.js';
import type { Difference } from './difference.js';
import { labelIn } from './fields.js';

/** What changed in one task; `parties` are those the running campaign knows, who alone may take a task over. */
export function taskChanges(
  before: Task | undefined,
  after: Task | undefined,
  parties: readonly Party[],
): Difference[] {
  const task = after ?? before;
  if (task === undefined) return [];
  const named = { what: `任务 ${task.number} `, where: `tasks.${task.number}` };
  if (before === undefined) return [cameOrWent(named, undefined, task.title, needsNewCampaign)];
  if (after === undefined) return [cameOrWent(named, task.title, undefined, withdrawCommand(task))];
  return changedKeys(before, after, {
    ...named,
    labelOf: (key) => labelIn('tasks', key),
    commandFor: (key) => commandFor(key, task, parties),
  });
}

function commandFor(key: string, task: Task, parties: readonly Party[]): string {
  if (key === 'deadline') return deadlineCommand(task);
  const canLead = parties.some(({ code }) => code === task.lead);
  return key === 'lead' && canLead ? reassignCommand(task, task.lead) : needsNewCampaign;
}
